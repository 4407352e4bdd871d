"""The EcoIndex, against the figures that its authors publish."""

import pytest

from builder.ecoindex import ecoindex, grade


@pytest.mark.parametrize(
    ("dom", "requests", "kilobytes", "score"),
    [
        (100, 100, 100, 72),
        (100, 100, 1000, 67),
        (100, 100, 10000, 58),
        (200, 200, 10000, 46),
        (2355, 267, 2493, 10),
        (240, 20, 331, 83),
    ],
)
def test_scores_are_those_of_the_reference(
    dom: int, requests: int, kilobytes: float, score: int
) -> None:
    """The examples of the reference implementation's own tests."""
    assert round(ecoindex(dom=dom, requests=requests, kilobytes=kilobytes)) == score


def test_score_runs_from_100_to_0() -> None:
    """Nothing scores 100; whatever is beyond the tables scores 0."""
    assert ecoindex(dom=0, requests=0, kilobytes=0) == 100
    assert ecoindex(dom=594601, requests=3920, kilobytes=223212.26) == 0
    assert ecoindex(dom=10**6, requests=10**6, kilobytes=10**6) == 0


@pytest.mark.parametrize(
    ("score", "letter"),
    [(100, "A"), (80.01, "A"), (80, "B"), (50.2, "D"), (25, "F"), (10, "G"), (0, "G")],
)
def test_grades(score: float, letter: str) -> None:
    """A limit belongs to the letter below."""
    assert grade(score) == letter
