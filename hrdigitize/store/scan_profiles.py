"""Scan settings that an office keeps under names."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from hrdigitize.domain.scanning import Colour, Feed, ScanProfile, ScanSettings
from hrdigitize.store.sorting_models import ScanProfileRow


class ScanProfileBook:
    """The scan profiles of a store, within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, profile: ScanProfile) -> None:
        """The profile as given, new or in place of what stood under the same name."""
        settings = profile.settings
        self._session.merge(
            ScanProfileRow(
                name=profile.name,
                device=settings.device,
                dpi=settings.dpi,
                colour=settings.colour.value,
                feed=settings.feed.value,
                width_mm=settings.width_mm,
                height_mm=settings.height_mm,
                threshold=settings.threshold,
                locked=profile.locked,
            )
        )
        self._session.flush()

    def remove(self, name: str) -> None:
        """KeyError for none of this name."""
        row = self._session.get(ScanProfileRow, name)
        if row is None:
            raise KeyError(name)
        self._session.delete(row)
        self._session.flush()

    def get(self, name: str) -> ScanProfile:
        """KeyError for none of this name."""
        row = self._session.get(ScanProfileRow, name)
        if row is None:
            raise KeyError(name)
        return _profile(row)

    def all(self) -> tuple[ScanProfile, ...]:
        """Every profile, by name."""
        rows = self._session.scalars(select(ScanProfileRow).order_by(ScanProfileRow.name))
        return tuple(_profile(row) for row in rows)


def _profile(row: ScanProfileRow) -> ScanProfile:
    settings = ScanSettings(
        row.device,
        row.dpi,
        Colour(row.colour),
        Feed(row.feed),
        row.width_mm,
        row.height_mm,
        threshold=row.threshold,
    )
    return ScanProfile(row.name, settings, locked=row.locked)
