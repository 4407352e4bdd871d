"""FP611: a description that search engines cut."""

import pytest

from tests.rules.editing import marked, reviewed, whole_fiche

FULL = "é" * 160


@pytest.mark.parametrize(
    "text",
    [
        FULL,
        f"  {FULL}  ",
        "e\u0301" * 160,
        "Des bacs.",
    ],
    ids=["full", "spaces around", "accents apart", "short"],
)
def test_a_description_that_fits_is_not_told(text: str) -> None:
    """160 signs, as they are seen; spaces at the ends do not count."""
    assert reviewed(whole_fiche(description=f'"{text}"')).codes == []


def test_what_is_over_is_marked_and_counted() -> None:
    """From the 161st sign."""
    told = reviewed(whole_fiche(description=f'"{"a" * 160}bcd."'))

    assert told.codes == ["FP611"]
    [found] = told.diagnostics
    assert found.message == "la description fait 164 signes : 4 de trop"
    assert told.text("FP611").endswith(
        "= aide : raccourcissez-la à 160 signes ; ce qui dépasse est souligné"
    )
    assert marked(told, "FP611") == ["bcd."]


@pytest.mark.parametrize(
    ("text", "over"),
    [
        (r"\u00e9" * 160 + r"\u00e8 là", r"\u00e8 là"),
        (r"\"" * 160 + "fin", "fin"),
        ("  " + "a" * 160 + "b  ", "b"),
    ],
    ids=["escapes", "quotes", "spaces"],
)
def test_escapes_count_for_one_sign(text: str, over: str) -> None:
    """What is marked is what stands in the file."""
    assert marked(reviewed(whole_fiche(description=f'"{text}"')), "FP611") == [over]
