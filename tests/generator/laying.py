"""Laying a form out: a standard form has several layouts, and a layout makes pages of what a hand wrote."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from random import Random

from PIL import Image

from tests.generator.blocks import Block, Plan, Row
from tests.generator.composing import Composer
from tests.generator.faces import Family
from tests.generator.habits import Habit
from tests.generator.handwriting import Pen
from tests.generator.people import Person
from tests.generator.styles import Drawn, Style
from tests.generator.typesetting import Sheets
from tests.generator.wording import Wording, Words
from tests.generator.writing import Written


@dataclass(frozen=True, slots=True)
class Laid:
    """A form as printed: pages at DRAWN_DPI, the labelled fields and tables, each value's drawn pieces."""

    pages: tuple[Image.Image, ...]
    labelled: frozenset[str]
    printed: Mapping[str, tuple[str, ...]]


def _as_it_is(written: Written) -> Written:
    return written


@dataclass(frozen=True, slots=True)
class Layout:
    """A printing of a form.

    mono: in a typewriter face. places_printed: chance of Xã, Huyện, Tỉnh on the form. prepare: what a hand
    writes otherwise because this printing leaves it other blanks.
    """

    name: str
    lay_out: Callable[[Written, Family, Random], Laid]
    mono: bool = False
    places_printed: float = 0.0
    prepare: Callable[[Written], Written] = _as_it_is


@dataclass(frozen=True, slots=True)
class StandardForm:
    """A standard form: its identifier as in `forms/`, how it is filled in, its layouts."""

    form_id: str
    write: Callable[[Person, Habit, Random], Written]
    layouts: tuple[Layout, ...]

    def layout(self, name: str) -> Layout:
        """The layout of this name; KeyError for an unknown one."""
        return {layout.name: layout for layout in self.layouts}[name]


def begin(form: Written, words: Words, style: Style, rng: Random) -> Composer:
    """A composer with an empty first sheet."""
    wording = Wording(words, rng, reprint=style.reprint)
    if style.look.family.hand is None:
        return Composer(Sheets(style.look), form, wording, style.manner, rng)
    sheets = Sheets(replace(style.look, value_style="hand"), pen=Pen.drawn(Random(rng.random())))
    return Composer(sheets, form, wording, style.manner, rng)


def laid(composer: Composer) -> Laid:
    """What was set so far."""
    sheets = composer.sheets
    return Laid(
        pages=tuple(sheets.pages),
        labelled=frozenset(composer.labelled),
        printed={key: tuple(pieces) for key, pieces in sheets.printed.items()},
    )


def beside_photo(composer: Composer, blocks: Sequence[Block], *, width_mm: float) -> None:
    """The first items right of the frame for the photo."""
    sheets = composer.sheets
    top = sheets.y_mm + 2
    sheets.box(0, top, width_mm, width_mm * 1.42, composer.wording.words.photo)
    sheets.indent_mm = width_mm + 4
    composer.blocks(blocks)
    sheets.indent_mm = 0.0
    below = top + width_mm * 1.42 + 1 - sheets.y_mm
    if below > 0 and len(sheets.pages) == 1:
        sheets.space(below)


def _set(plan: Plan, words: Words, drawn: Drawn, form: Written, family: Family, rng: Random) -> Laid:
    composer = begin(form, words, drawn(family, rng), rng)
    composer.blocks(plan.head)
    if plan.photo_mm:
        beside_photo(composer, plan.beside_photo, width_mm=plan.photo_mm)
    else:
        composer.blocks(plan.beside_photo)
    composer.blocks(plan.body)
    return laid(composer)


def planned(plan: Plan, words: Words, drawn: Drawn) -> Callable[[Written, Family, Random], Laid]:
    """How a plan is laid out in a style."""
    return partial(_set, plan, words, drawn)


def one_a_line(plan: Plan) -> Plan:
    """The same plan with every item on a line of its own, and no photograph beside them."""
    return Plan(
        plan.head,
        tuple(block for one in plan.beside_photo for block in _apart(one)),
        tuple(block for one in plan.body for block in _apart(one)),
        photo_mm=0.0,
    )


def _apart(block: Block) -> tuple[Block, ...]:
    if not isinstance(block, Row) or len(block.items) < 2:
        return (block,)
    return tuple(Row((replace(item, tab_mm=0.0),)) for item in block.items)
