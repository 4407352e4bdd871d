"""The search engine in a real browser, on the real site, under its Content-Security-Policy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from builder.normalise import fold
from builder.search.words import STOP_WORDS, words_of_token
from tests.browser.server import StaticServer
from tests.conftest import CONTENT_SECURITY_POLICY
from tests.search.asking import write_search
from tests.sheets import fiche_text, write_content

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.site_checks.site import BuiltSite

pytestmark = pytest.mark.browser

_OPEN = """async ([module, root]) => {
  window.moteur = await (await import(module)).ouvrir(root);
}"""
_FIND = """async (question) => {
  const found = await moteur.chercher(question);
  return found.map(({ adresse, score, partiel }) => ({ adresse, score, partiel }));
}"""
_EXCERPT = "async (question) => (await moteur.chercher(question))[0].extrait()"
_SUGGEST = "(question) => moteur.suggerer(question)"
_FOLD = """async ([module, texts]) => {
  const { plier } = await import(module);
  return texts.map(plier);
}"""
_TERMS = """async ([module, questions, stop]) => {
  const { termesDe } = await import(module);
  return questions.map((question) => termesDe(question, new Set(stop)));
}"""

_TRI = "fiches/trier-les-dechets-informatiques/"
_TYPED = (
    "",
    "L’ÉNERGIE  de l\u02bcŒuvre",
    "d‘eau\u00a0: 25\u202f%",
    "Cœur, curriculum vitæ, ÆGIR",
    "aujourd’hui qu’il s’agit d'un prud'homme",
    "so\u00adcié\u200bté\ufeff à mission",
    "recyclées, RECYCLÉS, recyclee, année, lycée, fée",
    "Mont-Blanc, Mont\u2011Blanc, porte-à-porte, et/ou",
    "1\u00a0100 € par m² et CO₂, n° 5, ½",
    "Straße, ﬁnance, e\u0301cologie, İzmir",
    "le la les de du des",
)


@pytest.fixture(scope="module")
def asked(browser: Browser, site: BuiltSite) -> Iterator[Page]:
    """Open the engine of the site at `/`, from a fiche; questions leave no trace on it."""
    with browser.new_context() as context:
        address = "fiches/devenir-une-societe-a-mission/"
        yield _open(context.new_page(), site, address, "../../")


def _open(page: Page, site: BuiltSite, address: str, root: str) -> Page:
    page.goto(site.site_url + address)
    page.evaluate(_OPEN, [f"{site.base}components/recherche/moteur.js", root])
    return page


def _addresses(page: Page, question: str) -> list[str]:
    return [found["adresse"] for found in page.evaluate(_FIND, question)]


@pytest.mark.parametrize(
    "questions",
    [
        ("énergie", "energie", "ENERGIE", "Énergie", "l’énergie", "d'énergie", "e\u0301nergies"),
        ("déchets", "dechets", "déchet", "DÉCHET", "« déchets »", "dé\u00adchets", "de\u0301chets"),
        ("salariés", "salaries", "salarié", "salariée", "salariees", "les salariés"),
        ("société à mission", "societe a mission", "sociétés à mission", "mission société"),
        ("l’eau", "l'eau", "eau", "d‘eau", "L\u02bcEAU"),
        ("recycler", "recyclé", "recyclée", "recyclées", "recyclees", "recyclait"),
        ("cœur", "coeur", "CŒUR"),
    ],
)
def test_spellings_of_a_question_find_the_same(asked: Page, questions: tuple[str, ...]) -> None:
    """Case, accents, apostrophes, plurals and verb forms do not count."""
    found = {question: _addresses(asked, question) for question in questions}

    assert found[questions[0]]
    assert all(answer == found[questions[0]] for answer in found.values()), found


def test_all_words_must_be_there_if_some_page_has_them_all(asked: Page) -> None:
    """One that has only some of them is no answer then."""
    whole = asked.evaluate(_FIND, "toner cartouches")
    part = asked.evaluate(_FIND, "toner licorne")

    assert [found["adresse"] for found in whole] == [_TRI]
    assert [found["partiel"] for found in whole] == [False]
    assert part[0]["adresse"] == _TRI
    assert all(found["partiel"] for found in part)


def test_scores_go_down(asked: Page) -> None:
    """The list is sorted already."""
    scores = [found["score"] for found in asked.evaluate(_FIND, "salariés")]

    assert len(scores) > 2
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("question", ["", "  ", "…", "le la les", "qu’est-ce que c’est", "l’"])
def test_a_question_without_a_word_to_look_for_finds_nothing(asked: Page, question: str) -> None:
    """Nothing rather than everything."""
    assert _addresses(asked, question) == []
    assert asked.evaluate(_SUGGEST, question) is None


@pytest.mark.parametrize("question", ["licorne", "trottinette", "zzzz", "tribunal"])
def test_the_start_of_a_word_does_not_stand_for_it(asked: Page, question: str) -> None:
    """« tri » is no answer to « tribunal »."""
    assert _addresses(asked, question) == []


def test_a_word_half_typed_is_found(asked: Page) -> None:
    """One reads results while typing."""
    assert _TRI in _addresses(asked, "cartouch")


@pytest.mark.parametrize(
    ("question", "better"),
    [
        ("recylcage", "recyclage"),
        ("tri des dechest", "tri des déchets"),
        ("l’enrgie", "l’énergie"),
        ("emaus", "Emmaüs"),
        ("societe a misssion", "societe a mission"),
        ("conexing", "Connexing"),
        ("recyclage", None),
        ("recyclees", None),
        ("cartouch", None),
        ("xylophone", None),
    ],
)
def test_words_of_the_site_are_suggested(asked: Page, question: str, better: str | None) -> None:
    """For words that it does not have, and only for these."""
    assert asked.evaluate(_SUGGEST, question) == better


@pytest.mark.parametrize("question", ["recylcage", "cartouhces", "filèire"])
def test_a_letter_astray_is_forgiven(asked: Page, question: str) -> None:
    """What is suggested is also what is found."""
    assert _TRI in _addresses(asked, question)
    assert asked.evaluate(_SUGGEST, question) is not None


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("recyclerons", "recycl"),
        ("trieront", "tri"),
        ("cartouchières", "cartouche"),
        ("stockeront", "stock"),
        ("indicatrices", "indicateur"),
    ],
)
def test_a_form_that_the_site_never_writes_finds_the_others(
    asked: Page, question: str, word: str
) -> None:
    """The browser has no stemmer: it knows how French words end."""
    segments = asked.evaluate(_EXCERPT, question)
    marked = [fold(segment["texte"]) for segment in segments if segment["marque"]]

    assert marked
    assert all(text.startswith(word) for text in marked)


def test_a_first_search_is_light(page: Page, site: BuiltSite) -> None:
    """A few files, and the texts of the excerpts that are shown."""
    asked: list[str] = []
    _open(page, site, "fiches/", "../")
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))

    page.evaluate(_EXCERPT, "toner cartouches")

    names = sorted(path.partition("/recherche/")[2].partition(".")[0] for path in asked)
    assert names[:-1] == ["formes", "formes", "index", "pages"]
    assert names[-1].startswith("textes/")


def test_an_excerpt_shows_the_words_as_they_were_written(asked: Page) -> None:
    """Apostrophes, accents and no-break spaces are the author's; the words are marked."""
    segments = asked.evaluate(_EXCERPT, "dechets filiere")
    marked = [segment["texte"] for segment in segments if segment["marque"]]

    assert {"filière"} <= {*marked}
    assert all(fold(word).startswith(("dechet", "filiere")) for word in marked)
    assert "filière\u00a0; mélangés, ils sont perdus." in _text(segments)


def _text(segments: list[dict[str, Any]]) -> str:
    return "".join(segment["texte"] for segment in segments)


def test_nothing_is_asked_before_the_first_question(page: Page, site: BuiltSite) -> None:
    """Then the engine comes once, from this site alone, without a worker, a cookie or a fault."""
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))

    _open(page, site, "fiches/devenir-une-societe-a-mission/", "../../")
    before = [url for url in asked if urlsplit(url).path.startswith("/recherche/")]
    _addresses(page, "mission")
    after = len(asked)
    _addresses(page, "mission")

    assert before == []
    assert len(asked) == after
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(site.site_url).netloc}
    assert faults == []
    assert page.workers == []
    assert page.context.cookies() == []


def test_it_works_under_a_sub_path(page: Page, sub_site: BuiltSite) -> None:
    """Addresses are from the root of the site, wherever the page stands."""
    _open(page, sub_site, "fiches/", "../")

    assert _addresses(page, "toner cartouches") == [_TRI]
    assert page.evaluate(_SUGGEST, "recylcage") == "recyclage"
    assert page.evaluate(_EXCERPT, "toner")


@pytest.mark.parametrize("file", ["index.json", "pages.*.txt", "formes.*.txt"])
def test_a_failed_load_is_tried_again(page: Page, site: BuiltSite, file: str) -> None:
    """A network that comes back finds the search working."""
    _open(page, site, "fiches/", "../")
    page.route(f"**/{file}", lambda route: route.abort())
    failed = page.evaluate("moteur.chercher('toner').then(() => false, () => true)")
    page.unroute(f"**/{file}")

    assert failed
    assert _addresses(page, "toner cartouches") == [_TRI]


@pytest.fixture
def small(page: Page, tmp_path: Path) -> Iterator[Page]:
    """Open the engine of a site of one fiche, whose words look like mark-up."""
    body = "## Méthode\n\nÉcrire `a < b && c` puis **peser** l’*œuvre* &lt;b&gt;chère&lt;/b&gt;.\n"
    content = write_content(tmp_path, {"fiches/balises.md": fiche_text(body)})
    site = tmp_path / "site"
    site.mkdir()
    write_search(content, site)
    headers = {"Content-Security-Policy": CONTENT_SECURITY_POLICY}
    with StaticServer(site, headers=headers) as server:
        page.goto(server.url)
        page.evaluate(_OPEN, ["/components/recherche/moteur.js", "./"])
        yield page


def test_an_excerpt_is_text_and_never_html(small: Page) -> None:
    """What looks like mark-up is words; a mark covers a word, and no elision or comma."""
    segments = small.evaluate(_EXCERPT, "oeuvre peser")

    assert _text(segments) == (
        "Des bacs et un repreneur. Écrire a < b && c puis peser l’œuvre <b>chère</b>."
    )
    assert [segment["texte"] for segment in segments if segment["marque"]] == ["peser", "œuvre"]


def test_a_title_is_no_excerpt(small: Page) -> None:
    """A page found by its title alone keeps its description."""
    assert small.evaluate(_EXCERPT, "trier") == []


def test_both_sides_fold_alike(asked: Page) -> None:
    """Python folds what is indexed, the browser what is asked."""
    folded = asked.evaluate(_FOLD, ["/components/recherche/plier.js", list(_TYPED)])

    assert folded == [fold(text) for text in _TYPED]


def test_both_sides_see_the_same_words(asked: Page) -> None:
    """A question is read as a text is indexed."""
    stop = sorted(STOP_WORDS)
    terms = asked.evaluate(_TERMS, ["/components/recherche/moteur.js", list(_TYPED), stop])

    for text, found in zip(_TYPED, terms, strict=True):
        words = [word for token in text.split() for word in words_of_token(token)]
        assert found == list(dict.fromkeys(words))[:8]
