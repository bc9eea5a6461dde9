"""Checks of the printed layout in a form.toml: kinds, targets, places, options, and nothing left out."""

from __future__ import annotations

from collections.abc import Iterator

from hrdigitize.formdefs import layout
from hrdigitize.formdefs.findings import Flaw
from hrdigitize.formdefs.layout import BlockKind, BlockRule, Place
from hrdigitize.formdefs.outline import Entry

_DECLARED = {"field": "fields", "table": "tables"}
_WITH_PLACES = frozenset({BlockKind.LINE})
_WITH_CELLS = frozenset({BlockKind.LINE, BlockKind.HINT})


def check_layout(form: Entry) -> Iterator[Flaw]:
    """All findings of the `[[print]]` blocks; a form without any is one that is not printed."""
    blocks = form.listed("print")
    for block in blocks:
        spelled = block.text("kind")
        if spelled is None:
            continue
        if spelled not in set(BlockKind):
            yield Flaw("form-print-unknown-kind", block.place("kind"), {"kind": spelled})
            continue
        yield from _check_block(form, block, BlockKind(spelled))
    if blocks:
        yield from _check_complete(form)


def _check_block(form: Entry, block: Entry, kind: BlockKind) -> Iterator[Flaw]:
    rule = layout.RULES[kind]
    yield from _check_target(form, block, rule)
    yield from _check_options(block, rule)
    if rule.needs_text and not (block.text("text") or "").strip():
        yield Flaw("form-print-needs-text", block.at, {"kind": kind})
    if kind in _WITH_PLACES:
        for place in _places(block):
            if place.key not in form.entry("fields").values:
                yield Flaw("form-print-unknown-place", block.place("text"), {"key": place.key})
    if kind in _WITH_CELLS:
        yield from _check_widths(block, len(layout.cells(block.text("text") or "")))
    if kind is BlockKind.TABLE:
        yield from _check_widths(block, _column_count(form, block))


def _check_target(form: Entry, block: Entry, rule: BlockRule) -> Iterator[Flaw]:
    target = block.text("target") or ""
    if not rule.target:
        if target:
            yield Flaw("form-print-no-target", block.place("target"), {"target": target})
        return
    if target not in form.entry(_DECLARED[rule.target]).values:
        yield Flaw(f"form-print-unknown-{rule.target}", block.place("target"), {"target": target})


def _check_options(block: Entry, rule: BlockRule) -> Iterator[Flaw]:
    allowed = rule.options or {}
    options = block.entry("options")
    for name in options.values:
        value = options.text(name)
        if name not in allowed:
            yield Flaw("form-print-unknown-option", block.place("options"), {"option": name})
        elif value is not None and not allowed[name].fullmatch(value):
            params = {"option": name, "value": value}
            yield Flaw("form-print-wrong-option", block.place("options"), params)
    for name in sorted(rule.needs - set(options.values)):
        yield Flaw("form-print-missing-option", block.at, {"option": name})


def _check_widths(block: Entry, count: int) -> Iterator[Flaw]:
    widths = block.entry("options").text("widths")
    if widths is None or not count or len(widths.split()) == count:
        return
    params = {"given": str(len(widths.split())), "count": str(count)}
    yield Flaw("form-print-widths", block.place("options"), params)


def _column_count(form: Entry, block: Entry) -> int:
    """Columns of the block's table; 0 where the table is unknown or transposed (it takes no widths)."""
    table = form.entry("tables").entry(block.text("target") or "")
    return 0 if table.is_set("transposed") else len(table.listed("columns"))


def _check_complete(form: Entry) -> Iterator[Flaw]:
    """What the record holds must come out of the printer."""
    blocks = form.listed("print")
    printed = {place.key for block in blocks for place in _places(block)}
    printed |= {block.text("target") or "" for block in blocks}
    for part, declared in _DECLARED.items():
        for key, entry in form.named(declared).items():
            if key not in printed:
                yield Flaw(f"form-print-without-{part}", entry.at, {"key": key})


def _places(block: Entry) -> Iterator[Place]:
    for cell in layout.cells(block.text("text") or ""):
        for part in layout.parts(cell):
            if isinstance(part, Place):
                yield part
