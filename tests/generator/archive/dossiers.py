"""What lies in a dossier: which papers, in which layout, how often scanned, with what between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from tests.generator.archive.matters import Cadre, draw_cadre
from tests.generator.archive.prints import Printed, Source, sources
from tests.generator.archive.sources import kinds
from tests.generator.scanning import CLEAN, POOR, WORN

#: How sheets were printed and scanned: fronts only; backs too, all blank; printed on both sides.
FRONTS, BLANK_BACKS, BOTH_SIDES = "fronts", "blank-backs", "both-sides"
#: Types that the benchmark's archive has in unseen layouts only.
UNSEEN_ONLY = frozenset(
    {
        "party-038",
        "party-040",
        "party-075",
        "state-health",
        "state-criminal-record",
        "state-petition",
        "state-application",
    }
)
_UNSEEN_SHARE = 0.4
_NEVER_MARKED = frozenset({"party-038", "party-046", "party-070", "party-075", "party-086", "state-id-card"})


@dataclass(frozen=True, slots=True)
class Mix:
    """What an archive is made of.

    known_only: no layout that the classifier's author may not look at. pages: how many a dossier has, about.
    separated: share of dossiers with separator sheets; listed: of those with an inventory. turned: share of
    pages that lie upside down or sideways; doubled: of documents scanned twice; foreign: of documents about
    somebody else. secret: how many dossiers have a document marked MẬT, or TỐI MẬT in every third dossier.
    """

    known_only: bool = False
    pages: tuple[int, int] = (25, 38)
    separated: float = 0.35
    listed: float = 0.6
    turned: float = 0.07
    doubled: float = 0.06
    foreign: float = 0.03
    secret: int = 0


@dataclass(frozen=True, slots=True)
class Planned:
    """A document to be printed. seed: of its words, its look and its scan. pages: how many it has."""

    seed: str
    source: Source
    cadre: Cadre
    foreign: bool
    level: int
    colour: bool
    sides: str
    pages: int
    secrecy: str = "open"
    double: bool = False

    def printed(self) -> Printed:
        """The document on paper, always the same."""
        return self.source.make(self.cadre, Random(self.seed))


@dataclass(frozen=True, slots=True)
class Dossier:
    """A cadre's papers in the order of the feeder. separated: by sheets; listed: in an inventory."""

    number: int
    cadre: Cadre
    documents: Sequence[Planned]
    separated: bool
    listed: bool


def plan_dossiers(seed: int, count: int, mix: Mix) -> Iterator[Dossier]:
    """The dossiers of an archive, one by one."""
    rng = Random(f"archive {seed} {mix.known_only}")
    deck = _Deck(rng, mix)
    marked = set(rng.sample(range(count), min(count, mix.secret)))
    for number in range(1, count + 1):
        cadre = draw_cadre(rng)
        documents = list(_documents(rng, deck, cadre, f"{seed} {number}", mix))
        if number - 1 in marked:
            documents = _marked(rng, documents, "secret" if number % 3 == 0 else "confidential")
        yield Dossier(
            number=number,
            cadre=cadre,
            documents=tuple(documents),
            separated=rng.random() < mix.separated,
            listed=rng.random() < mix.listed,
        )


def _marked(rng: Random, documents: Sequence[Planned], secrecy: str) -> list[Planned]:
    """The documents with one of them, and its doubles, marked: no certificate, where there is another."""
    papers = [one for one in documents if one.source.type not in _NEVER_MARKED] or documents
    chosen = rng.choice(papers).seed
    return [replace(one, secrecy=secrecy) if one.seed == chosen else one for one in documents]


class _Deck:
    """The types in a drawn order, over and over: each comes as often as its share says."""

    def __init__(self, rng: Random, mix: Mix) -> None:
        self._rng, self._mix = rng, mix
        self._left: list[str] = []

    def draw(self) -> Source:
        if not self._left:
            self._left = [type_id for type_id, kind in kinds().items() for _ in range(kind.count)]
            self._rng.shuffle(self._left)
        return self._layout(self._left.pop())

    def _layout(self, type_id: str) -> Source:
        known = [one for one in sources()[type_id] if one.known]
        unseen = [one for one in sources()[type_id] if not one.known]
        hidden = type_id in UNSEEN_ONLY or self._rng.random() < _UNSEEN_SHARE
        chosen = unseen if unseen and hidden and not self._mix.known_only else known
        return self._rng.choices(chosen, weights=[one.share for one in chosen])[0]


def _documents(rng: Random, deck: _Deck, cadre: Cadre, name: str, mix: Mix) -> Iterator[Planned]:
    """Papers until the dossier is thick enough; a few are scanned again, at once or later."""
    wanted, pages = rng.randint(*mix.pages), 0
    dirty, colour = rng.random() < 0.35, rng.random() < 0.5
    again: list[Planned] = []
    while pages < wanted:
        foreign = rng.random() < mix.foreign
        planned = _plan(rng, deck, draw_cadre(rng) if foreign else cadre, f"{name} {pages}", dirty=dirty)
        planned = replace(planned, foreign=foreign, colour=colour and planned.level == CLEAN)
        yield planned
        pages += planned.pages
        if again and rng.random() < 0.5:
            yield again.pop()
        if rng.random() < mix.doubled:
            pages += planned.pages
            double = replace(planned, double=True, level=rng.choice((CLEAN, planned.level)))
            if rng.random() < 0.5:
                yield double
            else:
                again.append(double)
    yield from again


def _plan(rng: Random, deck: _Deck, cadre: Cadre, name: str, *, dirty: bool) -> Planned:
    source = deck.draw()
    level = rng.choices((CLEAN, WORN, POOR), weights=(2, 4, 3) if dirty else (8, 2, 1))[0]
    sides = rng.choices((FRONTS, BLANK_BACKS, BOTH_SIDES), weights=(6, 2, 2))[0]
    plan = Planned(f"paper {name}", source, cadre, False, level, False, sides, 0)
    return replace(plan, pages=len(plan.printed().pages))
