"""One seed, one form: a made-up person, a hand, a layout, a face, a scan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

import numpy as np

from tests.generator.faces import FAMILIES
from tests.generator.habits import draw_habit
from tests.generator.layouts import LAYOUTS, Laid
from tests.generator.people import Person, make_person
from tests.generator.scanning import scan
from tests.generator.writing import Written, write

FORM_ID = "2c-bnv-2008"
LEVELS = (0, 1, 2)


@dataclass(frozen=True, slots=True)
class GeneratedForm:
    """A scanned form with its truth. pages: JPEG files. truth: what stands at every printed label."""

    pages: tuple[bytes, ...]
    truth: Mapping[str, object]
    layout: str
    font: str
    level: int


@dataclass(frozen=True, slots=True)
class Use:
    """What forms are for: seeds from `first_seed` on, layouts, faces. Nobody tunes on "test"."""

    name: str
    first_seed: int
    layouts: tuple[str, ...]
    fonts: tuple[str, ...]
    mono_fonts: tuple[str, ...]


#: Seeds of one use; the next use begins after so many.
SEEDS_OF_A_USE = 1_000_000
_SEEN = ("liberation-serif", "liberation-sans", "dejavu-serif", "dejavu-sans", "libertine")
TUNE = Use("tune", 0, ("official", "office", "reprint"), _SEEN, ())
TEST = Use(
    "test",
    SEEDS_OF_A_USE,
    ("official", "office", "reprint", "typed"),
    (*_SEEN, "gentium", "charis", "roboto"),
    ("liberation-mono", "noto-mono"),
)
USES = {use.name: use for use in (TUNE, TEST)}


def use_of(seed: int) -> Use:
    """The use whose range of seeds this is; ValueError outside all ranges."""
    for use in USES.values():
        if 0 <= seed - use.first_seed < SEEDS_OF_A_USE:
            return use
    raise ValueError(f"no use has the seed {seed}")


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """A form before it is scanned."""

    person: Person
    written: Written
    laid: Laid
    layout: str
    font: str


def print_form(seed: int, *, layout: str | None = None, font: str | None = None) -> PrintedForm:
    """The form of a seed as it lies on paper; layout and face are the seed's own unless given."""
    use = use_of(seed)
    rng = Random(f"form {seed}")
    drawn_layout = rng.choice(use.layouts)
    plan = LAYOUTS[layout or drawn_layout]
    fonts = (
        use.mono_fonts or tuple(name for name, family in FAMILIES.items() if family.mono)
        if plan.mono
        else use.fonts
    )
    name = font or rng.choice(fonts)
    person = make_person(rng)
    habit = draw_habit(rng, preprinted_places=rng.random() < plan.places_printed)
    written = write(person, habit, rng)
    return PrintedForm(person, written, plan.lay_out(written, FAMILIES[name], rng), plan.name, name)


def generate(seed: int, level: int, *, layout: str | None = None, font: str | None = None) -> GeneratedForm:
    """The scanned form of a seed at a level of quality (0 clean, 1 worn, 2 poor); always the same one."""
    form = print_form(seed, layout=layout, font=font)
    pages = scan(form.laid.pages, level, np.random.default_rng((seed, level)))
    return GeneratedForm(pages, form.written.truth(form.laid.labelled), form.layout, form.font, level)
