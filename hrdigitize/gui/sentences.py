"""Sentences of the message catalogue as the window shows them."""

from __future__ import annotations

from collections.abc import Iterable

from hrdigitize import messages
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.reading import Finding


def reasons(doubts: Iterable[str], findings: Iterable[Finding]) -> str:
    """Why a field needs a person, one sentence a line: its doubts, then the warnings about it.

    A code that the catalogue does not have (a store written by a newer program) gets a general sentence.
    """
    known = set(messages.codes())
    named = (code if code in known else "window-doubt-unknown" for code in doubts)
    sentences = [messages.sentence(code, {}) for code in named]
    sentences += [finding_sentence(finding) for finding in findings]
    return "\n".join(dict.fromkeys(sentences))


def finding_sentence(finding: Finding) -> str:
    """What a rule has to say; a general sentence where the catalogue does not have its code."""
    if finding.code not in messages.codes():
        return messages.sentence("window-finding-unknown", {})
    return messages.sentence(finding.code, finding.params)


def fault_sentence(fault: Exception) -> str:
    """What a fault says to the person: its own sentence, or the calm one for what nobody foresaw."""
    if isinstance(fault, UserFault):
        return messages.sentence(fault.code, fault.params)
    return messages.sentence("window-unknown-fault", {"kind": type(fault).__name__})
