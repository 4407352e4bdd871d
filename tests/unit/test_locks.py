"""The files of pinned versions serve anyone, anywhere."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_ROOT = Path(__file__).parents[2]
_LOCKS = ("requirements.lock", "requirements-dev.lock")


def _requirements(name: str) -> dict[str, str]:
    """Read a lock: package (with its system, if it is for one only) → version and hashes."""
    text = (_ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = (line for line in text.splitlines() if not line.lstrip().startswith("#"))
    return {
        re.sub(r"==[^ ]+", "", line.partition(" --hash")[0]).strip(): line for line in lines if line
    }


@pytest.mark.parametrize("name", _LOCKS)
def test_every_version_is_pinned_by_its_hashes(name: str) -> None:
    """No line is an option, an address or a path: each is a package, pinned."""
    for line in _requirements(name).values():
        assert re.match(r"[a-z0-9.-]+(\[[a-z,-]+\])?==[^ ]+ ", line)
        assert "--hash=sha256:" in line
        assert "/" not in line


def test_tests_run_with_the_versions_that_users_get() -> None:
    """The development lock holds the whole runtime lock."""
    assert _requirements("requirements.lock").items() <= _requirements(_LOCKS[1]).items()


@pytest.mark.parametrize(("name", "extras"), [(_LOCKS[0], []), (_LOCKS[1], ["dev"])])
def test_locks_are_those_of_the_project(name: str, extras: list[str]) -> None:
    """Each dependency is locked, at a version the project allows: else, `make lock`."""
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = project["optional-dependencies"]
    asked = [*project["dependencies"], *(line for extra in extras for line in optional[extra])]

    pinned = [Requirement(line.partition(" --hash")[0]) for line in _requirements(name).values()]
    versions = {found.name: str(found.specifier).removeprefix("==") for found in pinned}

    for wanted in map(Requirement, asked):
        assert wanted.specifier.contains(versions[canonicalize_name(wanted.name)])
