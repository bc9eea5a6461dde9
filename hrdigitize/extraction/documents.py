"""`read_document`: the pages of one document, read against its form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import PageReading
from hrdigitize.domain.reading import Doubt, FieldReading, FormReading, Row, State
from hrdigitize.domain.record import readings_by_path
from hrdigitize.domain.rules import find
from hrdigitize.domain.vietnamese import one_spaced
from hrdigitize.extraction import spans, wording
from hrdigitize.extraction.acceptance import (
    confidence_of,
    group_of,
    is_sure,
    label_letters,
    left_open,
    load_calibration,
    lost_in_capitals,
    spoken_against,
    unsure,
    with_findings,
)
from hrdigitize.extraction.anchors import find_anchors
from hrdigitize.extraction.blanks import holds_ink, is_only_slashes, is_only_sub_labels
from hrdigitize.extraction.correction.steps import Corrected, corrected
from hrdigitize.extraction.decisions.decisions import read_decision
from hrdigitize.extraction.decisions.layout import DecisionSpan
from hrdigitize.extraction.flow import FlowLine, flow_lines, tokens_of
from hrdigitize.extraction.habits import habits_of
from hrdigitize.extraction.known import Expected, expected_of
from hrdigitize.extraction.layout_grids import without_layout_grids
from hrdigitize.extraction.misspellings import spelled_otherwise
from hrdigitize.extraction.normalise import Normalised, normalise
from hrdigitize.extraction.other_readings import other_readings
from hrdigitize.extraction.sentences import filled
from hrdigitize.extraction.spans import Part, Span
from hrdigitize.extraction.standouts import with_odd_small_letters, with_odd_stops, with_odd_values
from hrdigitize.extraction.support import Look, support_of, sureness
from hrdigitize.extraction.tables import boxed
from hrdigitize.extraction.tables.cells import CellText, blocks_of
from hrdigitize.extraction.tables.grids import assign
from hrdigitize.extraction.tables.loose_tables import loose_tables
from hrdigitize.extraction.tables.parts import printed_tables
from hrdigitize.extraction.tables.rows import table_rows
from hrdigitize.extraction.tables.stray_grids import GridText, stray_texts
from hrdigitize.extraction.tables.unsure_rows import unsure_from_labels, with_unsure_blanks
from hrdigitize.formdefs.model import FieldDef, FieldType, FormDef, Kind, LabelDef, Manner
from hrdigitize.reference.lists import ReferenceLists

#: So many values with a dot in most gaps, and the whole form was typed over its leaders.
_PEPPERED_VALUES = 4

#: Kinds whose build tells a good look from a bad one.
_STRICT = frozenset({Kind.DATE, Kind.PERIOD, Kind.CODE, Kind.DECIMAL, Kind.NUMBER, Kind.LIST, Kind.PHONE})

#: The doubt of everything that was read without the line readers: a hand may have drawn it.
_UNTOLD = "doubt-no-line-reader"

#: The reading of a field whose label, or of a cell whose column, was not found: a doubtful blank on page 0.
_NOT_FOUND = FieldReading(
    State.BLANK,
    None,
    "",
    "",
    0,
    Box(0, 0, 0, 0),
    0.0,
    accepted=False,
    doubts=(Doubt("doubt-label-not-found"),),
)


def read_document(
    readings: Sequence[PageReading], form: FormDef | None, first_page: int, lists: ReferenceLists
) -> FormReading:
    """Fields and tables of one document. first_page: its place in the stack, from 1.

    Without a form nothing is invented: no fields, no tables. All keys of the form are always present.
    """
    last_page = first_page + len(readings) - 1
    if form is None:
        return FormReading(None, None, first_page, last_page, {}, {})
    fields, tables = (_decision if form.read_as is Manner.DECISION else _form)(
        readings, form, first_page, lists
    )
    reading = with_odd_values(FormReading(form.id, None, first_page, last_page, fields, tables))
    return with_findings(reading, find(readings_by_path(reading), lists.rule_tables()))


_Fields = Mapping[str, FieldReading]
_Tables = Mapping[str, tuple[Row, ...]]


def _form(
    readings: Sequence[PageReading], form: FormDef, first_page: int, lists: ReferenceLists
) -> tuple[_Fields, _Tables]:
    """Values beside printed labels, and ruled tables."""
    readings = without_layout_grids(readings, form.labels)
    lines = flow_lines(readings)
    tokens = tokens_of(lines)
    anchors = find_anchors(form.labels, lines, tokens)
    found = spans.field_spans(form, lines, tokens, anchors)
    peppered = sum(wording.is_peppered(spans.text_of(span.parts, lines)) for span in found.values())
    sheets = _Sheets(
        readings,
        first_page,
        expected_of(form, lists),
        peppered=peppered >= _PEPPERED_VALUES,
        printed=label_letters(form),
    )
    printed = printed_tables(form, lines, tokens, anchors)
    grids = assign(printed, blocks_of(readings))
    strays = stray_texts(form, grids.strays, lines, tokens, anchors)
    fields = {
        key: sheets.with_grid(field, sheets.field(field, form, found.get(key), lines), strays.get(key))
        for key, field in form.fields.items()
    }
    loose = loose_tables(form, printed, grids, lines, tokens, anchors)
    tables = {
        key: unsure_from_labels(tuple(sheets.row(form, key, row) for row in rows))
        for key, rows in table_rows(form, printed, grids, loose).items()
    }
    return with_odd_stops(fields), tables


def _decision(
    readings: Sequence[PageReading], form: FormDef, first_page: int, lists: ReferenceLists
) -> tuple[_Fields, _Tables]:
    """What a decision says, where the layout rules for papers put it."""
    lines = flow_lines(readings)
    found = read_decision(readings, form, lists)
    sheets = _Sheets(readings, first_page, expected_of(form, lists), of_one_hand=True)
    fields = {key: sheets.passage(field, found.fields.get(key), lines) for key, field in form.fields.items()}
    return fields, {"persons": tuple(sheets.row(form, "persons", row) for row in found.persons)}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a value stands: its pieces, the box where it would stand, and how surely it belongs there.

    proposed: what the layout rules for papers make of it; "" where they say nothing. below, numbered: as in
    `Span`.
    """

    page: int
    parts: tuple[Part, ...]
    box: Box
    similarity: float
    proposed: str = ""
    below: Box | None = None
    numbered: bool = False


class _Sheets:
    """The pages of a document: turns spans and cells into readings with their place on the kept page."""

    def __init__(
        self,
        readings: Sequence[PageReading],
        first_page: int,
        expected: Expected,
        *,
        peppered: bool = False,
        of_one_hand: bool = False,
        printed: frozenset[str] = frozenset(),
    ) -> None:
        self._readings = readings
        self._printed = printed
        self._first_page = first_page
        self._expected = expected
        self._peppered = peppered
        self._habits = habits_of(readings, expected, of_one_hand=of_one_hand)
        self._untold = () if self._habits.told else (Doubt(_UNTOLD),)
        self._calibration = load_calibration()
        self._sureness = [sureness(reading) for reading in readings]

    def field(
        self, field: FieldDef, form: FormDef, span: Span | None, lines: Sequence[FlowLine]
    ) -> FieldReading:
        """A field's reading; a label that was not found gives a doubtful blank on page 0."""
        if span is None:
            return _NOT_FOUND
        label = form.labels[span.anchor.label]
        place = _Place(
            span.page,
            span.parts,
            span.place,
            span.anchor.similarity,
            below=span.below,
            numbered=span.numbered,
        )
        return self._placed(field, place, label, lines)

    def with_grid(self, field: FieldDef, reading: FieldReading, grid: GridText | None) -> FieldReading:
        """A field beside whose label text stands in a grid of no table: that text where there is no other."""
        if grid is None:
            return reading
        doubt = Doubt("doubt-text-in-grid")
        if reading.state is State.VALUE:
            return replace(reading, accepted=False, doubts=(*reading.doubts, doubt))
        return self._reading(
            field.type,
            Look(
                " ".join(cell.raw for cell in grid.cells),
                grid.text,
                grid.text,
                tuple(word for cell in grid.cells for word in cell.words),
            ),
            page=grid.page,
            box=grid.box,
            similarity=1.0,
            signs=True,
            extra=(doubt,),
        )

    def passage(self, field: FieldDef, span: DecisionSpan | None, lines: Sequence[FlowLine]) -> FieldReading:
        """A decision's field; one that was not found gives a doubtful blank on page 0."""
        if span is None:
            return _NOT_FOUND
        place = _Place(span.page, span.parts, span.place, span.similarity, span.proposed)
        return self._placed(field, place, None, lines)

    def _placed(
        self, field: FieldDef, place: _Place, label: LabelDef | None, lines: Sequence[FlowLine]
    ) -> FieldReading:
        suffixes = label.suffixes if label is not None else ()
        parts = spans.without_specks(place.parts, lines)
        raw, said = spans.text_of(place.parts, lines), spans.text_of(parts, lines)
        other = spans.other_text_of(parts, lines)
        look = Look(
            raw,
            place.proposed or self._field_text(said, field, suffixes),
            place.proposed or self._field_text(other, field, suffixes),
            # What was left out as a speck counts: it may have been the end of the value ("Loại I").
            spans.span_words(place.parts, lines),
        )
        mended = bool(place.proposed) and place.proposed not in one_spaced(said)
        extra = (Doubt("doubt-sign-mended"),) if mended or (self._peppered and "." in said) else ()
        rest = None
        if label is not None and label.sentences and (told := filled(self._bare(said), label)) is not None:
            also = filled(self._bare(other), label)
            look, rest = replace(look, text=told.text, other=also.text if also else ""), told.rest
            extra = (*extra, Doubt("doubt-sign-mended")) if told.mended else extra
        if label is not None and label.boxes:
            said, other = boxed.joined(look.text), boxed.joined(look.other)
            look = replace(look, text=said, other=other, joined=True)
            extra = (*extra, *boxed.count_doubts(look.text, label.boxes))
        box = spans.box_of(parts, lines, place.page) if look.text else None
        return self._reading(
            field.type,
            look,
            page=place.page,
            box=box or place.box,
            below=place.below,
            similarity=place.similarity,
            signs=place.numbered or holds_ink(raw if rest is None else rest, look, field.type, suffixes),
            extra=extra,
            running=rest is None,
        )

    def _field_text(self, said: str, field: FieldDef, suffixes: Sequence[str]) -> str:
        return wording.field_text(self._bare(said), suffixes, sentences=field.type.kind is Kind.TEXT)

    def _bare(self, said: str) -> str:
        """What was read without the dots of leaders, on a form that was typed over them."""
        return wording.without_pepper(said) if self._peppered else said

    def row(self, form: FormDef, table: str, cells: Mapping[str, CellText]) -> Row:
        """A table row: every column has a reading. In a row that is no sure one a blank is unsure too."""
        columns = form.tables[table].columns
        # A major may be called as a label is ("Lý luận chính trị"); a row of labels opens with one.
        opening = next((one.key for one in columns if one.key in cells and cells[one.key].raw.strip()), "")
        readings = {
            column.key: self._cell(column.type, cells.get(column.key), opens=column.key == opening)
            for column in columns
        }
        worded = [column.key for column in columns if column.type.kind is Kind.TEXT]
        return with_unsure_blanks(with_odd_small_letters(readings, worded))

    def _cell(self, kind: FieldType, cell: CellText | None, *, opens: bool) -> FieldReading:
        """opens: whether it is the first cell of its row with text."""
        if cell is None:
            return _NOT_FOUND
        if cell.unread:
            return self._unread(cell)
        look = Look(cell.raw, wording.cell_text(cell.raw), wording.cell_text(cell.other), cell.words)
        return self._reading(
            kind,
            look,
            page=cell.page,
            box=cell.ink_box,
            below=cell.box,
            similarity=1.0,
            signs=holds_ink(cell.raw, look, kind),
            extra=(Doubt("doubt-row-unsure"),) if cell.pieced else (),
            opens=opens,
            cell=True,
        )

    def _unread(self, cell: CellText) -> FieldReading:
        """A column of a table whose text could not be divided: a person must look at it."""
        return FieldReading(
            State.ILLEGIBLE,
            None,
            "",
            cell.raw,
            self._first_page + cell.page,
            self._readings[cell.page].to_kept(cell.box),
            0.0,
            accepted=False,
            doubts=(Doubt("doubt-table-unread"),),
        )

    def _meant(
        self, text: str, kind: FieldType, sure: frozenset[str] = frozenset()
    ) -> tuple[Corrected, Normalised]:
        """What a text most likely says, and what that means by its type. sure: see `corrected`."""
        proposed = corrected("" if is_only_sub_labels(text, kind) else text, kind, self._habits.known, sure)
        typed = normalise(proposed.text, kind, self._expected.lists)
        if typed.value is None and typed.doubts and is_only_slashes(proposed.text, kind):
            return Corrected(""), Normalised(None)
        return proposed, typed

    def _reading(
        self,
        kind: FieldType,
        look: Look,
        *,
        page: int,
        box: Box,
        below: Box | None = None,
        similarity: float,
        signs: bool,
        opens: bool = True,
        extra: tuple[Doubt, ...] = (),
        cell: bool = False,
        running: bool = True,
    ) -> FieldReading:
        marked = self._is_marked(page, box)
        if kind.kind is Kind.CHECK:
            said, ticked = boxed.tick(look.text or boxed.signs(look.raw), inked=marked)
            look, extra = replace(look, text=said, other=said), (*extra, *ticked)
        proposed, typed, switched = self._best(look, kind)
        blank = not proposed.text
        # The engine may have passed over a line: that of a blank, or one of a cell.
        marked = marked or ((blank or cell) and below is not None and self._is_marked(page, below))
        against = (
            *spoken_against(similarity, typed.doubts, blank=blank, inked=marked or (blank and signs)),
            *self._left_open(proposed.text, kind, opens=opens, running=running and not cell),
            *spelled_otherwise(proposed.text, kind, self._expected),
            *self._doubts_of_hands(look, blank=blank),
            *extra,
            *switched,
            *proposed.doubts,
        )
        sureness = self._sureness[page]
        support = support_of(
            look, proposed.text, kind, self._expected, label=similarity, page=sureness, doubted=bool(against)
        )
        weights = self._calibration[group_of(kind.kind, blank=blank, cell=cell)]
        confidence = confidence_of(support, weights)
        doubts = against or lost_in_capitals(proposed.text, kind, support)
        # What something else speaks against needs no second reason.
        if not doubts and not is_sure(support, kind, confidence, weights.limit, blank=blank):
            doubts = (unsure(proposed.text, look.words),)
        doubts = (*doubts, *self._untold)
        return FieldReading(
            state=State.BLANK if blank else State.VALUE,
            value=typed.value,
            text=proposed.text,
            raw=look.raw,
            page=self._first_page + page,
            box=self._readings[page].to_kept(box),
            confidence=round(confidence, 4),
            accepted=not doubts,
            doubts=self._with_others(doubts, look, kind, proposed.text),
            support=support,
        )

    def _with_others(
        self, doubts: tuple[Doubt, ...], look: Look, kind: FieldType, text: str
    ) -> tuple[Doubt, ...]:
        """The first doubt says what the value may be instead: as a look or the lists have it, or as read."""
        if not doubts:
            return ()
        looks = (look.other, look.text)
        found = (*(self._meant(one, kind)[0].text for one in looks), *reversed(looks))
        return (replace(doubts[0], others=other_readings(text, found)), *doubts[1:])

    def _is_marked(self, page: int, place: Box) -> bool:
        return any(_overlap(mark, place) for mark in self._readings[page].marks)

    def _left_open(self, text: str, kind: FieldType, *, opens: bool, running: bool) -> tuple[Doubt, ...]:
        printed = self._printed if opens else frozenset[str]()
        return left_open(text, kind, printed, points=self._habits.points, running=running)

    def _doubts_of_hands(self, look: Look, *, blank: bool) -> tuple[Doubt, ...]:
        """Handwriting is never accepted unseen, nor is a blank of such a paper: strokes are overlooked."""
        if blank:
            return (Doubt("doubt-blank-by-hand"),) if self._habits.by_hand else ()
        return (Doubt("doubt-handwriting"),) if self._habits.drawn(look) else ()

    def _best(self, look: Look, kind: FieldType) -> tuple[Corrected, Normalised, tuple[Doubt, ...]]:
        """What a look says; what the other one says where a strict type parses only so, with a doubt."""
        proposed, typed = self._meant(look.text, kind, look.sure_words)
        if typed.doubts and kind.kind in _STRICT and look.other != look.text:
            other = self._meant(look.other, kind)
            if other[0].text and not other[1].doubts:
                return (*other, (Doubt("doubt-looks-differ"),))
        return proposed, typed, ()


def _overlap(mark: Box, place: Box) -> bool:
    """Whether a mark lies for the most part within the place of a value."""
    wide = min(mark.right, place.right) - max(mark.x, place.x)
    high = min(mark.bottom, place.bottom) - max(mark.y, place.y)
    return wide > 0 and high > 0 and wide * high > 0.5 * mark.width * mark.height
