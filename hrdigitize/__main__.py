"""Picks the front door: the window without arguments, the terminal with any."""

from __future__ import annotations

import multiprocessing
import os
import sys


def main() -> int:
    """Runs the program; its exit code."""
    multiprocessing.freeze_support()
    # Imported here, at the top floor: the terminal must not load Qt, the window no terminal.
    from hrdigitize.cli.main import run

    return run(sys.argv[1:], os.environ)


if __name__ == "__main__":
    sys.exit(main())
