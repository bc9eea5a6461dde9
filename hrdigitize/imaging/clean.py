"""The order of the clean-up: light, skew, rules, stamps, small boxes, leaders, specks."""

from __future__ import annotations

from dataclasses import dataclass

from hrdigitize.domain.page import Grid
from hrdigitize.domain.picture import Picture
from hrdigitize.imaging import boxes, leaders, light, ruled, skew, specks, stamps
from hrdigitize.imaging.pixels import Grey, grey, working_scale


@dataclass(frozen=True, slots=True)
class CleanPage:
    """A page ready for the engine.

    image: grey, upright, flattened, without rules, leaders, stamps, specks, at about 300 dpi.
    scale: from the kept page to this image. skew: degrees, clockwise positive. grids: in its pixels.
    paper: the same image with rules, leaders and specks still on it. letters: mask of the ink kept;
    blots: of solid ink taken out (punch holes, or something crossed out).
    """

    image: Grey
    paper: Grey
    letters: Grey
    blots: Grey
    scale: float
    skew: float
    grids: tuple[Grid, ...]


def clean(picture: Picture) -> CleanPage:
    """All clean-up steps, once. Same picture, same result."""
    scale = working_scale(picture.dpi)
    even = light.flattened(grey(picture))
    askew = skew.angle(light.ink(even))
    paper = skew.upright(even, askew, scale)
    rules = ruled.find_rules(light.rule_ink(paper))
    unstamped = stamps.without_stamps(paper, light.ink(paper))
    unstamped = boxes.without_boxes(unstamped, light.ink(unstamped))
    body = specks.letter_bodies(light.ink(unstamped))
    bare = ruled.without_rules(unstamped, rules, body)
    undotted = leaders.without_leaders(bare, light.ink(bare), body)
    image, letters, blots = specks.without_specks(undotted, light.ink(undotted))
    return CleanPage(image, paper, letters, blots, scale, askew, ruled.find_grids(rules))
