"""Writes the database of the present schema, to be kept for ever: `python -m tests.store.stored_database`.

Run it once when a schema is released; a folder that is there already is never written again.
"""

from __future__ import annotations

from pathlib import Path

from hrdigitize.store.migrating import SCHEMA
from tests.store.made_up import furnish, new_store


def main() -> None:
    """FileExistsError for a schema that has its database."""
    folder = Path(__file__).parent / "stored" / f"schema-{SCHEMA:04}"
    folder.mkdir(parents=True)
    store = new_store(folder)
    furnish(store)
    store.close()
    for shard in (folder / "originals").iterdir():
        if not any(shard.iterdir()):
            shard.rmdir()


if __name__ == "__main__":
    main()
