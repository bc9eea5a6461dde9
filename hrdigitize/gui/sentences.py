"""Sentences of the message catalogue as the window shows them."""

from __future__ import annotations

from collections.abc import Iterable

from hrdigitize import messages
from hrdigitize.domain.clocks import ClockBehind
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.reading import Finding
from hrdigitize.gui.desk_state import PlacedFinding
from hrdigitize.gui.entries import Entry

_MOST_FINDINGS = 2


def reasons(entry: Entry, findings: Iterable[PlacedFinding]) -> str:
    """Why a field needs a person, one sentence a line: its doubts, then the warnings about it.

    A code that the catalogue does not have (a store written by a newer program) gets a general sentence.
    """
    known = set(messages.codes())
    named = (code if code in known else "window-doubt-unknown" for code in entry.doubt_codes)
    sentences = [messages.sentence(code, {}) for code in named]
    sentences += _shortly([placed_sentence(finding, entry) for finding in findings])
    return "\n".join(dict.fromkeys(sentences))


def _shortly(sentences: list[str]) -> list[str]:
    """The first ones in full, of the others their number: the list of warnings has them all."""
    kept, others = sentences[:_MOST_FINDINGS], len(sentences) - _MOST_FINDINGS
    return [*kept, messages.sentence("window-more-findings", {"count": str(others)})] if others > 0 else kept


def placed_sentence(placed: PlacedFinding, here: Entry | None = None) -> str:
    """A rule's sentence behind the name of its table or field, unless it says the name itself.

    here: the entry beside which it is shown; what that place makes plain is not said again.
    """
    sentence = finding_sentence(placed.finding)
    entry = placed.entry
    place = entry.table or entry.label
    known = here is not None and (here.path == entry.path or (here.table and here.table == entry.table))
    if known or sentence.startswith(place):
        return sentence
    joined = "," if entry.table else ":"
    return f"{place}{joined} {sentence[:1].lower()}{sentence[1:]}"


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
