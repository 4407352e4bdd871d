"""A sheet shows the site's own pictures, and no other file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.render.uploads import Fault, Upload, Uploads
from builder.validate.uploads import UploadsCheck
from tests.sheets import NO_UPLOADS


@pytest.mark.parametrize(
    ("src", "address", "size"),
    [
        ("/uploads/bac.png", "uploads/bac.png", (40, 30)),
        ("uploads/bac.png", "uploads/bac.png", (40, 30)),
        ("/uploads/bac.png?v=2#x", "uploads/bac.png", (40, 30)),
        ("/uploads/plan.svg", "uploads/plan.svg", (None, None)),
        ("/uploads/abime.jpg", "uploads/abime.jpg", (None, None)),
        ("/uploads/debout.jpg", "uploads/debout.jpg", (30, 40)),
        (
            "/uploads/photos/Été à l’usine.jpg",
            "uploads/photos/%C3%89t%C3%A9%20%C3%A0%20l%E2%80%99usine.jpg",
            (20, 10),
        ),
        (
            "/uploads/photos/%C3%89t%C3%A9%20%C3%A0%20l%E2%80%99usine.jpg",
            "uploads/photos/%C3%89t%C3%A9%20%C3%A0%20l%E2%80%99usine.jpg",
            (20, 10),
        ),
    ],
)
def test_a_picture_has_its_address_and_its_size(
    uploads: Path, src: str, address: str, size: tuple[int | None, int | None]
) -> None:
    """As a browser shows it: a photo held upright is higher than wide."""
    assert Uploads(uploads).find(src) == Upload(address, *size)


OUTSIDE = [
    "/uploads/../secret.png",
    "/uploads/photos/../../secret.png",
    "/uploads/%2e%2e/secret.png",
    "/uploads/%2E%2E%2Fsecret.png",
    "/uploads/..%5csecret.png",
    "/uploads\\..\\secret.png",
    "/uploads//bac.png",
    "/uploads/./bac.png",
    "/uploads/dehors.png",
    "/uploads/note.txt",
    "/uploads/",
    "/uploads",
    "",
    "/secret.png",
    "secret.png",
    "../uploads/bac.png",
    "//exemple.fr/uploads/bac.png",
    "https://exemple.fr/uploads/bac.png",
    "file:///uploads/bac.png",
    "data:image/png;base64,AAAA",
    "/uploads/bac.png\0.png",
    "https://[/uploads/bac.png",
]


@pytest.mark.parametrize("src", OUTSIDE, ids=ascii)
def test_another_file_is_never_shown(uploads: Path, src: str) -> None:
    """By a step up, written in clear or not, a shortcut, another host, another kind of file."""
    found = Uploads(uploads).find(src)

    assert isinstance(found, Fault)
    assert found.is_outside


@pytest.mark.parametrize(
    "src",
    [
        "/uploads/absent.png",
        "/uploads/dossier.png",
        "/uploads/%252e%252e/secret.png",
        f"/uploads/{'a' * 300}.png",
    ],
)
def test_a_picture_that_is_not_there_is_absent(uploads: Path, src: str) -> None:
    """It could be ours, but no such file is there."""
    assert Uploads(uploads).find(src) is Fault.ABSENT


@given(
    st.lists(
        st.sampled_from(
            ["/", "..", ".", "%2e", "%2f", "\\", "uploads", "secret", ".png", "a", ":"]
        ),
        max_size=9,
    ).map("".join)
)
def test_no_address_leaves_the_folder(src: str) -> None:
    """Any mix of steps gives a file of the folder, or none."""
    root = NO_UPLOADS.parent
    found = Uploads(root).find(src)

    assert (
        not isinstance(found, Upload) or (root / found.address.removeprefix("uploads/")).is_file()
    )


@pytest.mark.parametrize(
    ("src", "close"),
    [
        ("/uploads/bacs.png", "/uploads/bac.png"),
        ("/uploads/BAC.PNG", "/uploads/bac.png"),
        ("/uploads/photos/ete a l'usine.jpg", "/uploads/photos/Été à l’usine.jpg"),
        ("/uploads/tout-autre-chose.png", ""),
    ],
)
def test_a_name_that_comes_close_is_suggested(uploads: Path, src: str, close: str) -> None:
    """Capitals and accents are the commonest slips."""
    assert Uploads(uploads).closest(src) == close


def test_a_site_without_pictures_has_none() -> None:
    """The folder may not be there at all."""
    assert Uploads(NO_UPLOADS).find("/uploads/bac.png") is Fault.ABSENT
    assert Uploads(NO_UPLOADS).closest("/uploads/bac.png") == ""


def test_a_file_found_whatever_its_capitals_is_absent_all_the_same(uploads: Path) -> None:
    """Windows and macOS find it; the computer of the site will not."""
    (uploads / "BAC.png").hardlink_to(uploads / "bac.png")
    found = Uploads(uploads)
    found.find("/uploads/bac.png")
    (uploads / "Plan.png").hardlink_to(uploads / "bac.png")

    assert found.find("/uploads/Plan.png") is Fault.ABSENT


def test_a_file_that_is_not_published_is_refused(uploads: Path) -> None:
    """What is said of it is said of the file."""
    check = UploadsCheck(frozenset({"bac.png"}))

    assert Uploads(uploads, check).find("/uploads/bac.png") is Fault.REFUSED
    assert not Fault.REFUSED.is_outside
