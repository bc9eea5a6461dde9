"""One seed, one form: a made-up person, a hand, a layout, a face, a scan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random

import numpy as np

from tests.generator.faces import FAMILIES, HANDS
from tests.generator.forms import bnv2008, hs02, hsdv, tctw98, tt06
from tests.generator.habits import draw_habit
from tests.generator.laying import Laid, Layout, StandardForm
from tests.generator.mishaps import befall
from tests.generator.people import Person, make_person
from tests.generator.scanning import scan
from tests.generator.writing import Written

#: The forms by their identifiers; a use spreads its seeds over them in this order.
FORMS: Mapping[str, StandardForm] = {
    form.form_id: form for form in (bnv2008.FORM, tctw98.FORM, tt06.FORM, hs02.FORM, hsdv.FORM)
}
#: The form that the generator began with: its seeds are drawn as they always were.
FORM_ID = "2c-bnv-2008"
LEVELS = (0, 1, 2)


@dataclass(frozen=True, slots=True)
class GeneratedForm:
    """A scanned form with its truth. pages: JPEG files. truth: what stands at every printed label."""

    form: str
    pages: tuple[bytes, ...]
    truth: Mapping[str, object]
    layout: str
    font: str
    level: int


@dataclass(frozen=True, slots=True)
class Use:
    """What forms are for: seeds from `first_seed` on, layouts by name, faces of print and of hands.

    Nobody tunes on "test" or "exam". "calibrate" has the layouts of "tune" and "test"; "exam" shares no
    layout and no face with any other use, nor with the training of the line reader.
    """

    name: str
    first_seed: int
    layouts: tuple[str, ...]
    fonts: tuple[str, ...]
    mono_fonts: tuple[str, ...]
    hands: tuple[str, ...]

    def layouts_of(self, form: StandardForm) -> tuple[Layout, ...]:
        """The layouts of a form that this use draws from."""
        return tuple(layout for layout in form.layouts if layout.name in self.layouts)


#: Seeds of one use; the next use begins after so many.
SEEDS_OF_A_USE = 1_000_000
_SEEN = ("liberation-serif", "liberation-sans", "dejavu-serif", "dejavu-sans", "libertine")
TUNE = Use("tune", 0, ("official", "office", "reprint"), _SEEN, (), ("patrick-hand",))
TEST = Use(
    "test",
    SEEDS_OF_A_USE,
    ("official", "office", "reprint", "typed"),
    (*_SEEN, "gentium", "charis", "roboto"),
    ("liberation-mono", "noto-mono"),
    ("patrick-hand", "charm"),
)
#: Faces that the program's own line reader was never trained on (`training/faces.py`): on those that it knows
#: it is surer than it will be on an office's paper.
_UNTRAINED = ("libertine", "gentium", "charis", "roboto", "lato")
CALIBRATE = Use("calibrate", 2 * SEEDS_OF_A_USE, TEST.layouts, _UNTRAINED, ("noto-mono",), TEST.hands)
EXAM = Use(
    "exam",
    3 * SEEDS_OF_A_USE,
    ("district", "boxed"),
    ("free-serif", "free-sans", "carlito", "open-sans"),
    (),
    ("mali", "dancing-script"),
)
USES = {use.name: use for use in (TUNE, TEST, CALIBRATE, EXAM)}


def use_of(seed: int) -> Use:
    """The use whose range of seeds this is; ValueError outside all ranges."""
    for use in USES.values():
        if 0 <= seed - use.first_seed < SEEDS_OF_A_USE:
            return use
    raise ValueError(f"no use has the seed {seed}")


def form_of(seed: int) -> str:
    """The form that a seed is of where none is asked for: the forms take turns."""
    return tuple(FORMS)[seed % len(FORMS)]


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """A form before it is scanned."""

    form: str
    person: Person
    written: Written
    laid: Laid
    layout: str
    font: str

    @property
    def truth(self) -> dict[str, object]:
        """What stands at every printed label."""
        return self.written.truth(self.laid.labelled)


def print_form(
    seed: int,
    *,
    form: str | None = None,
    layout: str | None = None,
    font: str | None = None,
    hand: bool = False,
) -> PrintedForm:
    """The form of a seed as it lies on paper; form, layout and face are the seed's own unless given.

    hand: the same values written as if by hand. KeyError for an unknown form, layout or face.
    """
    use = use_of(seed)
    standard = FORMS[form or form_of(seed)]
    rng = Random(f"form {seed}" if standard.form_id == FORM_ID else f"form {standard.form_id} {seed}")
    drawn_layout = rng.choice(use.layouts_of(standard))
    plan = standard.layout(layout) if layout else drawn_layout
    mono_fonts = use.mono_fonts or tuple(name for name, family in FAMILIES.items() if family.mono)
    family = FAMILIES[font or rng.choice(mono_fonts if plan.mono else use.fonts)]
    person = make_person(rng)
    habit = draw_habit(rng, preprinted_places=rng.random() < plan.places_printed)
    written = plan.prepare(standard.write(person, habit, rng))
    name = family.name
    if hand:
        writer = HANDS[Random(f"hand {seed}").choice(use.hands)]
        family, name = replace(family, hand=writer), f"{family.name}, {writer.name}"
    laid = plan.lay_out(written, family, rng)
    return PrintedForm(standard.form_id, person, written, laid, plan.name, name)


def generate(
    seed: int,
    level: int,
    *,
    form: str | None = None,
    layout: str | None = None,
    font: str | None = None,
    hand: bool = False,
    mishap: str = "",
) -> GeneratedForm:
    """The scanned form of a seed at a level of quality (0 clean, 1 worn, 2 poor); always the same one.

    mishap: what befalls its pages beside (see `mishaps.MISHAPS`).
    """
    printed = print_form(seed, form=form, layout=layout, font=font, hand=hand)
    rng = np.random.default_rng((seed, level))
    pages = scan(printed.laid.pages, level, rng)
    if mishap:
        pages = befall(pages, mishap, rng)
    return GeneratedForm(printed.form, pages, printed.truth, printed.layout, printed.font, level)
