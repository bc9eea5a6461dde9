"""Turns a checked form.toml into the form definition that the other rooms use."""

from __future__ import annotations

from types import MappingProxyType

from hrdigitize.formdefs.model import (
    ColumnDef,
    FieldDef,
    FormDef,
    LabelDef,
    LabelPart,
    Manner,
    PrintBlock,
    TableDef,
)
from hrdigitize.formdefs.schema import FormShape, LabelShape, PrintShape, TableShape
from hrdigitize.formdefs.types import parse_type


def build(shape: FormShape) -> FormDef:
    """The definition; the shape has been checked before, so types and targets are known to exist."""
    fields = {
        key: FieldDef(key, parse_type(field.type), field.label, field.group)
        for key, field in shape.fields.items()
    }
    tables = {key: _table(key, table) for key, table in shape.tables.items()}
    return FormDef(
        id=shape.id,
        name=shape.name,
        source=shape.source,
        valid_from=shape.valid_from,
        valid_to=shape.valid_to,
        marks=tuple(shape.marks),
        title=tuple(shape.title),
        groups=MappingProxyType(dict(shape.groups)),
        fields=MappingProxyType(fields),
        tables=MappingProxyType(tables),
        labels=tuple(_label(label) for label in shape.labels),
        boilerplate=tuple(shape.boilerplate),
        print_layout=tuple(_block(block) for block in shape.print_layout),
        read_as=Manner(shape.read_as),
    )


def _table(key: str, table: TableShape) -> TableDef:
    columns = tuple(
        ColumnDef(
            column.key,
            parse_type(column.type),
            column.label,
            tuple(column.headers),
            tuple(column.preprinted),
        )
        for column in table.columns
    )
    return TableDef(key, table.label, table.group, columns, table.transposed)


def _label(label: LabelShape) -> LabelDef:
    part, target = _part(label)
    return LabelDef(
        part,
        target,
        tuple(label.texts),
        tuple(label.hints),
        tuple(label.suffixes),
        tuple(label.columns),
        MappingProxyType(dict(label.sets)),
        label.above,
        label.boxes or 0,
        tuple(label.sentences),
    )


def _part(label: LabelShape) -> tuple[LabelPart, str]:
    if label.field is not None:
        return LabelPart.FIELD, label.field
    if label.table is not None:
        return LabelPart.TABLE, label.table
    return (LabelPart.HEADING if label.heading else LabelPart.END), ""


def _block(block: PrintShape) -> PrintBlock:
    return PrintBlock(block.kind, block.text, block.target, MappingProxyType(dict(block.options)))
