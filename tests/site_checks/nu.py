"""The Nu HTML Checker over a built site: `python -m tests.site_checks.nu site/`.

It needs Java and `vnu.jar`, from the npm package `vnu-jar` (`.ci/run` fetches it).
"""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_JAR = Path(__file__).parents[2] / ".cache" / "vnu" / "vnu.jar"
_FILTERS: tuple[tuple[str, str], ...] = (
    (
        r"^Resource violates Content Security Policy \(meta tag\)",
        "read from the disk, a page has no origin that `'self'` could name",
    ),
    (
        r"^Inline script violates Content Security Policy \(meta tag\)",
        "JSON-LD is a block of data: no policy holds it, and browsers log nothing (tests/browser)",
    ),
)
"""Messages left out: a pattern, and the reason why it is no fault of ours."""


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """One error or warning."""

    page: str
    line: int
    text: str


def nu_command() -> list[str] | None:
    """Give the command that runs the checker, or None where Java or the jar is missing."""
    java, jar = shutil.which("java"), Path(os.environ.get("VNU_JAR", _JAR))
    # Deep pages overflow Java's default stack.
    return [java, "-Xss8m", "-jar", str(jar)] if java and jar.is_file() else None


def nu_messages(command: list[str], folder: Path) -> list[Message]:
    """Check all pages of a folder, style sheets apart."""
    options = ["--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html"]
    done = subprocess.run(
        [*command, *options, str(folder)], check=True, capture_output=True, text=True
    )
    return read_messages(done.stdout, folder)


def read_messages(report: str, folder: Path) -> list[Message]:
    """Read the checker's JSON: its errors and warnings, sorted, less what is filtered."""
    prefix = folder.resolve().as_uri() + "/"
    found = (
        Message(m.get("url", "").removeprefix(prefix), m.get("lastLine", 0), m["message"])
        for m in json.loads(report)["messages"]
    )
    return sorted(m for m in found if not any(re.search(p, m.text) for p, _ in _FILTERS))


def main(folder: str) -> int:
    """Print the messages; the exit code tells whether there was one."""
    command = nu_command()
    if command is None:
        sys.stderr.write("Sans Java et vnu.jar, pas de vérificateur Nu.\n")
        return 2
    messages = nu_messages(command, Path(folder))
    for message in messages:
        sys.stdout.write(f"{message.page}:{message.line} {message.text}\n")
    sys.stdout.write(f"{len(messages)} message(s) du vérificateur Nu.\n")
    return 1 if messages else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
