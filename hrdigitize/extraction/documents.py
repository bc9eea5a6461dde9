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
from hrdigitize.extraction.acceptance import doubts_of, with_findings
from hrdigitize.extraction.anchors import find_anchors
from hrdigitize.extraction.correction.committees import written_way
from hrdigitize.extraction.correction.figures import decimal_sign
from hrdigitize.extraction.correction.steps import Corrected, Known, corrected
from hrdigitize.extraction.decision_layout import DecisionSpan
from hrdigitize.extraction.decisions import read_decision
from hrdigitize.extraction.flow import FlowLine, flow_lines, tokens_of, words_of
from hrdigitize.extraction.layout_grids import without_layout_grids
from hrdigitize.extraction.normalise import Normalised, normalise
from hrdigitize.extraction.spans import Part, Span
from hrdigitize.extraction.tables import CellText, table_rows
from hrdigitize.formdefs.model import FieldDef, FieldType, FormDef, Kind, Manner
from hrdigitize.reference.lists import ReferenceLists

#: Words that are printed inside the blank of a place (facts of the form: items 4, 5, 8, 9).
_PLACE_SUB_LABELS = frozenset({"xa", "phuong", "thi", "tran", "huyen", "quan", "tinh", "thanh", "pho", "tp"})

#: So many values with a dot in most gaps, and the whole form was typed over its leaders.
_PEPPERED_VALUES = 4
#: The printed "…/…/……" of a blank date reads as "/ /", "II", "J1" or "IMN".
_SLASHES = 3

#: Kinds whose build tells a good look from a bad one.
_STRICT = frozenset({Kind.DATE, Kind.PERIOD, Kind.CODE, Kind.DECIMAL, Kind.NUMBER, Kind.LIST, Kind.PHONE})

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
    reading = FormReading(form.id, None, first_page, last_page, fields, tables)
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
    sheets = _Sheets(readings, first_page, lists, peppered=peppered >= _PEPPERED_VALUES)
    fields = {key: sheets.field(field, form, found.get(key), lines) for key, field in form.fields.items()}
    tables = {
        key: tuple(sheets.row(form, key, row) for row in rows)
        for key, rows in table_rows(form, readings, lines, tokens, anchors).items()
    }
    return fields, tables


def _decision(
    readings: Sequence[PageReading], form: FormDef, first_page: int, lists: ReferenceLists
) -> tuple[_Fields, _Tables]:
    """What a decision says, where the layout rules for papers put it."""
    lines = flow_lines(readings)
    found = read_decision(readings, form, lists)
    sheets = _Sheets(readings, first_page, lists, of_one_hand=True)
    fields = {key: sheets.passage(field, found.fields.get(key), lines) for key, field in form.fields.items()}
    return fields, {"persons": tuple(sheets.row(form, "persons", row) for row in found.persons)}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a value stands: its pieces, the box where it would stand, and how surely it belongs there.

    proposed: what the layout rules for papers make of it; "" where they say nothing.
    """

    page: int
    parts: tuple[Part, ...]
    box: Box
    similarity: float
    proposed: str = ""


@dataclass(frozen=True, slots=True)
class _Look:
    """What the engine said at a place (raw), the text made of it, and the text made of what others saw."""

    raw: str
    text: str
    other: str


class _Sheets:
    """The pages of a document: turns spans and cells into readings with their place on the kept page."""

    def __init__(
        self,
        readings: Sequence[PageReading],
        first_page: int,
        lists: ReferenceLists,
        *,
        peppered: bool = False,
        of_one_hand: bool = False,
    ) -> None:
        self._readings = readings
        self._first_page = first_page
        self._lists = lists
        self._peppered = peppered
        words = [word for reading in readings for line in reading.lines for word in line.words]
        way = written_way((word.text, word.confidence) for word in words) if of_one_hand else ""
        self._known = Known(lists, decimal_sign(word.text for word in words), way)

    def field(
        self, field: FieldDef, form: FormDef, span: Span | None, lines: Sequence[FlowLine]
    ) -> FieldReading:
        """A field's reading; a label that was not found gives a doubtful blank on page 0."""
        if span is None:
            return _NOT_FOUND
        label = form.labels[span.anchor.label]
        place = _Place(span.page, span.parts, span.place, span.anchor.similarity)
        return self._placed(field, place, label.suffixes, lines)

    def passage(self, field: FieldDef, span: DecisionSpan | None, lines: Sequence[FlowLine]) -> FieldReading:
        """A decision's field; one that was not found gives a doubtful blank on page 0."""
        if span is None:
            return _NOT_FOUND
        place = _Place(span.page, span.parts, span.place, span.similarity, span.proposed)
        return self._placed(field, place, (), lines)

    def _placed(
        self, field: FieldDef, place: _Place, suffixes: Sequence[str], lines: Sequence[FlowLine]
    ) -> FieldReading:
        parts = spans.without_specks(place.parts, lines)
        raw, said = spans.text_of(place.parts, lines), spans.text_of(parts, lines)
        other = spans.other_text_of(parts, lines)
        look = _Look(
            raw,
            place.proposed or self._field_text(said, field, suffixes),
            place.proposed or self._field_text(other, field, suffixes),
        )
        mended = bool(place.proposed) and place.proposed not in one_spaced(said)
        box = spans.box_of(parts, lines, place.page) if look.text else None
        return self._reading(
            field.type,
            look,
            page=place.page,
            box=box or place.box,
            # What was left out as a speck counts: it may have been the end of the value ("Loại I").
            confidence=spans.confidence_of(place.parts, lines),
            similarity=place.similarity,
            signs=wording.holds_signs(raw, suffixes),
            extra=(Doubt("doubt-sign-mended"),) if mended or (self._peppered and "." in said) else (),
        )

    def _field_text(self, said: str, field: FieldDef, suffixes: Sequence[str]) -> str:
        text = wording.without_pepper(said) if self._peppered else said
        return wording.field_text(text, suffixes, sentences=field.type.kind is Kind.TEXT)

    def row(self, form: FormDef, table: str, cells: Mapping[str, CellText]) -> Row:
        """A table row: every column has a reading. In a row read unsurely a blank cell is unsure too."""
        readings = {
            column.key: self._cell(column.type, cells.get(column.key))
            for column in form.tables[table].columns
        }
        if all(reading.accepted for reading in readings.values()):
            return readings
        return {key: _doubted_if_blank(reading) for key, reading in readings.items()}

    def _cell(self, kind: FieldType, cell: CellText | None) -> FieldReading:
        if cell is None:
            return _NOT_FOUND
        return self._reading(
            kind,
            _Look(cell.raw, wording.cell_text(cell.raw), wording.cell_text(cell.other)),
            page=cell.page,
            box=cell.ink_box,
            confidence=cell.confidence,
            similarity=1.0,
            signs=wording.holds_signs(cell.raw),
            extra=(Doubt("doubt-row-unsure"),) if cell.pieced else (),
        )

    def _meant(self, text: str, kind: FieldType) -> tuple[Corrected, Normalised]:
        """What a text most likely says, and what that means by its type."""
        proposed = corrected("" if _is_only_sub_labels(text, kind) else text, kind, self._known)
        typed = normalise(proposed.text, kind, self._lists)
        if typed.value is None and typed.doubts and _is_only_slashes(proposed.text, kind):
            return Corrected(""), Normalised(None)
        return proposed, typed

    def _reading(
        self,
        kind: FieldType,
        look: _Look,
        *,
        page: int,
        box: Box,
        confidence: float,
        similarity: float,
        signs: bool,
        extra: tuple[Doubt, ...] = (),
    ) -> FieldReading:
        proposed, typed = self._meant(look.text, kind)
        if typed.doubts and kind.kind in _STRICT and look.other != look.text:
            other = self._meant(look.other, kind)
            if other[0].text and not other[1].doubts:
                proposed, typed = other
                extra = (*extra, Doubt("doubt-looks-differ"))
        marks = self._readings[page].marks
        inked = signs or any(_overlap(mark, box) for mark in marks)
        found = doubts_of(confidence, similarity, typed.doubts, blank=not proposed.text, inked=inked)
        doubts = (*found, *extra, *proposed.doubts)
        return FieldReading(
            state=State.VALUE if proposed.text else State.BLANK,
            value=typed.value,
            text=proposed.text,
            raw=look.raw,
            page=self._first_page + page,
            box=self._readings[page].to_kept(box),
            confidence=round(confidence if proposed.text else similarity, 4),
            accepted=not doubts,
            doubts=doubts,
        )


def _is_only_sub_labels(text: str, kind: FieldType) -> bool:
    """Whether a place holds nothing but its printed "Xã …, Huyện …, Tỉnh …": then it is blank."""
    words = words_of(text)
    return kind.kind is Kind.PLACE and len(words) > 1 and set(words) <= _PLACE_SUB_LABELS


def _is_only_slashes(text: str, kind: FieldType) -> bool:
    """Whether a date that does not parse is no more than its printed slashes: then it is blank."""
    return kind.kind is Kind.DATE and sum(character.isalnum() for character in text) <= _SLASHES


def _doubted_if_blank(reading: FieldReading) -> FieldReading:
    if not reading.accepted or reading.state is not State.BLANK:
        return reading
    return replace(reading, accepted=False, doubts=(Doubt("doubt-row-unsure"),))


def _overlap(mark: Box, place: Box) -> bool:
    """Whether a mark lies for the most part within the place of a value."""
    wide = min(mark.right, place.right) - max(mark.x, place.x)
    high = min(mark.bottom, place.bottom) - max(mark.y, place.y)
    return wide > 0 and high > 0 and wide * high > 0.5 * mark.width * mark.height
