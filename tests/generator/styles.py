"""How printings look: type, leaders and manners of printed forms, of offices' templates, of reprints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.generator.composing import Manner
from tests.generator.faces import Family
from tests.generator.typesetting import Look


@dataclass(frozen=True, slots=True)
class Style:
    """One printing's look and manner. reprint: its labels are drawn from the variants."""

    look: Look
    manner: Manner
    reprint: bool


Drawn = Callable[[Family, Random], Style]


def official(family: Family, rng: Random) -> Style:
    """A form as it was printed, its dotted lines typed on."""
    look = Look(
        family=family,
        size_pt=rng.choice((12.0, 12.5, 13.0)),
        leading=rng.choice((1.35, 1.45, 1.6)),
        left_mm=rng.uniform(25, 32),
        right_mm=rng.uniform(14, 19),
        top_mm=rng.uniform(19, 25),
        bottom_mm=rng.uniform(19, 24),
        leader=rng.choice(("dots", "dots", "ellipsis", "drawn")),
        under_values=rng.random() < 0.22,
        page_number=rng.choice(("top", "bottom", "none")),
        value_style=rng.choice(("regular", "regular", "bold", "italic")),
    )
    manner = Manner(
        before_mm=rng.choice((0.0, 2.5, 5.0)),
        hints=rng.choice((1.0, 0.8)),
        colon=rng.choice((": ", ":", ": ")),
        table_heading_style=rng.choice(("regular", "bold")),
    )
    return Style(look, manner, reprint=False)


def office(family: Family, rng: Random) -> Style:
    """A word-processor template as offices pass it on: few leaders, two or three items a line."""
    look = Look(
        family=family,
        size_pt=rng.choice((12.0, 13.0, 13.0, 14.0)),
        leading=rng.choice((1.25, 1.4, 1.55)),
        left_mm=rng.uniform(20, 30),
        right_mm=rng.uniform(14, 20),
        top_mm=rng.uniform(18, 25),
        bottom_mm=rng.uniform(18, 25),
        leader=rng.choice(("dots", "ellipsis")),
        page_number=rng.choice(("corner", "bottom", "top")),
        first_page_numbered=rng.random() < 0.5,
        hint_style=rng.choice(("regular", "italic")),
        hint_size=rng.choice((0.82, 0.9, 1.0)),
    )
    manner = Manner(
        leaders=rng.choice((0.0, 0.1, 0.3)),
        blank_leaders=rng.choice((0.0, 0.2, 0.5)),
        hints=rng.choice((1.0, 0.7)),
        colon=rng.choice((": ", ": ", ":")),
        spare_lines=rng.random() < 0.6,
        printed_slashes=False,
        separator=rng.choice((",", ",", "")),
        label_style="regular",
        table_size=rng.choice((0.85, 0.92, 1.0)),
        table_heading_style=rng.choice(("regular", "bold")),
    )
    return Style(look, manner, reprint=rng.random() < 0.5)


def reprint(family: Family, rng: Random) -> Style:
    """A compact reprint: rules to write on, items counted anew, labels varied and misprinted."""
    look = Look(
        family=family,
        size_pt=rng.choice((10.5, 11.0, 11.5)),
        leading=rng.choice((1.3, 1.4, 1.5)),
        left_mm=rng.uniform(18, 24),
        right_mm=rng.uniform(12, 16),
        top_mm=rng.uniform(15, 20),
        bottom_mm=rng.uniform(16, 20),
        leader=rng.choice(("rule", "rule", "underscore")),
        under_values=True,
        page_number=rng.choice(("bottom", "corner", "none")),
        value_style=rng.choice(("regular", "bold")),
    )
    manner = Manner(
        number=rng.choice(("{}. ", "{}/ ", "{}- ")),
        renumber=True,
        hints=0.15,
        spare_lines=rng.random() < 0.4,
        printed_slashes=rng.random() < 0.5,
        separator=rng.choice((",", ";", "")),
        label_style=rng.choice(("regular", "bold", "italic")) if look.value_style == "regular" else "regular",
        table_heading_style="bold",
    )
    return Style(look, manner, reprint=True)


def typed(family: Family, rng: Random) -> Style:
    """A form typed on a machine: one width for every letter, leaders of full stops, nothing bold."""
    look = Look(
        family=family,
        size_pt=rng.choice((10.5, 11.0)),
        leading=rng.choice((1.5, 1.65)),
        left_mm=rng.uniform(22, 28),
        right_mm=rng.uniform(12, 16),
        top_mm=rng.uniform(18, 24),
        bottom_mm=rng.uniform(18, 24),
        leader=rng.choice(("dots", "dots", "none", "underscore")),
        page_number=rng.choice(("none", "top")),
        hint_style="regular",
        hint_size=1.0,
    )
    manner = Manner(
        number=rng.choice(("{}/ ", "{}. ", "{}) ")),
        hints=rng.choice((0.0, 0.6)),
        leaders=rng.choice((0.5, 1.0)),
        separator=rng.choice((",", "")),
        printed_slashes=False,
        table_size=0.82,
    )
    return Style(look, manner, reprint=rng.random() < 0.5)


def district(family: Family, rng: Random) -> Style:
    """A district office's own template: plain values after colons, no leaders, wide lines."""
    look = Look(
        family=family,
        size_pt=rng.choice((11.5, 12.0, 13.0)),
        leading=rng.choice((1.35, 1.5, 1.7)),
        left_mm=rng.uniform(22, 30),
        right_mm=rng.uniform(13, 18),
        top_mm=rng.uniform(16, 24),
        bottom_mm=rng.uniform(17, 23),
        leader="none",
        page_number=rng.choice(("bottom", "top")),
        value_style=rng.choice(("regular", "regular", "bold")),
        rule_px=rng.choice((2, 3)),
    )
    manner = Manner(
        number=rng.choice(("{}. ", "{}. ", "{}) ")),
        renumber=rng.random() < 0.5,
        leaders=0.0,
        blank_leaders=0.0,
        hints=0.3,
        spare_lines=False,
        printed_slashes=False,
        separator=rng.choice(("", ";", ".")),
        table_heading_style=rng.choice(("bold", "italic")),
    )
    return Style(look, manner, reprint=True)


def boxed(family: Family, rng: Random) -> Style:
    """A template whose items stand in ruled boxes."""
    look = Look(
        family=family,
        size_pt=rng.choice((11.0, 11.5, 12.0)),
        leading=rng.choice((1.3, 1.4)),
        left_mm=rng.uniform(18, 24),
        right_mm=rng.uniform(14, 18),
        top_mm=rng.uniform(16, 20),
        bottom_mm=rng.uniform(16, 20),
        leader="none",
        page_number="bottom",
        value_style=rng.choice(("regular", "bold")),
        rule_px=rng.choice((2, 3)),
    )
    manner = Manner(
        number=rng.choice(("{}. ", "{}) ")),
        leaders=0.0,
        blank_leaders=0.0,
        hints=0.2,
        spare_lines=False,
        printed_slashes=False,
        separator="",
        label_style="regular" if look.value_style == "bold" else rng.choice(("regular", "italic")),
        table_heading_style="bold",
        boxed=True,
    )
    return Style(look, manner, reprint=rng.random() < 0.5)
