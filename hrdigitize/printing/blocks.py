"""Turns the `[[print]]` blocks of a form into what the page is built of, with a cadre's values in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Spacer

from hrdigitize.domain.record import Cadre, FieldPath
from hrdigitize.formdefs import layout
from hrdigitize.formdefs.layout import BlockKind, Place
from hrdigitize.formdefs.model import FormDef, PrintBlock
from hrdigitize.printing import styles
from hrdigitize.printing.rows import BelowPhoto, Cell, PhotoFrame, TextRows, text_rows
from hrdigitize.printing.setting import Atom, Leader
from hrdigitize.printing.styles import TextStyle
from hrdigitize.printing.tables import set_table
from hrdigitize.printing.values import printed_rows, printed_text

_SIGNATURE_ROOM = 26 * mm
_PHOTO_GAP = 4 * mm

_TEXT_STYLES: Mapping[BlockKind, TextStyle] = {
    BlockKind.MARK: styles.MARK,
    BlockKind.TITLE: styles.TITLE,
    BlockKind.HEADING: styles.HEADING,
    BlockKind.SUBHEADING: styles.SUBHEADING,
    BlockKind.NOTE: styles.NOTE,
}
_HEADINGS = frozenset({BlockKind.HEADING, BlockKind.SUBHEADING})


@dataclass(frozen=True, slots=True)
class _SetBlock:
    """A block as set. least_height: what of it must stand on the page of its heading, in points."""

    flowables: Sequence[Flowable]
    least_height: float = 0.0


class PageSetter:
    """Sets the blocks of one form for one cadre, top to bottom."""

    def __init__(self, form: FormDef, cadre: Cadre) -> None:
        self._form = form
        self._cadre = cadre
        self._story: list[Flowable] = []
        self._headings: list[TextRows] = []
        self._left = 0.0
        self._setters: Mapping[BlockKind, Callable[[PrintBlock], _SetBlock]] = {
            BlockKind.LINE: self._set_line,
            BlockKind.HINT: self._set_hint,
            BlockKind.FREE: self._set_free,
            BlockKind.TABLE: self._set_table,
            BlockKind.SIGNATURES: self._set_signatures,
            BlockKind.SPACE: self._set_space,
            BlockKind.PAGE_BREAK: self._set_page_break,
            **dict.fromkeys(_TEXT_STYLES, self._set_text),
        }

    def flowables(self) -> list[Flowable]:
        """All blocks set; to be asked once."""
        pending = list(self._form.print_layout)
        while pending:
            block = pending.pop(0)
            if block.kind != BlockKind.PHOTO:
                self._add(block)
                continue
            beside = int(_options(block)["beside"])
            self._add_photo(block, pending[:beside])
            pending = pending[beside:]
        self._end_headings(0.0)
        return self._story

    def _add(self, block: PrintBlock) -> None:
        kind = BlockKind(block.kind)
        if kind in _HEADINGS:
            self._headings.append(self._text(block))
            return
        done = self._setters[kind](block)
        self._end_headings(done.least_height)
        if kind is BlockKind.HINT and self._story:
            self._story[-1].keepWithNext = True
        self._story.extend(done.flowables)

    def _end_headings(self, least_height: float) -> None:
        """Titles never stand alone at the foot of a page: the beginning of what they name goes along."""
        if not self._headings:
            return
        room = sum(heading.needed_height for heading in self._headings) + least_height
        self._story.append(CondPageBreak(min(room, styles.PAGE_HEIGHT / 2)))
        self._story.extend(self._headings)
        self._headings = []

    def _add_photo(self, block: PrintBlock, beside: Sequence[PrintBlock]) -> None:
        options = _options(block)
        width, height = int(options["width_mm"]) * mm, int(options["height_mm"]) * mm
        photo = PhotoFrame(width, height, block.text.splitlines(), styles.PHOTO)
        self._story.extend([Spacer(1, 2 * mm), CondPageBreak(height), photo])
        self._left = width + _PHOTO_GAP
        for one in beside:
            self._add(one)
        self._left = 0.0
        self._story.extend([BelowPhoto(photo), Spacer(1, 1 * mm)])

    def _text(self, block: PrintBlock) -> TextRows:
        return text_rows([self._full(_TEXT_STYLES[BlockKind(block.kind)], block.text)])

    def _set_text(self, block: PrintBlock) -> _SetBlock:
        return _SetBlock([self._text(block)])

    def _set_line(self, block: PrintBlock) -> _SetBlock:
        atoms = [tuple(self._atoms(cell)) for cell in layout.cells(block.text)]
        return _SetBlock([text_rows(self._cells(block, atoms, styles.LINE))])

    def _set_hint(self, block: PrintBlock) -> _SetBlock:
        atoms = [(cell,) for cell in layout.cells(block.text)]
        return _SetBlock([text_rows(self._cells(block, atoms, styles.HINT))])

    def _set_free(self, block: PrintBlock) -> _SetBlock:
        """The question, the answer line by line, and dotted lines up to what the form offers."""
        question = [text_rows([self._full(styles.LINE, block.text)])] if block.text else []
        value = printed_text(self._cadre, FieldPath(block.target))
        answer = [text_rows([self._full(styles.ANSWER, line, Leader(1))]) for line in value.splitlines()]
        offered = int(_options(block).get("lines", "1"))
        missing = max(0, offered - sum(rows.count for rows in answer))
        dotted = [text_rows([self._full(styles.ANSWER, Leader(1))]) for _ in range(missing)]
        least = sum(rows.needed_height for rows in question) + styles.ANSWER.leading
        return _SetBlock([CondPageBreak(least), *question, *answer, *dotted], least)

    def _set_table(self, block: PrintBlock) -> _SetBlock:
        table = self._form.tables[block.target]
        done = set_table(table, printed_rows(self._cadre, block.target), _options(block))
        return _SetBlock(done.flowables, done.least_height)

    def _set_signatures(self, block: PrintBlock) -> _SetBlock:
        options = _options(block)
        left, right = _signature(options, "left"), _signature(options, "right")
        if "date" in options:
            left.insert(0, ("", styles.SIGNATURE_DATE))
            right.insert(0, (options["date"], styles.SIGNATURE_DATE))
        half = styles.TEXT_WIDTH / 2
        lines: list[Flowable] = [Spacer(1, 6 * mm)]
        for number in range(max(len(left), len(right))):
            cells = [
                Cell(x, half - styles.GUTTER, (side[number][0],), side[number][1])
                for x, side in ((0.0, left), (half, right))
                if number < len(side)
            ]
            lines.append(text_rows(cells))
        return _SetBlock([KeepTogether([*lines, Spacer(1, _SIGNATURE_ROOM)])])

    def _set_space(self, block: PrintBlock) -> _SetBlock:
        return _SetBlock([Spacer(1, int(_options(block)["height_mm"]) * mm)])

    def _set_page_break(self, _block: PrintBlock) -> _SetBlock:
        return _SetBlock([PageBreak()])

    def _full(self, style: TextStyle, *atoms: Atom) -> Cell:
        """A cell as wide as the text of the page, or what a photograph leaves of it."""
        return Cell(self._left, styles.TEXT_WIDTH - self._left, atoms, style)

    def _cells(self, block: PrintBlock, texts: Sequence[tuple[Atom, ...]], style: TextStyle) -> list[Cell]:
        """The cells of a line by their shares of its width, with a gutter between neighbours."""
        widths = _options(block).get("widths")
        parts = layout.shares(widths) if widths else (1 / len(texts),) * len(texts)
        whole = styles.TEXT_WIDTH - self._left + styles.GUTTER
        cells: list[Cell] = []
        x = self._left
        for part, atoms in zip(parts, texts, strict=True):
            cells.append(Cell(x, part * whole - styles.GUTTER, atoms, style))
            x += part * whole
        return cells

    def _atoms(self, cell: str) -> Iterator[Atom]:
        """Printed text, values and leaders of a cell, in order."""
        for part in layout.parts(cell):
            if not isinstance(part, Place):
                yield part
                continue
            value = printed_text(self._cadre, FieldPath(part.key))
            if value.strip():
                yield value
                yield Leader(1)
            else:
                yield from _blank(part.blank)


def _options(block: PrintBlock) -> Mapping[str, str]:
    return block.options or {}


def _blank(text: str) -> Iterator[Atom]:
    """What is printed for nothing: each run of dots a leader, longer runs with more room."""
    for run in layout.runs(text):
        is_leader = run.startswith(layout.LEADER)
        yield Leader(len(run), styles.LEADER_LEAST) if is_leader else run


def _signature(options: Mapping[str, str], side: str) -> list[tuple[str, TextStyle]]:
    """The lines of one column at the foot, each with its style."""
    return [
        (line, style)
        for part, style in (("title", styles.SIGNATURE_TITLE), ("note", styles.SIGNATURE_NOTE))
        for line in options.get(f"{side}_{part}", "").splitlines()
    ]
