"""The vocabularies: what a network may write in them, and what is told when it slips."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from builder.source import SourceFile
from builder.vocabulary import (
    FACETS,
    REFERENCES,
    TEMOIN_SECTOR,
    TEMOIN_SIZE,
    Value,
    Vocabulary,
    load_vocabulary,
)
from tests.sheets import PROJECT, SIZES, vocabulary, vocabulary_text

if TYPE_CHECKING:
    from builder.diagnostics import Diagnostic

OWN = (PROJECT / "content" / "vocabulaire.toml").read_text(encoding="utf-8")

PAPER, WHITE = "#faf8f3", "#ffffff"
NIGHT, PANEL = "#16181c", "#1f2227"

_WHOLE = "attend un nombre entier sans guillemets"


def _load(text: str) -> tuple[Vocabulary | None, list[tuple[int, str]]]:
    """Load a vocabulary; return it with the line and the message of each remark."""
    loaded, told = load_vocabulary(SourceFile(PurePosixPath("content/vocabulaire.toml"), text))
    assert {found.code for found in told} <= {"FP502"}
    return loaded, [(found.place.position.line, found.message) for found in told]


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, « relative luminance »)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2, « contrast ratio »)."""
    light, dark = sorted([_luminance(one), _luminance(other)], reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_of_contrast_is_right() -> None:
    """Black on white is 21; the grey that WCAG gives as an example is just above 4.5."""
    assert _contrast("#000000", "#ffffff") == pytest.approx(21)
    assert _contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_the_vocabularies_of_the_project_load_without_a_remark() -> None:
    """All five, each with its values in order."""
    loaded, told = _load(OWN)

    assert told == []
    assert loaded is not None
    assert [facet.key for facet in loaded] == [*FACETS, TEMOIN_SIZE, TEMOIN_SECTOR, *REFERENCES]
    assert [value.label for value in loaded["maturity"].values] == [
        "Premières actions",
        "Progresser",
        "Aller plus loin",
    ]


@pytest.mark.parametrize("nature", vocabulary(OWN)["nature"].values, ids=lambda value: value.slug)
def test_the_colours_of_a_nature_can_be_read(nature: Value) -> None:
    """As text on each ground; and under the text of a tab, white by day and `NIGHT` by night."""
    assert min(_contrast(nature.light, ground) for ground in (PAPER, WHITE)) >= 4.5
    assert min(_contrast(nature.dark, ground) for ground in (NIGHT, PANEL)) >= 4.5


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("Environnemental", "Environnemental"),
        (" environnemental ", "Environnemental"),
        ("ENVIRONNEMENT", "Environnemental"),
        ("€ - faible", "Faible"),
        ("€", "Faible"),
        ("€€", "Moyen"),
        ("premieres   actions", "Premières actions"),
        ("débutant", "Premières actions"),
    ],
)
def test_a_value_is_found_however_it_is_typed(written: str, label: str) -> None:
    """By its label or a synonym; case, accents and spaces do not count."""
    found = [facet.find(written) for facet in vocabulary(OWN)]

    assert label in {value.label for value in found if value}


@pytest.mark.parametrize(
    ("written", "label"),
    [("Progreser", "Progresser"), ("premiere action", "Premières actions"), ("Sport", None)],
)
def test_a_mistyped_value_is_recognised(written: str, label: str | None) -> None:
    """« vouliez-vous dire », only when it is close."""
    suggestion = vocabulary(OWN)["maturity"].suggest(written)

    assert (suggestion.label if suggestion else None) == label


def test_values_stand_in_the_order_of_their_rank() -> None:
    """Whatever their order in the file."""
    text = vocabulary_text().replace("ordre = 1", "ordre = 9")

    assert vocabulary(text)["maturity"].values[-1].label == "Premières actions"


def _line(text: str, needle: str) -> int:
    return text[: text.index(needle)].count("\n") + 1


@pytest.mark.parametrize(
    ("good", "bad", "message"),
    [
        ('libelle = "Social"', "", "`libelle` manque"),
        (
            'libelle = "Social"',
            "libelle = 3",
            "`libelle` attend un texte entre guillemets, pas un nombre",
        ),
        ('titre = "Nature"', 'titre = " "', "`titre` est vide"),
        (
            'adresse = "social"',
            'adresse = "Le Social"',
            "`adresse` ne convient pas : « Le Social »",
        ),
        ("ordre = 2", 'ordre = "2"', f"`ordre` {_WHOLE}, pas un texte"),
        ("ordre = 2", "ordre = 0", "`ordre` doit être un nombre, à partir de 1"),
        ("ordre = 2", "ordre = true", f"`ordre` {_WHOLE}, pas `true`"),
        ("ordre = 2", "ordre = 2.5", f"`ordre` {_WHOLE}, pas un nombre à virgule"),
        (
            'couleur_claire = "#1f6639"',
            'couleur_claire = "vert"',
            "`couleur_claire` doit être une couleur",
        ),
        (
            'synonymes = ["Environnement"]',
            'synonymes = "Environnement"',
            "`synonymes` doit être une liste",
        ),
        (
            'adresse = "maturity"',
            'adresse = "nature"',
            "l’adresse « nature » est déjà celle d’un autre vocabulaire",
        ),
    ],
)
def test_a_fault_is_told_at_its_line(good: str, bad: str, message: str) -> None:
    """The value, or the header of its table when it is not there."""
    text = vocabulary_text()
    header = text.rindex("[", 0, text.index(good) if bad == "" else None)
    line = _line(text, good) if bad else text[:header].count("\n") + 1
    loaded, told = _load(text.replace(good, bad, 1))

    assert loaded is None
    assert told == [(line, message)]


@pytest.mark.parametrize(
    ("bad", "word", "message"),
    [
        ('libelle = "social"', "social", "cette valeur existe déjà, ligne 6"),
        (
            'libelle = "X"\nsynonymes = ["écolo", "SOCIAL"]',
            '"SOCIAL"',
            "« SOCIAL » est déjà une autre valeur, ligne 6",
        ),
        (
            'libelle = "X"\nsynonymes = ["environnement"]',
            '"environnement"',
            "« environnement » est déjà une écriture de la valeur « Environnemental », ligne 18",
        ),
    ],
)
def test_a_word_means_one_value_only(bad: str, word: str, message: str) -> None:
    """The second one is pointed at, and the first is named."""
    text = vocabulary_text().replace('libelle = "Gouvernance"', bad)
    loaded, told = load_vocabulary(SourceFile(PurePosixPath("content/vocabulaire.toml"), text))
    [found] = told

    assert loaded is None
    assert found.message == message
    assert word in _marked(found)


def test_the_label_of_a_value_is_not_the_synonym_of_another() -> None:
    """The synonym is the one to mend, wherever it stands."""
    text = vocabulary_text().replace('libelle = "Gouvernance"', 'libelle = "Environnement"')
    _, told = _load(text)

    line = _line(text, "synonymes")
    label = _line(text, 'libelle = "Environnement"')
    assert told == [(line, f"« Environnement » est déjà une autre valeur, ligne {label}")]


def test_a_value_that_is_there_twice_is_told_once() -> None:
    """Not for its address and its synonyms as well."""
    twin = '[[nature.valeurs]]\nlibelle = "Social"\nadresse = "social"\nordre = 4\n'
    twin += 'couleur_claire = "#1f6639"\ncouleur_sombre = "#8fd3a4"\n'
    _, told = _load(vocabulary_text().replace("[maturity]", f"{twin}[maturity]"))

    assert [message for _, message in told] == ["cette valeur existe déjà, ligne 6"]


def _marked(found: Diagnostic) -> str:
    """Return what is underlined."""
    assert found.place.span is not None
    return found.place.source.text[found.place.span.start : found.place.span.end]


def test_an_address_means_one_value_only() -> None:
    """Two pages cannot stand at the same place."""
    text = vocabulary_text().replace('adresse = "gouvernance"', 'adresse = "social"')
    _, told = _load(text)

    line = _line(text, 'libelle = "Gouvernance"') + 1
    assert told == [(line, "l’adresse « social » est déjà celle de la valeur « Social », ligne 7")]


def test_two_vocabularies_have_not_one_name_in_an_address() -> None:
    """A filtered list would not know which is meant."""
    text = vocabulary_text().replace('adresse = "maturity"', 'adresse = "m"\nparametre = "nature"')
    _, told = _load(text)

    message = "le paramètre « nature » est déjà celui d’un autre vocabulaire"
    assert told == [(_line(text, "parametre"), message)]


@pytest.mark.parametrize(
    "text",
    [
        vocabulary_text().split("[maturity]")[0] + "[maturity]\nvaleurs = []\n",
        vocabulary_text().split("[maturity]")[0] + '[maturity]\ntitre = "Maturité"\n',
        vocabulary_text().split("[maturity]")[0],
    ],
)
def test_a_vocabulary_without_values_is_told(text: str) -> None:
    """An empty list as well: every sheet needs a value to take."""
    loaded, told = _load(text)

    assert loaded is None
    assert "la liste des valeurs de `maturity` manque" in [message for _, message in told]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("[nature]\ntitre = Nature\n", 2, "ce texte n’est pas entre guillemets"),
        (f"a = {'[' * 500}", 1, "il y a trop de tables ou de listes les unes dans les autres"),
    ],
)
def test_a_file_that_is_no_toml_is_told(text: str, line: int, message: str) -> None:
    """In the words used for a sheet, without speaking of its head."""
    loaded, told = _load(text)

    assert loaded is None
    assert told == [(line, f"ce fichier ne peut pas être lu : {message}")]


def test_all_faults_are_told_in_one_run() -> None:
    """A network that edits the file mends it once."""
    text = vocabulary_text().replace("#1f6639", "vert").replace('titre = "Maturity"', "")
    _, told = _load(text)

    assert len(told) == 4


def test_sizes_are_read_from_the_smallest() -> None:
    """The last one has no bound."""
    sizes = vocabulary(vocabulary_text() + SIZES)["temoin_size"].values

    assert [(size.label, size.maximum) for size in sizes] == [("Petite", 49), ("Grande", None)]


@pytest.mark.parametrize(
    ("good", "bad", "marked", "message"),
    [
        ("maximum = 49", "", "[[temoin_size.valeurs]]", "« Petite » n’a pas de `maximum`"),
        ("maximum = 49", 'maximum = "49"', '"49"', f"`maximum` {_WHOLE}, pas un texte"),
        ("maximum = 49", "maximum = 0", "0", "`maximum` doit être un nombre, à partir de 1"),
        (
            'adresse = "grande"\nordre = 2',
            'adresse = "grande"\nordre = 2\nmaximum = 90',
            "90",
            "« Grande » est la dernière taille et a un `maximum`",
        ),
        (
            'adresse = "grande"\nordre = 2',
            'adresse = "grande"\nordre = 1',
            "[[temoin_size.valeurs]]",
            "« Grande » n’a pas de `maximum` et n’est pas la dernière taille",
        ),
    ],
)
def test_sizes_hold_every_witness_once(good: str, bad: str, marked: str, message: str) -> None:
    """Each has its bound but the last; the one that is wrong is pointed at."""
    text = vocabulary_text() + SIZES.replace(good, bad)
    loaded, told = load_vocabulary(SourceFile(PurePosixPath("content/vocabulaire.toml"), text))
    [found] = told

    assert loaded is None
    assert (_marked(found), found.message) == (marked, message)


def test_a_size_is_larger_than_the_one_before() -> None:
    """The value that is not is pointed at, and the other is named."""
    middle = '[[temoin_size.valeurs]]\nlibelle = "Moyenne"\nadresse = "m"\nordre = {}\nmaximum = 9'
    sizes = SIZES.replace("ordre = 2", "ordre = 3") + middle.format(2)
    text = vocabulary_text() + sizes
    _, [found] = load_vocabulary(SourceFile(PurePosixPath("content/vocabulaire.toml"), text))

    assert _marked(found) == "9"
    assert found.message == "« Moyenne » : 9 n’est pas plus que 49"
    line = _line(text, "maximum = 49")
    assert found.aide == f"donnez-lui plus que le `maximum` de « Petite », ligne {line}"


_SUBJECTS = """
[iso26000]
titre = "ISO 26000"
adresse = "iso-26000"
[[iso26000.valeurs]]
libelle = "Environnement"
adresse = "environnement"
ordre = 1
natures = ["Environnemental"]
"""


def test_a_core_subject_holds_natures_that_exist() -> None:
    """A nature renamed is told here too, or its fiches would leave the page unnoticed."""
    text = vocabulary_text() + _SUBJECTS
    _, told = _load(text.replace('["Environnemental"]', '["Vert"]'))

    assert vocabulary(text)["iso26000"].values[0].natures == ("Environnemental",)
    assert [message for _, message in told] == ["« Vert » n’est pas une nature"]


def test_a_core_subject_takes_a_nature_however_it_is_typed() -> None:
    """As a sheet does: case, accents, synonyms; each once."""
    own = _SUBJECTS.replace('["Environnemental"]', '["ENVIRONNEMENT", "social", "Sociâl"]')

    assert vocabulary(vocabulary_text() + own)["iso26000"].values[0].natures == (
        "Environnemental",
        "Social",
    )


def test_a_nature_may_be_in_two_subjects_or_in_none() -> None:
    """It may be on purpose: nothing is told."""
    other = '[[iso26000.valeurs]]\nlibelle = "Eau"\nadresse = "eau"\nordre = 2\n'
    _, told = _load(f'{vocabulary_text()}{_SUBJECTS}{other}natures = ["Environnemental"]\n')

    assert told == []


def test_goals_keep_their_official_name_unless_the_file_has_another() -> None:
    """Seventeen, whatever the file leaves out."""
    own = """
[odd]
titre = "ODD"
adresse = "objectifs"
[[odd.valeurs]]
libelle = "L’eau"
adresse = "eau"
ordre = 6
"""
    goals = vocabulary(vocabulary_text() + own)["odd"]

    assert goals.slug == "objectifs"
    assert [goal.label for goal in goals.values[5:7]] == [
        "L’eau",
        "7. Énergie propre et d’un coût abordable",
    ]
    assert [goal.rank for goal in goals.values] == list(range(1, 18))


def test_a_goal_that_does_not_exist_is_told() -> None:
    """`ordre` is its number."""
    own = '[odd]\ntitre = "O"\n[[odd.valeurs]]\nlibelle = "X"\nadresse = "x"\nordre = 18\n'
    _, told = _load(vocabulary_text() + own)

    assert told == [(_line(vocabulary_text() + own, "ordre = 18"), "il n’y a pas d’objectif 18")]


def test_two_goals_have_not_one_number() -> None:
    """The second is pointed at; a number that is wrong is told for itself only."""
    goal = '[[odd.valeurs]]\nlibelle = "{0}"\nadresse = "{0}"\nordre = {1}\n'
    goals = [goal.format(*pair) for pair in (("a", 6), ("b", 6), ("c", 1), ("d", '"1"'))]
    text = vocabulary_text() + '[odd]\ntitre = "O"\n' + "".join(goals)
    first = _line(text, 'libelle = "a"') + 2
    _, told = _load(text)

    assert told == [
        (_line(text, 'ordre = "1"'), f"`ordre` {_WHOLE}, pas un texte"),
        (first + 4, f"l’objectif 6 est déjà celui de « a », ligne {first}"),
    ]


def test_the_sector_of_the_witness_may_be_named() -> None:
    """Its values are those of the sheets: the file gives its title and its address."""
    own = '[temoin_sector]\ntitre = "Métier du témoin"\nadresse = "metier"\n'
    facet = vocabulary(vocabulary_text() + own)["temoin_sector"]

    assert (facet.title, facet.slug, facet.param) == ("Métier du témoin", "metier", "metier")


def _meant(key: str) -> str:
    return f"vouliez-vous dire `{key}` ?"


@pytest.mark.parametrize(
    ("good", "bad", "marked", "message", "aide"),
    [
        (
            "temoin_size",
            "temoin_taille",
            "temoin_taille",
            "table inconnue : `temoin_taille`",
            "vouliez-vous dire `temoin_size` ? (ici et dans chaque ligne entre crochets qui suit)",
        ),
        (
            "[[temoin_size.valeurs]]",
            "[[temoin_size.tailles]]",
            "tailles",
            "table inconnue : `tailles`",
            "vouliez-vous dire `valeurs` ? (ici et dans chaque ligne entre crochets qui suit)",
        ),
        ("maximum", "maximun", "maximun", "clé inconnue : `maximun`", _meant("maximum")),
        (
            'libelle = "Petite"',
            'Libelle = "Petite"',
            "Libelle",
            "clé inconnue : `Libelle`",
            _meant("libelle"),
        ),
        (
            'titre = "Taille du témoin"',
            'titre = "Taille du témoin"\nexplication = "…"',
            "explication",
            "clé inconnue : `explication`",
            "choisissez parmi : `titre`, `adresse`, `parametre`, `valeurs`",
        ),
        (
            "maximum = 49",
            'maximum = 49\nporte = "x"',
            "porte",
            "`porte` ne sert que dans `maturity`",
            "effacez cette ligne",
        ),
        (
            "[temoin_size]",
            "[zzz]\n[temoin_size]",
            "zzz",
            "table inconnue : `zzz`",
            (
                "choisissez parmi : `nature`, `maturity`, `financialinvest`, `humaninvest`, "
                "`sector`, `temoin_size`, `temoin_sector`, `iso26000`, `odd`"
            ),
        ),
        (
            "[temoin_size]",
            "[temoin_sector]\nvaleurs = []\n[temoin_size]",
            "valeurs",
            "`temoin_sector` n’a pas de valeurs : ce sont celles de `sector`",
            "écrivez-les dans `[[sector.valeurs]]`",
        ),
        (
            "[temoin_size]",
            "[[odd]]\n[temoin_size]",
            "[[odd]]",
            "`odd` doit être une table",
            "écrivez `[odd]`, seul sur sa ligne",
        ),
    ],
)
def test_what_has_another_name_is_told_at_its_name(
    good: str, bad: str, marked: str, message: str, aide: str
) -> None:
    """Once: it is read as what it means, and nothing is said to be missing."""
    text = vocabulary_text() + SIZES.replace(good, bad)
    _, told = load_vocabulary(SourceFile(PurePosixPath("content/vocabulaire.toml"), text))

    assert [(_marked(found), found.message, found.aide) for found in told] == [
        (marked, message, aide)
    ]


def test_what_is_wrong_under_another_name_is_told_too() -> None:
    """At its own place: one reading is enough."""
    own = SIZES.replace("temoin_size", "temoin_taille").replace("49", '"49"')
    text = vocabulary_text() + own.replace(
        "[[temoin_taille.valeurs]]", "[[temoin_taille.valeur]]", 1
    )
    _, told = _load(text)

    assert told == [
        (_line(text, "[temoin_taille]"), "table inconnue : `temoin_taille`"),
        (_line(text, "[[temoin_taille.valeur]]"), "table inconnue : `valeur`"),
        (_line(text, "maximum ="), f"`maximum` {_WHOLE}, pas un texte"),
    ]


def test_a_key_with_an_accent_is_proposed_without() -> None:
    """TOML does not take it for a key."""
    text = vocabulary_text().replace('libelle = "Social"', 'libellé = "Social"')
    _, [found] = load_vocabulary(SourceFile(PurePosixPath("content/vocabulaire.toml"), text))

    assert (_marked(found), found.aide) == ("libellé", "vouliez-vous dire `libelle` ?")
