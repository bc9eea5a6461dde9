"""Sentences of the message catalogue as the window shows them."""

from __future__ import annotations

from hrdigitize import messages
from hrdigitize.domain.clocks import ClockBehind
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.reading import Finding


def finding_sentence(finding: Finding) -> str:
    """What a rule has to say; a general sentence where the catalogue does not have its code."""
    if finding.code not in messages.codes():
        return messages.sentence("window-finding-unknown", {})
    return messages.sentence(finding.code, finding.params)


def clock_sentence(behind: ClockBehind) -> str:
    """What is told about a PC's clock that cannot be right."""
    return messages.sentence("clock-behind", behind.params)


def fault_sentence(fault: Exception) -> str:
    """What a fault says to the person: its own sentence, or the calm one for what nobody foresaw."""
    if isinstance(fault, UserFault):
        return messages.sentence(fault.code, fault.params)
    return messages.sentence("window-unknown-fault", {"kind": type(fault).__name__})
