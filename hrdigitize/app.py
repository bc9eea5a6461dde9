"""The one place where concrete things are put together: store, lane, helpers, forms, use cases."""

from __future__ import annotations

import getpass
import os
import platform
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from hrdigitize import __released__
from hrdigitize.crypto.calibrating import Stopwatch, calibrated
from hrdigitize.crypto.keyfile import read_key_file, write_key_file
from hrdigitize.crypto.keys import DataKey
from hrdigitize.crypto.recovery import RecoveryLock
from hrdigitize.domain.actors import Clock
from hrdigitize.domain.clocks import ClockBehind
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.identifiers import Identifiers, Randomness
from hrdigitize.domain.users import NewUser, User
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.formdefs.model import FormDef
from hrdigitize.reference.lists import ReferenceLists, load_lists
from hrdigitize.reference.scan_profiles import load_scan_profiles
from hrdigitize.services.arranging import Arranging
from hrdigitize.services.backups import Backups
from hrdigitize.services.batch_run import Archive
from hrdigitize.services.batches import BatchList
from hrdigitize.services.belonging import BatchOwners
from hrdigitize.services.both_sides import BothSides
from hrdigitize.services.columns import Columns
from hrdigitize.services.completeness import Contents
from hrdigitize.services.corrections import Corrections
from hrdigitize.services.cross_checks import CrossChecks
from hrdigitize.services.custody import make_recovery_sheets, write_lock
from hrdigitize.services.dossiers import Dossiers
from hrdigitize.services.duplicates import Duplicates
from hrdigitize.services.filing import Filing
from hrdigitize.services.gate import Gate, require_fit
from hrdigitize.services.holding import HoldingBack
from hrdigitize.services.intake import Intake
from hrdigitize.services.markings import Markings
from hrdigitize.services.operators import Operators
from hrdigitize.services.overview import Overview
from hrdigitize.services.page_troubles import PageTroubles
from hrdigitize.services.pictures import Decode, Pictures
from hrdigitize.services.pointing import Pointing
from hrdigitize.services.profiles import Profiles
from hrdigitize.services.reading import BatchReading, ReaderFactory
from hrdigitize.services.reading_queue import ReadingQueue
from hrdigitize.services.rereading import Rereading
from hrdigitize.services.sampling import Sampling
from hrdigitize.services.scan_profiles import ScanProfiles
from hrdigitize.services.search import Search
from hrdigitize.services.second_keying import SecondKeying
from hrdigitize.services.sitting import Sitting
from hrdigitize.services.thumbnails import Thumbnails
from hrdigitize.services.timekeeping import Timekeeping
from hrdigitize.services.units import Units
from hrdigitize.services.upkeep import Upkeep
from hrdigitize.services.users import Users
from hrdigitize.services.verification import Desk
from hrdigitize.services.watching import Watching
from hrdigitize.store.durable import plain_write_faults, sync_folder
from hrdigitize.store.lane import Lane
from hrdigitize.store.layout import is_unused
from hrdigitize.store.opening import Store, create_store, open_store
from hrdigitize.workers.decoding import Decoder
from hrdigitize.workers.reading import Reader

#: The key of a sample store lies beside it, and says so itself; an office's store has a keyring.
KEY_FILE_NAME = "sample-key.txt"


@dataclass(frozen=True, slots=True)
class App:
    """The open program: its use cases, its forms, and the lane on which the store lives.

    clock_behind: what the door tells about the PC's clock to whoever came in, once.
    """

    desk: Desk
    holding: HoldingBack
    pointing: Pointing
    intake: Intake
    both_sides: BothSides
    scan_profiles: ScanProfiles
    markings: Markings
    watching: Watching
    reading: BatchReading
    queue: ReadingQueue
    sitting: Sitting
    page_troubles: PageTroubles
    batches: BatchList
    thumbnails: Thumbnails
    arranging: Arranging
    rereading: Rereading
    filing: Filing
    owners: BatchOwners
    contents: Contents
    dossiers: Dossiers
    corrections: Corrections
    cross_checks: CrossChecks
    second_keying: SecondKeying
    columns: Columns
    sampling: Sampling
    operators: Operators
    duplicates: Duplicates
    units: Units
    profiles: Profiles
    search: Search
    overview: Overview
    users: Users
    upkeep: Upkeep
    backups: Backups
    forms: Mapping[str, FormDef]
    clock: Clock
    timekeeping: Timekeeping
    lane: Lane
    store: Store
    clock_behind: ClockBehind | None = None

    def close(self) -> None:
        """Gives up what is being read, finishes what writes, closes the store and ends the lane."""
        self.queue.close()
        self.pointing.close()
        self.lane.run(self.store.close)
        self.lane.close()


def open_sample(folder: Path, *, clock: Clock, randomness: Randomness = os.urandom) -> App:
    """Opens the sample store in the folder, or makes an empty one where nothing was ever kept.

    UserFault as `crypto.keyfile` and `store.opening` say; then nothing stays open.
    """
    new = is_unused(folder)
    return _assembled(
        folder, lambda: _sample_key(folder, randomness), clock, randomness, new=new, practice=True
    )


def make_centre_key(
    sheets: Path, file: Path, *, clock: Clock, randomness: Randomness = os.urandom
) -> RecoveryLock:
    """A centre's recovery key for its communes: three sheets into a folder, the public half into a file.

    UserFault as `make_recovery_sheets` and `write_lock` say.
    """
    lock = make_recovery_sheets(
        sheets, outside=None, made_on=clock().astimezone().date(), randomness=randomness
    )
    write_lock(file, lock)
    return lock


def set_up(
    folder: Path,
    first: NewUser,
    custody: Path | RecoveryLock,
    *,
    clock: Clock,
    stopwatch: Stopwatch = time.perf_counter,
    randomness: Randomness = os.urandom,
) -> tuple[App, User]:
    """Makes an office's store and opens it for its first user, the commune head.

    custody: the public half of the centre's recovery key; or, for an office on its own, the folder for the
    three sheets of a key of its own. stopwatch: by which it is measured how dear a guess at a passphrase can
    be made on this PC. UserFault "store-already-there", and as `gate.require_fit` and
    `make_recovery_sheets` say; then no store was made.
    """
    if not is_unused(folder):
        raise UserFault("store-already-there")
    require_fit(first)
    lock = (
        make_recovery_sheets(
            custody, outside=folder, made_on=clock().astimezone().date(), randomness=randomness
        )
        if isinstance(custody, Path)
        else custody
    )
    with plain_write_faults():
        folder.mkdir(parents=True, exist_ok=True)
    key = DataKey.generate(randomness)
    gate = Gate(folder, clock=clock, randomness=randomness)
    gate.set_up(Identifiers(clock, randomness).new(), key, first, lock, calibrated(stopwatch))
    app = _assembled(folder, lambda: key, clock, randomness, new=True)
    return _closed_unless(app, lambda: _came_in(app, lambda: app.users.found(first)))


def enter(
    folder: Path,
    name: str,
    passphrase: str,
    *,
    own: str | None = None,
    clock: Clock,
    randomness: Randomness = os.urandom,
    readers: ReaderFactory = Reader,
) -> tuple[App, User]:
    """Opens an office's store for whoever knows the passphrase, and says who that is.

    own: what the user chose in place of a passphrase that somebody else gave; it takes its place first.
    readers: what starts the readers of batches, on this PC or elsewhere.
    UserFault as `Gate.log_in` and `store.opening` say; then nothing stays open.
    """
    login = Gate(folder, clock=clock, randomness=randomness).log_in(name, passphrase, own=own)
    app = _assembled(folder, lambda: login.key, clock, randomness, readers=readers)

    def come() -> User:
        return app.users.enter(login) if own is None else app.users.choose_passphrase(login, own)

    return _closed_unless(app, lambda: _came_in(app, come))


def recover(
    folder: Path,
    shares: Sequence[str],
    name: str,
    passphrase: str,
    *,
    clock: Clock,
    randomness: Randomness = os.urandom,
) -> None:
    """A new passphrase for a user, by two of the three recovery shares; the log has it.

    UserFault as `Gate.recover`, "user-unknown", "passphrase-weak".
    """
    key = Gate(folder, clock=clock, randomness=randomness).recover(shares)
    app = _assembled(folder, lambda: key, clock, randomness)
    try:
        app.users.recover(name, passphrase)
    finally:
        app.close()


def _came_in(app: App, come: Callable[[], User]) -> tuple[App, User]:
    """Who came in, and the program with what is to be told about the clock; it was read before they came."""
    behind = app.timekeeping.behind()
    user = come()
    if behind is not None:
        app.timekeeping.note(behind, actor=user.actor)
    return replace(app, clock_behind=behind), user


def _closed_unless(app: App, call: Callable[[], tuple[App, User]]) -> tuple[App, User]:
    """What the call gives; where it fails nothing stays open."""
    try:
        return call()
    except BaseException:
        app.close()
        raise


@dataclass(frozen=True, slots=True)
class _Ground:
    """What the use cases stand on."""

    store: Store
    lane: Lane
    forms: Mapping[str, FormDef]
    lists: ReferenceLists
    pictures: Pictures
    decode: Decode
    identifiers: Identifiers
    readers: ReaderFactory
    clock: Clock


def _assembled(
    folder: Path,
    key_of: Callable[[], DataKey],
    clock: Clock,
    randomness: Randomness,
    *,
    new: bool = False,
    practice: bool = False,
    readers: ReaderFactory = Reader,
) -> App:
    """Everything put together over the store in the folder, made where it is new. practice: as of `Desk`."""
    forms, lists, lane = load_forms(), load_lists(), Lane()
    key, store = _on(lane, lambda: _store(folder, key_of, clock, randomness, new=new))
    decode, identifiers = Decoder().decode, Identifiers(clock, randomness)
    pictures = Pictures(store.originals, decode)
    ground = _Ground(store, lane, forms, lists, pictures, decode, identifiers, readers, clock)
    desk = partial(Desk, store, lane, forms=forms, lists=lists, identifiers=identifiers)
    gate = Gate(folder, clock=clock, randomness=randomness)
    return _with_records(ground, _with_papers(ground))(
        desk=desk(pictures=pictures, practice=practice),
        sampling=Sampling(store, lane, forms, lists, identifiers, randomness),
        operators=Operators(store, lane),
        users=Users(store, lane, gate, key),
        upkeep=Upkeep(store, lane),
        backups=Backups(store, lane, folder, key, clock=clock),
        timekeeping=Timekeeping(store, lane, clock=clock, released=date.fromisoformat(__released__)),
        forms=forms,
        clock=clock,
        lane=lane,
        store=store,
    )


def _with_papers(on: _Ground) -> Callable[..., App]:
    """What is done with paper: taking in, reading, arranging, filing."""
    store, lane, pictures, identifiers = on.store, on.lane, on.pictures, on.identifiers
    intake = Intake(store, lane, decode=on.decode, identifiers=identifiers)
    queue = ReadingQueue(Archive(store, lane, pictures, identifiers), on.readers, time.monotonic)
    return partial(
        App,
        holding=HoldingBack(store, lane),
        pointing=Pointing(store, lane, pictures=pictures, readers=partial(Reader, size=1)),
        intake=intake,
        queue=queue,
        sitting=Sitting(intake, queue),
        page_troubles=PageTroubles(store, lane),
        batches=BatchList(store, lane),
        thumbnails=Thumbnails(store, lane, pictures=pictures),
        both_sides=BothSides(store, lane, decode=on.decode, identifiers=identifiers),
        scan_profiles=ScanProfiles(store, lane, ready=load_scan_profiles()),
        markings=Markings(store, lane, clock=on.clock),
        watching=Watching(store, lane, intake=intake),
        reading=BatchReading(store, lane, pictures=pictures, readers=on.readers, identifiers=identifiers),
        arranging=Arranging(store, lane, decode=on.decode, identifiers=identifiers),
        rereading=Rereading(store, lane, pictures=pictures, readers=on.readers, identifiers=identifiers),
        filing=Filing(store, lane),
        owners=BatchOwners(store, lane),
    )


def _with_records(on: _Ground, app: Callable[..., App]) -> Callable[..., App]:
    """What is done with records: dossiers, corrections, search, figures."""
    store, lane, forms, lists, identifiers = on.store, on.lane, on.forms, on.lists, on.identifiers
    return partial(
        app,
        contents=Contents(store, lane, forms=forms, clock=on.clock),
        dossiers=Dossiers(store, lane),
        corrections=Corrections(store, lane, forms=forms, lists=lists, identifiers=identifiers),
        cross_checks=CrossChecks(store, lane, forms=forms, lists=lists),
        second_keying=SecondKeying(store, lane, forms=forms, lists=lists),
        columns=Columns(store, lane),
        duplicates=Duplicates(store, lane, identifiers=identifiers),
        units=Units(store, lane, identifiers=identifiers),
        profiles=Profiles(store, lane, forms=forms, clock=on.clock),
        search=Search(store, lane, lists=lists),
        overview=Overview(store, lane, lists=lists, clock=on.clock),
    )


def _on(lane: Lane, call: Callable[[], tuple[DataKey, Store]]) -> tuple[DataKey, Store]:
    """What the call gives, on the lane; where it fails the lane ends."""
    try:
        return lane.run(call)
    except BaseException:
        lane.close()
        raise


def _store(
    folder: Path, key_of: Callable[[], DataKey], clock: Clock, randomness: Randomness, *, new: bool
) -> tuple[DataKey, Store]:
    key = key_of()
    opening = create_store if new else open_store
    return key, opening(folder, key, clock=clock, randomness=randomness, who=_who())


def _who() -> str:
    """The person at this PC, as the system names them."""
    try:
        name = getpass.getuser()
    except (OSError, KeyError):
        name = "?"
    return f"{name} ({platform.node()})"


def _sample_key(folder: Path, randomness: Randomness) -> DataKey:
    key_file = folder / KEY_FILE_NAME
    if is_unused(folder) and not key_file.exists():
        _make_key(key_file, randomness)
    return read_key_file(key_file)


def _make_key(key_file: Path, randomness: Randomness) -> None:
    """The key is safe on disk, name and all, before anything is sealed with it."""
    with plain_write_faults():
        key_file.parent.mkdir(parents=True, exist_ok=True)
        write_key_file(key_file, DataKey.generate(randomness))
        sync_folder(key_file.parent)
        sync_folder(key_file.parent.parent)
