"""Whether papers are taken for what they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.other_papers import NO_FORM
from benchmarks.running import ReadPaper
from hrdigitize.domain.reading import FieldReading
from hrdigitize.formdefs.model import FormDef, Manner

#: What a paper counts as of which nothing at all was read.
UNREAD = "nothing read"
_LABEL_NOT_FOUND = "doubt-label-not-found"


@dataclass(frozen=True, slots=True)
class Recognition:
    """Counts of papers.

    taken_for: by true form and by the form of the first document read (NO_FORM: of no known form).
    whole: papers of a known form that were read as one document of it. decisions_as_forms,
    forms_as_decisions: papers with a document of the other manner, wherever in the stack.
    strangers_kept: papers of no known form that gave no form and no field, and text on every page.
    """

    taken_for: Mapping[tuple[str, str], int]
    papers: Mapping[str, int]
    whole: Mapping[str, int]
    decisions_as_forms: int
    forms_as_decisions: int
    strangers_kept: int


def recognition(papers: Sequence[ReadPaper], forms: Mapping[str, FormDef]) -> Recognition:
    """Count the papers by what they are and what they were taken for."""
    return Recognition(
        taken_for=Counter((one.paper.form, _first(one)) for one in papers),
        papers=Counter(one.paper.form for one in papers),
        whole=Counter(one.paper.form for one in papers if one.recognised == (one.paper.form,)),
        decisions_as_forms=_crossed(papers, forms, Manner.DECISION, Manner.FORM),
        forms_as_decisions=_crossed(papers, forms, Manner.FORM, Manner.DECISION),
        strangers_kept=sum(
            one.paper.form == NO_FORM and one.nothing_lost and set(one.recognised) == {None} for one in papers
        ),
    )


def is_found(reading: FieldReading | None) -> bool:
    """Whether the label of a field and the place of its value were found, whatever was read there."""
    if reading is None or reading.page == 0:
        return False
    has_place = reading.box.width > 0 and reading.box.height > 0
    return has_place and not any(doubt.code == _LABEL_NOT_FOUND for doubt in reading.doubts)


def _first(one: ReadPaper) -> str:
    return (one.recognised[0] or NO_FORM) if one.recognised else UNREAD


def _crossed(papers: Sequence[ReadPaper], forms: Mapping[str, FormDef], true: Manner, taken: Manner) -> int:
    """Papers of one manner of which some document was taken for the other."""
    return sum(
        one.paper.form in forms
        and forms[one.paper.form].read_as is true
        and any(form is not None and forms[form].read_as is taken for form in one.recognised)
        for one in papers
    )
