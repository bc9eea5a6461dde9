"""Why a field needs a person, in sentences of the message catalogue."""

from __future__ import annotations

from collections.abc import Iterable

from hrdigitize import messages
from hrdigitize.gui.desk.entries import Entry
from hrdigitize.gui.desk.state import PlacedFinding
from hrdigitize.gui.look.sentences import finding_sentence, said

_MOST_FINDINGS = 2


def reasons(entry: Entry, findings: Iterable[PlacedFinding]) -> str:
    """Why a field needs a person, one sentence a line: its doubts, then the warnings about it.

    A code that the catalogue does not have (a store written by a newer program) gets a general sentence.
    """
    known = set(messages.codes())
    named = (code if code in known else "window-doubt-unknown" for code in entry.doubt_codes)
    sentences = [said(code) for code in named]
    sentences += _shortly([placed_sentence(finding, entry) for finding in findings])
    return "\n".join(dict.fromkeys(sentences))


def _shortly(sentences: list[str]) -> list[str]:
    """The first ones in full, of the others their number: the list of warnings has them all."""
    kept, others = sentences[:_MOST_FINDINGS], len(sentences) - _MOST_FINDINGS
    return [*kept, said("window-more-findings", {"count": str(others)})] if others > 0 else kept


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
