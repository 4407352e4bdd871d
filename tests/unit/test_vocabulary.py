"""The vocabularies: what a network may write in them, and what is told when it slips."""

from __future__ import annotations

from pathlib import PurePosixPath

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
from tests.sheets import PROJECT, vocabulary, vocabulary_text

OWN = (PROJECT / "content" / "vocabulaire.toml").read_text(encoding="utf-8")

PAPER, WHITE = "#faf8f3", "#ffffff"
NIGHT, PANEL = "#16181c", "#1f2227"


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
        ('libelle = "Social"', "libelle = 3", "`libelle` manque"),
        ('titre = "Nature"', 'titre = " "', "`titre` manque"),
        ('adresse = "social"', 'adresse = "Le Social"', "`adresse` manque ou ne convient pas"),
        ("ordre = 2", 'ordre = "2"', "`ordre` doit être un nombre, à partir de 1"),
        ("ordre = 2", "ordre = 0", "`ordre` doit être un nombre, à partir de 1"),
        ("ordre = 2", "ordre = true", "`ordre` doit être un nombre, à partir de 1"),
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
    ("bad", "word"),
    [
        ('libelle = "social"', "« social »"),
        ('libelle = "Environnement"', "« Environnement »"),
        ('libelle = "X"\nsynonymes = ["SOCIAL"]', "« SOCIAL »"),
    ],
)
def test_a_word_means_one_value_only(bad: str, word: str) -> None:
    """The second value that claims it is pointed at."""
    text = vocabulary_text().replace('libelle = "Gouvernance"', bad)
    line = _line(text, bad) - 1
    loaded, told = _load(text)

    assert loaded is None
    assert told == [(line, f"{word} désigne aussi une autre valeur")]


def test_an_address_means_one_value_only() -> None:
    """Two pages cannot stand at the same place."""
    text = vocabulary_text().replace('adresse = "gouvernance"', 'adresse = "social"')
    _, told = _load(text)

    line = _line(text, 'libelle = "Gouvernance"') - 1
    assert told == [(line, "l’adresse « social » désigne aussi une autre valeur")]


@pytest.mark.parametrize(
    "text",
    [
        vocabulary_text().replace("[[maturity.valeurs]]", "[[maturity.autres]]"),
        vocabulary_text().split("[maturity]")[0] + "[maturity]\nvaleurs = []\n",
        "maturity = 3\n",
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


_SIZES = """
[temoin_size]
titre = "Taille"
adresse = "taille"
[[temoin_size.valeurs]]
libelle = "Grande"
adresse = "grande"
ordre = 2
[[temoin_size.valeurs]]
libelle = "Petite"
adresse = "petite"
ordre = 1
maximum = 49
"""


def test_sizes_are_read_from_the_smallest() -> None:
    """The last one has no bound."""
    sizes = vocabulary(vocabulary_text() + _SIZES)["temoin_size"].values

    assert [(size.label, size.maximum) for size in sizes] == [("Petite", 49), ("Grande", None)]


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("maximum = 49", ""),
        ("maximum = 49", 'maximum = "49"'),
        ('adresse = "grande"\nordre = 2', 'adresse = "grande"\nordre = 2\nmaximum = 9'),
    ],
)
def test_sizes_hold_every_witness_once(good: str, bad: str) -> None:
    """Bounds grow, and the largest companies are not left out."""
    loaded, told = _load(vocabulary_text() + _SIZES.replace(good, bad))

    assert loaded is None
    assert [message for _, message in told] == [
        "les tailles doivent avoir chacune un `maximum`, du plus petit au plus grand"
    ]


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

    assert [message for _, message in told] == ["il n’y a pas d’objectif 18"]


def test_the_sector_of_the_witness_may_be_named() -> None:
    """Its values are those of the sheets: the file gives its title and its address."""
    own = '[temoin_sector]\ntitre = "Métier du témoin"\nadresse = "metier"\n'
    facet = vocabulary(vocabulary_text() + own)["temoin_sector"]

    assert (facet.title, facet.slug, facet.param) == ("Métier du témoin", "metier", "metier")
