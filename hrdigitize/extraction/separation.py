"""Separation: which pages of a stack belong together, and which form each document is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from hrdigitize.domain.document_types import DocumentTypes
from hrdigitize.domain.page import PageKind, PageReading
from hrdigitize.domain.separator_sheet import SeparatorSheet
from hrdigitize.domain.sorting import Boundary
from hrdigitize.extraction.anchors import Anchor, find_anchors, similarities
from hrdigitize.extraction.decisions.decisions import OPENS_DECISION, looks_like_annex, looks_like_decision
from hrdigitize.extraction.flow import flow_lines, tokens_of, words_of
from hrdigitize.extraction.layout_grids import without_layout_grids
from hrdigitize.extraction.sorting.cues import MAY_OPEN, OPENS, PageCues
from hrdigitize.extraction.sorting.heads import FIRM_KINDS, kind_of
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
#: Why documents begin, and how sure each is; chances as seen on generated archives.
_UNSURE = Boundary(0.5, "boundary-unsure")
_AGAIN = Boundary(0.6, "boundary-again")
_BY_SHEET = Boundary(0.99, "boundary-sheet")
_BY_FORM = Boundary(0.97, "boundary-form")
_BY_INVENTORY = Boundary(0.95, "boundary-inventory")


@dataclass(frozen=True, slots=True)
class DocumentSpan:
    """Pages first..last (from 1) are one document of this form; form None: of no known form.

    sheet: the separator sheet right before it, by its page number, and what that told. boundary: why it
    begins there. inventory: whether it is the list of what lies in the dossier.
    """

    first: int
    last: int
    form: str | None
    sheet: int | None = None
    told: SeparatorSheet | None = None
    inventory: bool = False
    boundary: Boundary = field(default=_UNSURE, compare=False)


@dataclass(frozen=True, slots=True)
class Separation:
    """The documents of a stack, and the page readings with their kinds set."""

    spans: tuple[DocumentSpan, ...]
    readings: tuple[PageReading, ...]


def separate(
    readings: Sequence[PageReading], forms: Mapping[str, FormDef], types: DocumentTypes | None = None
) -> Separation:
    """Where documents begin: a form, the head of a paper, a separator sheet; other pages go on with theirs.

    Separator sheets, and blank pages before a document, belong to none; a blank page behind one of a
    document is its back. Nothing that lies before a document's first page changes where it ends: a stack
    that begins at any boundary found before gives the same documents, and all but the last are final.
    """
    stack = _Stack(forms, _title_letters(types or {}))
    for reading in readings:
        stack.add(reading)
    spans, kinds = stack.spans, stack.kinds
    if not spans and PageKind.SEPARATOR not in kinds and kinds:
        spans = [DocumentSpan(1, len(kinds), None)]
    told = (replace(reading, kind=kind) for reading, kind in zip(readings, kinds, strict=True))
    return Separation(tuple(spans), tuple(told))


@lru_cache(maxsize=4)
def _letters_of(titles: tuple[str, ...]) -> frozenset[str]:
    return frozenset("".join(words_of(title)) for title in titles)


def _title_letters(types: DocumentTypes) -> frozenset[str]:
    return _letters_of(tuple(title for one in types.values() for title in one.titles))


class _Stack:
    """Pages as they come. The open document is the last span, unless a separator sheet came behind it."""

    def __init__(self, forms: Mapping[str, FormDef], titles: frozenset[str]) -> None:
        self._forms, self._titles = forms, titles
        self.spans: list[DocumentSpan] = []
        self.kinds: list[PageKind] = []
        self._is_open = False
        self._before: PageCues | None = None
        self._written = 0
        self._ended = False
        self._sheet: tuple[int, SeparatorSheet] | None = None

    def add(self, reading: PageReading) -> None:
        """One more page."""
        number = len(self.kinds) + 1
        cues = PageCues(reading, self._titles)
        if cues.sheet is not None:
            self._sheet, self._is_open = (number, cues.sheet), False
            self.kinds.append(PageKind.SEPARATOR)
            return
        if cues.is_blank:
            self.kinds.append(PageKind.BLANK)
            if self._is_open:
                self.spans[-1] = replace(self.spans[-1], last=number)
            return
        sheet = _Sheet(reading)
        form = None if cues.is_inventory else _form_opened_by(sheet, self._forms, cues.head.kind)
        boundary = self._boundary(cues, sheet, form)
        if boundary is None:
            self._goes_on(number, cues, sheet)
        else:
            self._opens(number, cues, sheet, form, boundary)
        self._before = cues

    def _boundary(self, cues: PageCues, sheet: _Sheet, form: str | None) -> Boundary | None:
        """Why a document begins here; None where the open one goes on."""
        if self._sheet is not None:
            return _BY_SHEET
        own = _own_boundary(cues, form)
        if not self._is_open or self._before is None or cues.is_unread or self._before.is_unread:
            return own or _UNSURE
        span = self.spans[-1]
        if cues.is_scan_of(self._before):
            # A first page of a form opens one in any case: blank forms of two persons are much alike.
            if form is not None:
                return own
            return _AGAIN if self._written == 1 and self._ended and own is not None else None
        if span.inventory or cues.is_inventory:
            return self._beside_inventory(cues, own, span)
        number = cues.page_number
        if own is not None:
            return own
        if number is not None and number.number > 1:
            return None
        current = self._forms.get(span.form or "")
        if current is not None:
            return None if cues.is_nearly_empty or self._form_goes_on(sheet, current) else _UNSURE
        if self._ended and (cues.opening >= MAY_OPEN or not self._clearly_goes_on(cues)):
            return _UNSURE
        return _UNSURE if span.boundary is _UNSURE and not self._clearly_goes_on(cues) else None

    def _beside_inventory(self, cues: PageCues, own: Boundary | None, span: DocumentSpan) -> Boundary | None:
        """An inventory goes on with inventory pages only, or with the back of one."""
        if cues.is_inventory:
            return own if not span.inventory or _restarts(cues) else None
        return own or (None if cues.is_nearly_empty else _UNSURE)

    def _clearly_goes_on(self, cues: PageCues) -> bool:
        """Whether the page itself says so: a document with no head gathers no other pages."""
        is_back = cues.is_nearly_empty and self._before is not None and not self._before.is_nearly_empty
        return cues.goes_on or cues.is_annex or is_back

    def _form_goes_on(self, sheet: _Sheet, form: FormDef) -> bool:
        goes_on = not self._ended or sheet.is_annexed_to(form) or sheet.ends(form)
        return goes_on and sheet.continues(form)

    def _opens(
        self, number: int, cues: PageCues, sheet: _Sheet, form: str | None, boundary: Boundary
    ) -> None:
        at, told = self._sheet or (None, None)
        span = DocumentSpan(number, number, form, at, told, cues.is_inventory, boundary)
        self.spans.append(span)
        self._is_open, self._sheet, self._written = True, None, 1
        self._ended = self._ends(cues, sheet, form)
        unsure = cues.reading.kind if boundary is _UNSURE else PageKind.FIRST
        self.kinds.append(PageKind.INVENTORY if cues.is_inventory else unsure)

    def _goes_on(self, number: int, cues: PageCues, sheet: _Sheet) -> None:
        span = replace(self.spans[-1], last=number)
        self.spans[-1] = span
        self._written += 1
        self._ended = self._ends(cues, sheet, span.form)
        back = PageKind.BACK if cues.is_nearly_empty else PageKind.CONTINUATION
        self.kinds.append(PageKind.INVENTORY if span.inventory else back)

    def _ends(self, cues: PageCues, sheet: _Sheet, form: str | None) -> bool:
        if form is None:
            return cues.ends
        # What ends a decision is printed in no fixed words; names at the end of its list are no signatures.
        known = self._forms[form]
        unfixed = known.read_as is Manner.DECISION and not sheet.is_annexed_to(known)
        return sheet.ends(known) or (unfixed and cues.ends)


def _own_boundary(cues: PageCues, form: str | None) -> Boundary | None:
    """What the page itself says for the beginning of a document."""
    number = cues.page_number
    if number is not None and number.number > 1 and number.of:
        return None
    if cues.is_inventory:
        return _BY_INVENTORY
    if form is not None:
        return _BY_FORM
    if cues.opening >= OPENS:
        return Boundary(round(min(0.98, 0.6 + 0.4 * cues.opening), 2), "boundary-head")
    return None


def _restarts(cues: PageCues) -> bool:
    """Whether another inventory begins right behind one: with a title of its own."""
    number = cues.page_number
    return bool(cues.head.title) and bool(cues.head.mottoes) and (number is None or number.number == 1)


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


def _form_opened_by(sheet: _Sheet, forms: Mapping[str, FormDef], kind: str) -> str | None:
    """The form that begins on a page; kind: the words that the page's title opens with."""
    if sheet.is_blank:
        return None
    decision = next((key for key, form in forms.items() if form.read_as is Manner.DECISION), None)
    if decision is not None and sheet.decides:
        return decision
    labelled = {key: form for key, form in forms.items() if form.read_as is Manner.FORM}
    scored = {
        key: _opening_score(sheet, form)
        for key, form in labelled.items()
        if sheet.may_open(form) and not _is_titled_otherwise(sheet, form, kind)
    }
    best = max(scored, key=lambda key: scored[key], default=None)
    return best if best is not None and scored[best] > 0.0 else None


def _is_titled_otherwise(sheet: _Sheet, form: FormDef, kind: str) -> bool:
    """Whether the page calls itself a paper of another kind: "GIẤY GIỚI THIỆU ĐẢNG VIÊN" has all but two
    letters of "PHIẾU ĐẢNG VIÊN"."""
    own = {kind_of("".join(words), words[0]) for words in map(words_of, form.title)}
    firm = kind in FIRM_KINDS and own <= FIRM_KINDS
    return firm and kind not in own and sheet.titled(form.marks) < _TITLE


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
