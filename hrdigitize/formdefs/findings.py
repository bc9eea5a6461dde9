"""What is wrong with a form.toml, said so that the author of the form can go and mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from hrdigitize import messages
from hrdigitize.formdefs.positions import Location


@dataclass(frozen=True, slots=True)
class Flaw:
    """A finding before it has a line: a message code, where in the file, and the sentence's parameters."""

    code: str
    at: Location
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FormFinding:
    """One finding. file: the path as it was given; line: from 1; code: a key of the message catalogue."""

    file: str
    line: int
    code: str
    params: Mapping[str, str]

    def message(self, *, language: str = "vi") -> str:
        """The sentence, without file and line."""
        return messages.sentence(self.code, self.params, language=language)
