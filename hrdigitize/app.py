"""The one place where concrete things are put together: store, lane, helpers, forms, use cases."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hrdigitize.crypto.keyfile import read_key_file, write_key_file
from hrdigitize.crypto.keys import DataKey
from hrdigitize.domain.actors import Clock
from hrdigitize.domain.identifiers import Identifiers, Randomness
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.formdefs.model import FormDef
from hrdigitize.reference.lists import load_lists
from hrdigitize.services.intake import Intake
from hrdigitize.services.pictures import Pictures
from hrdigitize.services.profiles import Profiles
from hrdigitize.services.reading import BatchReading
from hrdigitize.services.verification import Desk
from hrdigitize.store.durable import plain_write_faults, sync_folder
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store, create_store, is_unused, open_store
from hrdigitize.workers.decoding import Decoder
from hrdigitize.workers.reading import Reader

#: The key lies beside the store until login and key wrapping exist; the file says so itself.
KEY_FILE_NAME = "sample-key.txt"


@dataclass(frozen=True, slots=True)
class App:
    """The open program: its use cases, its forms, and the lane on which the store lives."""

    desk: Desk
    intake: Intake
    reading: BatchReading
    profiles: Profiles
    forms: Mapping[str, FormDef]
    lane: Lane
    store: Store

    def close(self) -> None:
        """Finishes what is queued, closes the store and ends the lane."""
        self.lane.run(self.store.close)
        self.lane.close()


def build(folder: Path, *, clock: Clock, randomness: Randomness = os.urandom) -> App:
    """Opens the store in the folder, or makes an empty one where nothing was ever kept.

    UserFault as `crypto.keyfile` and `store.opening` say; then nothing stays open.
    """
    forms = load_forms()
    lane = Lane()
    try:
        store = lane.run(lambda: _store(folder, clock, randomness))
    except BaseException:
        lane.close()
        raise
    decode = Decoder().decode
    pictures = Pictures(store.originals, decode)
    identifiers = Identifiers(clock, randomness)
    return App(
        desk=Desk(store, lane, forms=forms, lists=load_lists(), pictures=pictures, identifiers=identifiers),
        intake=Intake(store, lane, decode=decode, identifiers=identifiers),
        reading=BatchReading(store, lane, pictures=pictures, readers=Reader, identifiers=identifiers),
        profiles=Profiles(store, lane, forms=forms, clock=clock),
        forms=forms,
        lane=lane,
        store=store,
    )


def _store(folder: Path, clock: Clock, randomness: Randomness) -> Store:
    key_file = folder / KEY_FILE_NAME
    if not is_unused(folder):
        return open_store(folder, read_key_file(key_file), clock=clock, randomness=randomness)
    if not key_file.exists():
        _make_key(key_file, randomness)
    return create_store(folder, read_key_file(key_file), clock=clock, randomness=randomness)


def _make_key(key_file: Path, randomness: Randomness) -> None:
    """The key is safe on disk, name and all, before anything is sealed with it."""
    with plain_write_faults():
        key_file.parent.mkdir(parents=True, exist_ok=True)
        write_key_file(key_file, DataKey.generate(randomness))
        sync_folder(key_file.parent)
        sync_folder(key_file.parent.parent)
