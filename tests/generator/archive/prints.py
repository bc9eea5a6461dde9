"""Printing a document: every source of papers (lists, forms, cards) gives pages with ink and truth."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from random import Random

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from tests.generator.archive import cards
from tests.generator.archive.matters import Cadre, draw_day, words_of
from tests.generator.archive.setting import draw_style, set_paper
from tests.generator.archive.sources import Layout, layouts
from tests.generator.decisions.inking import sign, stamps
from tests.generator.decisions.layouts import Laid, Seal
from tests.generator.faces import FAMILIES
from tests.generator.forms import bnv2008, hs02, hsdv, tctw98, tt06
from tests.generator.habits import draw_habit
from tests.generator.laying import Layout as FormLayout
from tests.generator.laying import StandardForm

Plane = NDArray[np.float32]

_SEEN = ("liberation-serif",) * 4 + ("liberation-sans", "dejavu-serif", "libertine", "gentium", "charis")
_UNSEEN = ("free-serif", "carlito", "open-sans", "free-sans", "lato")
#: Printings of the standard forms that no use but the exam's has, besides typed ones.
_UNSEEN_FORMS = ("district", "boxed")


@dataclass(frozen=True, slots=True)
class Printed:
    """A document on paper. inks: of stamps, page by page. index: fields as they stand there, days as ISO too.

    form: the standard form it is, "" for none; values: what stands at its labels.
    """

    pages: Sequence[Image.Image]
    inks: Sequence[Plane]
    index: Mapping[str, str]
    landscape: bool = False
    form: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """A layout of a type of paper, from whichever source. known: see `sources.Layout`."""

    type: str
    layout: str
    known: bool
    share: float
    make: Callable[[Cadre, Random], Printed]


@cache
def sources() -> Mapping[str, tuple[Source, ...]]:
    """All layouts by type."""
    found = [Source(one.type, one.name, one.known, one.share, partial(_paper, one)) for one in layouts()]
    for type_id, form in (
        ("state-cv", bnv2008.FORM),
        ("state-cv", tctw98.FORM),
        ("state-cv", tt06.FORM),
        ("state-cv", hs02.FORM),
        ("party-003", hsdv.FORM),
    ):
        found += [
            Source(
                type_id,
                f"{form.form_id} {one.name}",
                one.name not in _UNSEEN_FORMS,
                1.0,
                partial(_form, form, one),
            )
            for one in form.layouts
        ]
    found += [
        Source("state-id-card", name, known, 1.0, partial(_card, draw))
        for name, known, draw in cards.DRAWINGS
    ]
    types = sorted({one.type for one in found})
    return {type_id: tuple(one for one in found if one.type == type_id) for type_id in types}


def _paper(layout: Layout, cadre: Cadre, rng: Random) -> Printed:
    family = FAMILIES[rng.choice(("liberation-mono",) if layout.mono else _SEEN if layout.known else _UNSEEN)]
    issued = draw_day(rng, cadre, layout.when)
    words = words_of(rng, cadre, issued)
    done = set_paper(layout, words, draw_style(rng, layout, family), rng)
    draw = np.random.default_rng(rng.getrandbits(32))
    for seal in done.signatures:
        sign(_laid(done.pages, seal), draw)
    inks = blank_inks(done.pages)
    if done.stamp is not None:
        inks = stamps(_laid(done.pages, done.stamp), done.around, draw)
    index = dict(done.index)
    if "issued_on" in index:
        index["issued_on__iso"] = issued.isoformat()
    return Printed(done.pages, inks, index, done.landscape)


def _laid(pages: Sequence[Image.Image], seal: Seal) -> Laid:
    return Laid(pages, {}, seal, ())


def blank_inks(pages: Sequence[Image.Image]) -> Sequence[Plane]:
    """No stamping ink anywhere."""
    return [np.zeros((page.height, page.width), np.float32) for page in pages]


def _form(form: StandardForm, layout: FormLayout, cadre: Cadre, rng: Random) -> Printed:
    """A standard form filled in about the cadre, stamped and signed at its end."""
    known = layout.name not in _UNSEEN_FORMS
    faces = ("liberation-mono", "noto-mono") if layout.mono else _SEEN if known else _UNSEEN
    habit = draw_habit(rng, preprinted_places=rng.random() < layout.places_printed)
    written = layout.prepare(form.write(cadre.person, habit, rng))
    laid = layout.lay_out(written, FAMILIES[rng.choice(faces)], rng)
    seal = Seal(len(laid.pages) - 1, rng.uniform(140, 155), rng.uniform(215, 250))
    draw = np.random.default_rng(rng.getrandbits(32))
    seen = Laid(laid.pages, {}, seal, ())
    sign(seen, draw)
    values = written.truth(laid.labelled)
    index = {"full_name": str(values["full_name"])} if values.get("full_name") else {}
    around = cadre.person.office.managing_agency
    return Printed(laid.pages, stamps(seen, around, draw), index, form=form.form_id, values=values)


def _card(draw: Callable[[Cadre, Random], cards.Copied], cadre: Cadre, rng: Random) -> Printed:
    copied = draw(cadre, rng)
    return Printed([copied.page], blank_inks([copied.page]), copied.index)
