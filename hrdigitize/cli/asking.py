"""What a person at the terminal is asked for: secrets that nobody may see, and plain lines."""

from __future__ import annotations

import getpass
import sys

from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.faults import UserFault


def ask_secret(terminal: Terminal, code: str, **params: str | int) -> str:
    """A line that is not shown while it is typed; from a pipe, its next line.

    UserFault "secret-missing" where there is none.
    """
    if sys.stdin.isatty():
        return getpass.getpass(f"{terminal.text(code, **params)} ")
    line = sys.stdin.readline()
    if not line:
        raise UserFault("secret-missing")
    return line.rstrip("\r\n")


def ask_new_passphrase(terminal: Terminal) -> str:
    """A new passphrase, typed twice alike; UserFault "passphrase-differs"."""
    first = ask_secret(terminal, "cli-ask-new-passphrase")
    if ask_secret(terminal, "cli-ask-again") != first:
        raise UserFault("passphrase-differs")
    return first


def ask_line(terminal: Terminal, code: str, **params: str | int) -> str:
    """A line that may be seen while it is typed, without spaces around it; from a pipe, its next line.

    UserFault "line-missing" where there is none.
    """
    if sys.stdin.isatty():
        return input(f"{terminal.text(code, **params)} ").strip()
    line = sys.stdin.readline()
    if not line:
        raise UserFault("line-missing")
    return line.strip()
