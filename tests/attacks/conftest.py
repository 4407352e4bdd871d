"""The site of attacks, built once a session; served as it is, and without its policy."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.attacks.site import build_attacked
from tests.site_checks.site import BuiltSite

if TYPE_CHECKING:
    from pathlib import Path

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*">')


@pytest.fixture(scope="session")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Build the site."""
    return BuiltSite(build_attacked(tmp_path_factory.mktemp("attacks")))


@pytest.fixture(scope="session")
def unguarded(attacked: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Take the policy out of every page: what makes texts safe must be enough alone."""
    folder = tmp_path_factory.mktemp("unguarded") / "site"
    shutil.copytree(attacked.folder, folder)
    for name in attacked.pages:
        page, count = _POLICY.subn("", attacked.text(name))
        assert count == 1, name
        (folder / name).write_text(page, encoding="utf-8")
    return folder
