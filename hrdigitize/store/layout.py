"""Where what lies in a store's folder. Light: it is asked before anything else of the program is loaded."""

from __future__ import annotations

from pathlib import Path

from hrdigitize.store.originals import Originals

DATABASE_NAME = "records.db"
ORIGINALS_NAME = "originals"


def is_unused(folder: Path) -> bool:
    """Whether nothing was ever kept here: no original, and no database or an empty file in its place.

    So it is after a cut in the middle of making a store; nothing can have been acknowledged yet.
    """
    database = folder / DATABASE_NAME
    kept = Originals.lie_in(folder / ORIGINALS_NAME)
    return not kept and (not database.exists() or database.stat().st_size == 0)
