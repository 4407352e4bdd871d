"""The real site, built once a session at the root of a host and once under a sub-path."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.headers import POLICY
from tests.bench.synthetic import write_library
from tests.browser.server import StaticServer
from tests.site_checks.build import CONTENT, build_site
from tests.site_checks.grow import grow_content
from tests.site_checks.site import BuiltSite

# Sent as a header too, for the pages that tests write without our frame.
CONTENT_SECURITY_POLICY = POLICY


def _served(
    factory: pytest.TempPathFactory, base: str, content: Path = CONTENT
) -> Iterator[BuiltSite]:
    folder = factory.mktemp("site")
    headers = {"Content-Security-Policy": CONTENT_SECURITY_POLICY}
    with StaticServer(folder, base=base, headers=headers) as server:
        yield build_site(folder, server.url, content=content)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """Build and serve the site at `/`."""
    yield from _served(tmp_path_factory, "/")


@pytest.fixture(scope="session")
def sub_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """Build and serve the site at `/rse/`."""
    yield from _served(tmp_path_factory, "/rse/")


@pytest.fixture(scope="session")
def synthetic_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """Build and serve, at `/`, a site of 200 made-up fiches and some hundred witnesses."""
    content = tmp_path_factory.mktemp("synthetic") / "content"
    shutil.copytree(CONTENT, content, ignore=shutil.ignore_patterns("fiches", "temoins"))
    write_library(content, 200)
    yield from _served(tmp_path_factory, "/", content)


@pytest.fixture(scope="session")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """Build and serve, at `/`, a site of 60 fiches and more."""
    content = grow_content(CONTENT, tmp_path_factory.mktemp("large") / "content", 60)
    yield from _served(tmp_path_factory, "/", content)
