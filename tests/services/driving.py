"""Every use case of every service, found by looking and called with what its parameters are named for."""

from __future__ import annotations

import importlib
import inspect
import itertools
import os
import pkgutil
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from hrdigitize import services
from hrdigitize.capture.decode import decode
from hrdigitize.capture.scanners import Device
from hrdigitize.crypto.keys import DataKey
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.clocks import ClockBehind
from hrdigitize.domain.dossier import CorrectionId, DocumentIndex
from hrdigitize.domain.effort import Effort
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.holding import HoldReason
from hrdigitize.domain.overview import WAITING, By, CadresOf, Queue
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import BatchId, CadreId, DocumentId, FieldPath, PageId
from hrdigitize.domain.sampling import SampleId
from hrdigitize.domain.scanning import ScanSettings
from hrdigitize.domain.search import Filters
from hrdigitize.domain.users import NewUser
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.reference.lists import load_lists
from hrdigitize.reference.scan_profiles import load_scan_profiles
from hrdigitize.services.gate import Gate, Login
from hrdigitize.services.pictures import Pictures
from hrdigitize.services.sampling import Sampling
from hrdigitize.services.users import Users
from hrdigitize.store.work import View
from hrdigitize.workers.reading import Reader
from tests.services.driving_stacks import Stacks
from tests.services.made_up import (
    CLERK,
    REVIEWER,
    Office,
    form_reading,
    open_office,
    put_document,
    scan,
    telling_engine,
)
from tests.services.made_up import field as field_read
from tests.store.made_up import ticking_clock

#: Made-up words that must stand in no line of a log; each goes in somewhere below.
CANARIES = {
    "name of a person": "NGUYỄN THỊ HOÀNG YẾN",
    "name of a user": "Trần Chim Sẻ",
    "passphrase": "khướu bạc má đầu rừng",
    "new passphrase": "chào mào hót cuối thôn",
    "name of a file": "Lý lịch Hoàng Yến.png",
    "typed": "079199123457",
    "reason": "Sổ hộ khẩu của chim chào mào",
}
_KEY = DataKey(bytes(range(32)))
_NAME = "minh"
_HEAD = Actor("hà", Role.COMMUNE_HEAD)


class OneSheet:
    """A scanner with one sheet in its feeder."""

    def devices(self) -> tuple[Device, ...]:
        return (Device("feeder", "Feeder"),)

    def pages(self, settings: ScanSettings) -> Generator[bytes, None, None]:
        yield scan()


@dataclass
class Scene:
    """An office with its services, and something new for every call."""

    office: Office
    aside: Path
    gate: Gate
    numbers: Iterator[int] = field(default_factory=itertools.count)

    @classmethod
    def made(cls, root: Path) -> Scene:
        office = open_office(root / "store")
        gate = Gate(office.folder, clock=ticking_clock(), randomness=os.urandom)
        gate.set_up("store-1", _KEY, NewUser(_NAME, CANARIES["name of a user"], CANARIES["passphrase"]), None)
        scene = cls(office, root / "aside", gate)
        scene.aside.mkdir()
        users = Users(office.store, office.lane, gate, _KEY)
        users.found(NewUser(_NAME, CANARIES["name of a user"], CANARIES["passphrase"]))
        # A second head, so that the first one can go.
        users.add(scene.new_user(), Role.COMMUNE_HEAD, actor=Actor(_NAME, Role.COMMUNE_HEAD))
        return scene

    def services(self) -> Mapping[str, object]:
        """Every class of the room that works on a store, put together; by its name."""
        given = {
            "store": self.office.store,
            "lane": self.office.lane,
            "forms": load_forms(),
            "lists": load_lists(),
            "pictures": Pictures(self.office.store.originals, decode),
            "identifiers": self.office.identifiers,
            "clock": ticking_clock(),
            "randomness": os.urandom,
            "decode": decode,
            "readers": lambda: Reader(inline=True, engines=telling_engine),
            "gate": self.gate,
            "key": _KEY,
            "folder": self.office.folder,
            "released": date(2020, 1, 1),
            "practice": False,
            "ready": load_scan_profiles(),
            "intake": self.office.intake,
        }
        found = {}
        for module in pkgutil.iter_modules(services.__path__, f"{services.__name__}."):
            for name, kind in vars(importlib.import_module(module.name)).items():
                if not inspect.isclass(kind) or kind.__module__ != module.name or name.startswith("_"):
                    continue
                wanted = inspect.signature(kind).parameters
                if {"store", "lane"} <= set(wanted) <= set(given):
                    found[name] = kind(**{one: given[one] for one in wanted})
        return found

    def argument(self, name: str) -> object:
        """Something for a parameter of this name; KeyError where nobody knows what it is."""
        makers: Mapping[str, Callable[[], object]] = {
            "files": lambda: [self.file()],
            "scanner": OneSheet,
            "settings": lambda: ScanSettings("feeder"),
            "batch": self.batch,
            "document": self.document,
            "path": lambda: FieldPath("other_names"),
            "text": lambda: CANARIES["typed"],
            "state": lambda: State.VALUE,
            "page": self.page,
            "cadre": self.cadre,
            "target": lambda: self.aside / f"{next(self.numbers)}.pdf",
            "place": lambda: self.aside / "disk",
            "name": lambda: _NAME,
            "new": self.new_user,
            "first": self.new_user,
            "role": lambda: Role.COMMUNE_HEAD,
            "passphrase": lambda: CANARIES["passphrase"],
            "old": lambda: CANARIES["passphrase"],
            "login": lambda: Login(_NAME, _KEY),
            "reason": lambda: CANARIES["reason"],
            "index": lambda: DocumentIndex(subject=CANARIES["typed"]),
            "correction": self.correction,
            "table": lambda: "ratings",
            "cells": lambda: {"period": "2024", "remarks": CANARIES["typed"]},
            "granted": lambda: True,
            "one": self.cadre,
            "other": self.cadre,
            "kept": self.cadre,
            "absorbed": self.cadre,
            "merge": lambda: self.office.duplicates.merge(self.cadre(), self.cadre(), "Trùng", actor=_HEAD),
            "limit": lambda: self.cadre() and "0.65",
            "sample": self.sample,
            "number": lambda: 1,
            "effort": lambda: Effort(3, 1500),
            "unit": lambda: self.office.units.add("UBND xã Thử", actor=_HEAD).id,
            "filters": Filters,
            "since": lambda: "2020",
            "side_px": lambda: 100,
            "on": lambda: "2020",
            "queue": lambda: Queue.TO_VERIFY,
            "which": lambda: CadresOf(By.CORRECTIONS, WAITING),
            "dossiers": lambda: 12,
            "until": lambda: date(2099, 1, 1),
            "person": lambda: CANARIES["name of a person"],
            "why": lambda: HoldReason.ASK_PERSON,
            "remark": lambda: CANARIES["reason"],
            "box": lambda: Box(10, 10, 200, 40),
            "found": lambda: ClockBehind(datetime(2009, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)),
        }
        return makers[name]()

    def new_user(self) -> NewUser:
        return NewUser(f"lan{next(self.numbers)}", CANARIES["name of a user"], CANARIES["new passphrase"])

    def file(self) -> Path:
        folder = self.aside / str(next(self.numbers))
        folder.mkdir()
        path = folder / CANARIES["name of a file"]
        path.write_bytes(scan())
        return path

    def batch(self) -> BatchId:
        return self.office.intake.capture([self.file()], actor=CLERK).batch

    def turned_stack(self) -> BatchId:
        """One sheet, scanned from both sides, not in order yet."""
        sides, settings = self.office.both_sides, ScanSettings("feeder")
        batch = sides.scan_fronts(OneSheet(), settings, actor=CLERK).batch
        sides.turn(batch, actor=CLERK)
        sides.scan_backs(OneSheet(), settings, batch, actor=CLERK)
        return batch

    def profile(self) -> str:
        """Scan settings under a name that must stand in no log."""
        name = f"{CANARIES['typed']} {next(self.numbers)}"
        return self.office.scan_profiles.save(name, ScanSettings("feeder"), actor=CLERK).name

    def document(self) -> DocumentId:
        """A paper with nothing open on it."""
        reading = form_reading({}, sure={"other_names": field_read("không")})
        return put_document(self.office, reading, self.file())

    def page(self) -> PageId:
        batch = self.batch()
        return self.office.lane.run(lambda: self._looked(lambda view: view.batches.pages(batch)[0].page.id))

    def correction(self) -> CorrectionId:
        """One that somebody else asked for."""
        path = FieldPath("full_name")
        asked = self.office.corrections.ask(
            self.cadre(), path, CANARIES["name of a person"], State.VALUE, CANARIES["reason"], actor=CLERK
        )
        return asked.id

    def sample(self) -> SampleId:
        """One with a value to judge."""
        self.cadre()
        sampling = Sampling(
            self.office.store,
            self.office.lane,
            forms=load_forms(),
            lists=load_lists(),
            identifiers=self.office.identifiers,
            randomness=os.urandom,
        )
        return sampling.draw("0.65", actor=_HEAD).sample.id

    def cadre(self) -> CadreId:
        document = self.document()
        return self.office.desk.approve(document, actor=REVIEWER)

    def _looked(self, look: Callable[[View], PageId]) -> PageId:
        with self.office.store.view() as view:
            return look(view)


def use_cases(service: object) -> Iterator[tuple[str, Callable[..., object]]]:
    """The public methods of a service; those that take somebody out come last."""
    # `getmembers` asks for hidden members too, and Python 3.11.2 has one of classes with slots that fails.
    public = ((name, getattr(service, name)) for name in dir(service) if name[0] != "_")
    methods = [(name, member) for name, member in public if inspect.ismethod(member)]
    yield from sorted(methods, key=lambda one: (one[0] == "retire", one[0]))


def calls(scene: Scene, method: Callable[..., object]) -> Iterator[Callable[[], UserFault | None]]:
    """The method, once for every role where it asks for an actor; never where nobody knows a parameter.

    Call each before the next is taken. Arguments are made anew after a call that was done: one that was
    refused has changed nothing, so the next role finds them as they were.
    """
    roles = list(Role) if "actor" in inspect.signature(method).parameters else [None]
    given: dict[str, object] = {}

    def call(actor: Mapping[str, Actor]) -> UserFault | None:
        fault = _outcome(method, {**given, **actor})
        if fault is None:
            given.clear()
        return fault

    for role in roles:
        if not given:
            try:
                given.update(_arguments(scene, method))
            except KeyError:
                return
        yield partial(call, {"actor": Actor(_NAME, role)} if role is not None else {})


def _arguments(scene: Scene, method: Callable[..., object]) -> Mapping[str, object]:
    """What the method must be given beside the actor. KeyError where nobody knows a parameter."""
    wanted = [
        one.name
        for one in inspect.signature(method).parameters.values()
        if one.default is inspect.Parameter.empty and one.name != "actor"
    ]
    stacks = Stacks(scene.office, scene.file, CANARIES["typed"])
    special = stacks.arguments(method.__qualname__, scene.cadre)
    given = {name: special[name] if name in special else scene.argument(name) for name in wanted}
    if method.__name__ == "change_passphrase":
        given["new"] = CANARIES["passphrase"]
    if method.__qualname__.startswith("BothSides.") and "batch" in given:
        given["batch"] = scene.turned_stack()
    if method.__qualname__.startswith("ScanProfiles.") and method.__name__ != "save" and "name" in given:
        given["name"] = scene.profile()
    return given


def _outcome(method: Callable[..., object], given: Mapping[str, object]) -> UserFault | None:
    try:
        method(**given)
    except UserFault as fault:
        return fault
    return None
