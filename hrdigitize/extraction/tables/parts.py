"""What a form prints of its tables: whole or in parts, and which of their labels were found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from hrdigitize.domain.geometry import Box
from hrdigitize.extraction.anchors import Anchor
from hrdigitize.extraction.flow import FlowLine, Token
from hrdigitize.formdefs.model import FormDef, LabelDef, LabelPart, TableDef


@dataclass(frozen=True, slots=True)
class TablePart:
    """A table as it is printed: whole, or what stands under one label of it (its number)."""

    table: str
    label: int | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A label of a table where it was found."""

    part: TablePart
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Printed:
    """What the form prints, in printed order, and which labels of it were found, in the order of the text.

    others: where the labels of fields and of the end were found, as (page, top).
    """

    parts: Mapping[TablePart, TableDef]
    headings: Sequence[Heading]
    others: Sequence[tuple[int, int]]

    def heading(self, part: TablePart) -> Heading | None:
        return next((heading for heading in self.headings if heading.part == part), None)

    def label_above(self, page: int, top: int) -> TablePart | None:
        """The last table label above a place, whatever stands between."""
        before = [head.part for head in self.headings if (head.page, head.box.y) < (page, top)]
        return before[-1] if before else None

    def is_under(self, part: TablePart, page: int, top: int) -> bool:
        """Whether a place is under this label and no label of a field is nearer."""
        heading = self.heading(part)
        if heading is None or self.label_above(page, top) != part:
            return False
        return not any((heading.page, heading.box.y) < other < (page, top) for other in self.others)

    def begins_behind(self, part: TablePart, page: int, top: int) -> bool:
        """Whether its label was found, and only behind a place: what stands there is not of it."""
        heading = self.heading(part)
        return heading is not None and (heading.page, heading.box.y) > (page, top)

    def twin_behind(self, part: TablePart) -> TablePart | None:
        """The next part of the same table that its headers cannot tell from this one."""
        order = list(self.parts)
        behind = (other for other in order[order.index(part) + 1 :] if other.table == part.table)
        columns = self.parts[part].columns
        return next((other for other in behind if self.parts[other].columns == columns), None)

    def is_sure(self, part: TablePart) -> bool:
        """Whether its rows are surely its own: its label was found, and that of the twin behind it."""
        twin = self.twin_behind(part)
        return self.heading(part) is not None and (twin is None or self.heading(twin) is not None)


def printed_tables(
    form: FormDef, lines: Sequence[FlowLine], tokens: Sequence[Token], anchors: Sequence[Anchor]
) -> Printed:
    """The tables of a form with those of their labels that were found."""
    places = [(form.labels[a.label].part, lines[tokens[a.first].line]) for a in anchors]
    others = [
        (line.page, line.line.box.y) for part, line in places if part in (LabelPart.FIELD, LabelPart.END)
    ]
    return Printed(_parts(form), _headings(form, lines, tokens, anchors), others)


def _parts(form: FormDef) -> Mapping[TablePart, TableDef]:
    """Each table whole, unless all its labels are of parts, and then part by part."""
    parts: dict[TablePart, TableDef] = {}
    for key, table in form.tables.items():
        labels = [(number, label) for number, label in enumerate(form.labels) if _names(label, key)]
        if not labels or not all(label.columns for _, label in labels):
            parts[TablePart(key)] = table
        columns = {column.key: column for column in table.columns}
        for number, label in labels:
            if label.columns:
                own = tuple(columns[name] for name in label.columns)
                parts[TablePart(key, number)] = replace(table, columns=own)
    return parts


def _names(label: LabelDef, table: str) -> bool:
    return label.part is LabelPart.TABLE and label.target == table


def _headings(
    form: FormDef, lines: Sequence[FlowLine], tokens: Sequence[Token], anchors: Sequence[Anchor]
) -> list[Heading]:
    """The table labels found."""
    headings = []
    for anchor in anchors:
        label = form.labels[anchor.label]
        if label.part is LabelPart.TABLE:
            line = lines[tokens[anchor.first].line]
            part = TablePart(label.target, anchor.label if label.columns else None)
            headings.append(Heading(part, line.page, line.line.box))
    return headings
