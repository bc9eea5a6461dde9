"""The language of the terminal.

`--language vi|en` anywhere before `--`, otherwise HRDIGITIZE_LANGUAGE, otherwise Vietnamese.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hrdigitize.domain.faults import UserFault
from hrdigitize.messages import LANGUAGES

VARIABLE = "HRDIGITIZE_LANGUAGE"
_OPTION = "--language"
_DEFAULT = LANGUAGES[0]


def preferred(environ: Mapping[str, str]) -> str:
    """The language that the environment asks for; Vietnamese where it asks for an unknown one or none."""
    wanted = environ.get(VARIABLE, "")
    return wanted if wanted in LANGUAGES else _DEFAULT


def take_language(arguments: Sequence[str], environ: Mapping[str, str]) -> tuple[str, list[str]]:
    """The chosen language, and the arguments without its option: help texts need it before they are built.

    UserFault "cli-unknown-language".
    """
    language, rest = preferred(environ), list[str]()
    waiting = list(arguments)
    while waiting:
        argument = waiting.pop(0)
        if argument == "--":
            return language, [*rest, argument, *waiting]
        name, equals, value = argument.partition("=")
        if name != _OPTION:
            rest.append(argument)
            continue
        language = _known(value if equals else waiting.pop(0) if waiting else "")
    return language, rest


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise UserFault("cli-unknown-language", languages=", ".join(LANGUAGES))
    return language
