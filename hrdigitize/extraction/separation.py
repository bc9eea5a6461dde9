"""Separation: which pages of a stack belong together, and which form each document is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from hrdigitize.domain.page import PageKind, PageReading
from hrdigitize.extraction.anchors import Anchor, find_anchors, similarities
from hrdigitize.extraction.decisions.decisions import OPENS_DECISION, looks_like_annex, looks_like_decision
from hrdigitize.extraction.flow import flow_lines, tokens_of, words_of
from hrdigitize.extraction.layout_grids import without_layout_grids
from hrdigitize.formdefs.model import FormDef, LabelPart, Manner

#: A title or form code counts as found from this similarity on.
_TITLE = 0.85
#: This share of a form's labels must stand on a page for it to be a first page with its title unread.
_LABEL_SHARE = 0.3
#: Labels are sought letter by letter only where this share of them, or a title, stands there just as printed:
#: on a first page that is badly read half of its labels still do, on a page of another form next to none.
_VERBATIM_SHARE = 0.12
#: What one label more counts against a code, and how many labels a title counts: forms have titles in common.
_LABEL_WEIGHT = 0.001
_TITLE_LABELS = 10
#: With the title, this many labels are enough.
_FEWEST_LABELS = 4
#: Titles and form codes stand in this upper share of the lines.
_UPPER = 0.4
_LEAST_UPPER_LINES = 12
#: A text with so many figures names a paper by number and year; they are read this well where it is that one.
_NUMBERED = 6
_SAME_NUMBER = 0.75
_FIGURES = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class DocumentSpan:
    """Pages first..last (from 1) are one document of this form; form None: of no known form."""

    first: int
    last: int
    form: str | None


@dataclass(frozen=True, slots=True)
class Separation:
    """The documents of a stack, and the page readings with their kinds set."""

    spans: tuple[DocumentSpan, ...]
    readings: tuple[PageReading, ...]


def separate(readings: Sequence[PageReading], forms: Mapping[str, FormDef]) -> Separation:
    """A first page opens a document; continuation pages join the one before; others stand alone."""
    spans: list[DocumentSpan] = []
    kinds: list[PageKind] = []
    ended = True
    for number, reading in enumerate(readings, start=1):
        sheet = _Sheet(reading)
        opened = _form_opened_by(sheet, forms)
        if opened is not None:
            spans.append(DocumentSpan(number, number, opened))
            kinds.append(PageKind.FIRST)
            ended = sheet.ends(forms[opened])
            continue
        current = forms.get(spans[-1].form or "") if spans else None
        goes_on = not ended or (current is not None and (sheet.is_annexed_to(current) or sheet.ends(current)))
        if current is not None and goes_on and sheet.continues(current):
            spans[-1] = replace(spans[-1], last=number)
            kinds.append(PageKind.BLANK if sheet.is_blank else PageKind.CONTINUATION)
            ended = sheet.ends(current)
            continue
        spans.append(DocumentSpan(number, number, None))
        kinds.append(reading.kind)
        ended = True
    return Separation(tuple(spans), tuple(replace(r, kind=k) for r, k in zip(readings, kinds, strict=True)))


class _Sheet:
    """One page looked at for its form: labels are searched once for each form, and kept."""

    def __init__(self, reading: PageReading) -> None:
        self._reading = reading
        self._lines = flow_lines([reading])
        self._anchors: dict[str, tuple[Anchor, ...]] = {}

    @property
    def is_blank(self) -> bool:
        return self._reading.kind is PageKind.BLANK

    @property
    def decides(self) -> bool:
        """Whether it is the first page of a decision."""
        return looks_like_decision(self._reading) >= OPENS_DECISION

    def anchors(self, form: FormDef) -> tuple[Anchor, ...]:
        """The form's labels on this page."""
        if form.id not in self._anchors:
            lines = flow_lines(without_layout_grids([self._reading], form.labels))
            self._anchors[form.id] = find_anchors(form.labels, lines, tokens_of(lines))
        return self._anchors[form.id]

    def may_open(self, form: FormDef) -> bool:
        """Whether it is worth looking for the form's labels: that takes long, and a stack has many pages."""
        if max(self.titled(form.marks), self.titled(form.title)) >= _TITLE:
            return True
        seen = sum(
            any("".join(words_of(text)) in self._letters for text in label.texts) for label in form.labels
        )
        return seen >= _VERBATIM_SHARE * len(form.labels)

    @cached_property
    def _letters(self) -> str:
        """All words of the page run together, without marks."""
        return "".join(token.folded for token in tokens_of(self._lines))

    def titled(self, texts: Sequence[str]) -> float:
        """How well one of the texts is seen in the upper part of the page (0..1)."""
        return max((self._best_line(text) for text in texts), default=0.0)

    @cached_property
    def _upper(self) -> tuple[tuple[str, ...], ...]:
        """The words of each line in the upper part of the page."""
        upper = self._lines[: max(_LEAST_UPPER_LINES, round(len(self._lines) * _UPPER))]
        return tuple(tuple(words_of(line.text)) for line in upper)

    def _best_line(self, wanted: str) -> float:
        """How well a text occurs in the best line (0..1); a number and year in it must stand there as well.

        "Thông tư số 07/2019/TT-BNV" is otherwise as good as "Thông tư số 06/2023/TT-BNV".
        """
        found = similarities(wanted, self._upper)
        numbers = "".join(_FIGURES.findall(wanted))
        if len(numbers) < _NUMBERED:
            return max(found, default=0.0)
        numbered = similarities(numbers, [_FIGURES.findall(" ".join(line)) for line in self._upper])
        pairs = zip(found, numbered, strict=True)
        return max((likeness for likeness, same in pairs if same >= _SAME_NUMBER), default=0.0)

    def continues(self, form: FormDef) -> bool:
        """A page with a label of the form, a table, or nothing on it; one full of other text does not."""
        if self.is_blank or any(grid.columns > 1 for grid in self._reading.grids):
            return True
        return bool(self.anchors(form))

    def is_annexed_to(self, form: FormDef) -> bool:
        """Whether it is a list that belongs to a decision, behind the signatures."""
        return form.read_as is Manner.DECISION and looks_like_annex(self._reading)

    def ends(self, form: FormDef) -> bool:
        """Whether the printed end of the form (the signatures) stands on this page."""
        return any(form.labels[anchor.label].part is LabelPart.END for anchor in self.anchors(form))


def _form_opened_by(sheet: _Sheet, forms: Mapping[str, FormDef]) -> str | None:
    if sheet.is_blank:
        return None
    decision = next((key for key, form in forms.items() if form.read_as is Manner.DECISION), None)
    if decision is not None and sheet.decides:
        return decision
    labelled = {key: form for key, form in forms.items() if form.read_as is Manner.FORM}
    scored = {key: _opening_score(sheet, form) for key, form in labelled.items() if sheet.may_open(form)}
    best = max(scored, key=lambda key: scored[key], default=None)
    return best if best is not None and scored[best] > 0.0 else None


def _opening_score(sheet: _Sheet, form: FormDef) -> float:
    """0.0 unless the page opens this form: its code or title with some labels, or very many labels.

    Forms are told apart by how many of their labels stand there, not by the share: of two forms that
    have labels in common, the small one would have the larger share of the other's page.
    """
    found = sheet.anchors(form)
    if not any(anchor.label < len(form.labels) // 4 for anchor in found):
        return 0.0
    labels = len({form.labels[anchor.label].target or anchor.label for anchor in found})
    share = labels / len(form.labels)
    marked = sheet.titled(form.marks)
    if labels >= _FEWEST_LABELS and max(marked, sheet.titled(form.title)) >= _TITLE:
        return (1.0 + marked if marked >= _TITLE else 0.0) + (labels + _TITLE_LABELS) * _LABEL_WEIGHT
    return labels * _LABEL_WEIGHT if share >= _LABEL_SHARE else 0.0
