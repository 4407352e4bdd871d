"""FP305: code of a third party, which the site never publishes."""

import pytest

from tests.sheets import blocs_text, fiche_text, read_fiche

CODE = "<script src='https://exemple.fr/mesure.js'></script>"


@pytest.mark.parametrize("trackers", [None, "[]", '""'])
def test_an_empty_list_is_not_told(trackers: str | None) -> None:
    """The CMS wrote one in every sheet."""
    assert read_fiche(fiche_text(trackers=trackers)).codes == []


def test_a_tracker_is_shown_at_its_key() -> None:
    """What is in it is not shown: it may be long."""
    told = read_fiche(fiche_text(trackers='[{ location = "head", tracker = "x" }]'))

    assert told.codes == ["FP305"]
    assert told.text("FP305") == (
        "avertissement[FP305] code d’un tiers ignoré : le site ne suit pas ses lecteurs\n"
        " --> content/fiches/essai.md:9:1\n"
        "  |\n"
        '9 | trackers = [{ location = "head", tracker = "x" }]\n'
        "  | ^^^^^^^^\n"
        "  = aide : effacez ce code, ou écrivez `trackers = []`"
    )


@pytest.mark.parametrize("count", [1, 3])
def test_tables_of_trackers_are_one_warning_at_the_first(count: int) -> None:
    """One decision of the site's, one remark."""
    table = f'[[trackers]]\nlocation = "head"\ntracker = "{CODE}"\n'
    told = read_fiche(
        blocs_text('template = "faq"').removesuffix("+++\n") + table * count + "+++\n"
    )

    assert told.codes == ["FP305"]
    assert told.diagnostics[0].place.position.line == 11
    assert not told.diagnostics[0].is_error


@pytest.mark.parametrize("trackers", ['"x"', '["x"]', "true", "{ tracker = 1 }"])
def test_each_form_of_it_is_told_in_the_same_words(trackers: str) -> None:
    """Its type is not judged: nothing of it is used."""
    told = read_fiche(fiche_text(trackers=trackers))

    assert told.codes == ["FP305"]
    assert told.sheet is not None
