"""Runs `fiches serve` as it is, but for the half second between two looks at the files."""

import sys

from builder.cli import fiches
from builder.plugin import watching

if __name__ == "__main__":
    watching.INTERVAL = 0.05
    fiches.main(["serve", "--address", f"127.0.0.1:{sys.argv[1]}"], standalone_mode=False)
