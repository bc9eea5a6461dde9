"""Sentences of the message catalogue as the window shows them, in the language that it speaks."""

from __future__ import annotations

from collections.abc import Mapping

from hrdigitize import messages
from hrdigitize.domain.clocks import ClockBehind
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.reading import Finding
from hrdigitize.gui.look import translation


def said(code: str, params: Mapping[str, str] | None = None) -> str:
    """The sentence for a code; KeyError for an unknown one or a parameter that is missing."""
    return messages.sentence(code, params or {}, language=translation.language())


def finding_sentence(finding: Finding) -> str:
    """What a rule has to say; a general sentence where the catalogue does not have its code."""
    if finding.code not in messages.codes():
        return said("window-finding-unknown")
    return said(finding.code, finding.params)


def clock_sentence(behind: ClockBehind) -> str:
    """What is told about a PC's clock that cannot be right."""
    return said("clock-behind", behind.params)


def fault_sentence(fault: Exception) -> str:
    """What a fault says to the person: its own sentence, or the calm one for what nobody foresaw."""
    if isinstance(fault, UserFault):
        return said(fault.code, fault.params)
    return said("window-unknown-fault", {"kind": type(fault).__name__})
