"""The tests' own static host behaves as real ones do."""

import gzip
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest

from tests.browser.server import StaticServer


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    """Serve a few files under `/rse/`."""
    for name in ("index.html", "404.html", "fiches/index.html", "a b.webp", "m.wasm", "f.json"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name * 100)
    with StaticServer(tmp_path, base="/rse/", headers={"X-Essai": "oui"}) as server:
        yield server.url


def _get(url: str) -> tuple[int, Message, bytes]:
    request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})  # noqa: S310 - ours
    try:
        with urllib.request.urlopen(request) as answer:  # noqa: S310 - same
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("f.json", "application/json"),
        ("f.json?v=1", "application/json"),
    ],
)
def test_text_travels_compressed(url: str, path: str, kind: str) -> None:
    """As on any decent host."""
    status, headers, body = _get(url + path)

    assert (status, headers["Content-Type"], headers["X-Essai"]) == (200, kind, "oui")
    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body).decode() in ("index.html" * 100, "f.json" * 100)


@pytest.mark.parametrize(
    ("path", "kind"), [("a%20b.webp", "image/webp"), ("m.wasm", "application/wasm")]
)
def test_other_files_travel_as_they_are(url: str, path: str, kind: str) -> None:
    """Pictures and programs are compressed already."""
    _, headers, _ = _get(url + path)

    assert (headers["Content-Type"], headers["Content-Encoding"]) == (kind, None)


@pytest.mark.parametrize("path", ["absent/", "../index.html", "..%2Findex.html"])
def test_an_unknown_address_gets_the_404_page(url: str, path: str) -> None:
    """With its status."""
    status, _, body = _get(url + path)

    assert status == 404
    assert gzip.decompress(body).startswith(b"404.html")


def test_nothing_answers_outside_the_base(url: str) -> None:
    """A link that forgets the sub-path is seen."""
    assert _get(url.removesuffix("rse/") + "fiches/")[0] == 404


def test_a_folder_gets_its_slash(url: str) -> None:
    """By a redirection."""
    status, _, body = _get(url + "fiches")

    assert (status, gzip.decompress(body)[:6]) == (200, b"fiches")
