"""Ranks and what they are paid: coefficients by grade, judged by the rules of their time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from hrdigitize.domain.dates import PartialDate


@dataclass(frozen=True, slots=True)
class PayScale:
    """A scale such as A1: one coefficient for each grade (bậc), the first grade first."""

    id: str
    coefficients: tuple[Decimal, ...]

    def coefficient(self, grade: int) -> Decimal | None:
        """What a grade is paid, grades counted from 1; None for a grade that the scale does not have."""
        return self.coefficients[grade - 1] if 1 <= grade <= len(self.coefficients) else None


@dataclass(frozen=True, slots=True)
class Placement:
    """That a rank is paid by a scale, from a day to a day (None: still)."""

    scale: PayScale
    valid_from: date
    valid_to: date | None = None

    def may_hold(self, when: PartialDate) -> bool:
        """Whether it was in force on any day that the date may mean."""
        return self.valid_from <= when.latest() and (
            self.valid_to is None or when.earliest() <= self.valid_to
        )


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank (ngạch) of the civil service: code, official name and the scales it was paid by."""

    code: str
    name: str
    placements: tuple[Placement, ...]

    def scales(self, when: PartialDate) -> tuple[PayScale, ...]:
        """The scales that may have been in force then; none where the rules of that time are not known."""
        return tuple(placement.scale for placement in self.placements if placement.may_hold(when))


@dataclass(frozen=True)
class PayTables:
    """All ranks that the program knows, by code."""

    ranks: Mapping[str, Rank]

    @cached_property
    def coefficients(self) -> frozenset[Decimal]:
        """Every coefficient that some rank is or was paid."""
        return frozenset(
            coefficient
            for rank in self.ranks.values()
            for placement in rank.placements
            for coefficient in placement.scale.coefficients
        )
