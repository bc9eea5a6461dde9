"""A real room on this PC, TLS and all: workers are killed, strangers are refused, no page is lost."""

from __future__ import annotations

import gc
import hashlib
import json
import os
import pickle
import signal
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import distributed
import pytest

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.page import PageReading
from hrdigitize.processes.replies import SetupError
from hrdigitize.workers.cluster import Cluster, Room, about, checked, require_same, serve
from hrdigitize.workers.reading import Reader
from tests.cli.programs import hrdigitize
from tests.services.made_up import scan
from tests.workers import room as rooms
from tests.workers.staff import KILLS, STUMBLES, no_engine, sheet, size_engine, slow_engine

#: Tornado leaves the socket of a connection that is given up midway to whoever looks for garbage next.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")


@pytest.fixture(autouse=True)
def gathered_here() -> Iterator[None]:
    """So that no test of another room finds such a socket."""
    yield
    gc.collect()


@dataclass(frozen=True, slots=True)
class Started:
    """A room at work. folder: where its processes write."""

    room: Room
    port: int
    folder: Path

    def reader(self, engines: Callable[[], object] = size_engine, page_time_s: float = 60.0) -> Reader:
        return Reader(
            engines=engines,  # type: ignore[arg-type]  # one of these tests' own
            elsewhere=partial(Cluster, room=self.room),
            page_time_s=page_time_s,
        )

    def pids(self) -> list[int]:
        """The worker processes as the scheduler knows them."""
        with distributed.Client(
            self.room.address, security=self.room.security(), set_as_default=False
        ) as one:
            return sorted(one.run(os.getpid).values())


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return rooms.make_certificates(tmp_path_factory.mktemp("room") / "certificates")


@pytest.fixture(scope="module")
def started(certificates: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    folder, port = tmp_path_factory.mktemp("cluster"), rooms.free_port()
    replaced = rooms.places(certificates, folder, port)
    with rooms.started(rooms.commands("scheduler"), folder, replaced):
        rooms.wait_for(port)
        with rooms.started(rooms.commands("worker"), folder, replaced):
            found = Started(Room.named(f"dask://127.0.0.1:{port}", certificates), port, folder)
            _wait_until(lambda: len(found.pids()) == 2)
            yield found


def _wait_until(true: Callable[[], bool], patience_s: float = 20.0) -> None:
    late = time.monotonic() + patience_s
    while not true():
        assert time.monotonic() < late, "it did not come about"
        time.sleep(0.2)


def _told(outcomes: Iterator[PageReading | UserFault]) -> list[str]:
    return [outcome.code if isinstance(outcome, UserFault) else outcome.text for outcome in outcomes]


def test_a_worker_killed_midway_costs_no_page(started: Started, tell_figure: Callable[[str], None]) -> None:
    widths = list(range(500, 516))
    with Reader(engines=size_engine, inline=True) as inline:
        expected = list(inline.read_pages(map(sheet, widths)))
    victim = started.pids()[0]
    readings = list[PageReading | UserFault]()
    with started.reader(slow_engine) as reader:
        for reading in reader.read_pages(map(sheet, widths)):
            readings.append(reading)
            if len(readings) == 3:
                os.kill(victim, signal.SIGKILL)
    assert readings == expected
    assert victim not in started.pids()
    tell_figure(
        f"Dask, 2 workers, one killed at page 3 of {len(widths)}:"
        f" {sum(one == two for one, two in zip(readings, expected, strict=True))} readings as inline"
    )


@pytest.mark.engine
def test_the_command_line_reads_the_same_in_the_room(
    started: Started, certificates: Path, tmp_path: Path
) -> None:
    page = tmp_path / "trang.png"
    page.write_bytes(scan())
    room = ("--executor", f"dask://127.0.0.1:{started.port}", "--tls", certificates)
    here = hrdigitize("extract", page, "--json", folder=tmp_path)
    there = hrdigitize("extract", page, "--json", *room, folder=tmp_path)
    assert json.loads(there.out) == json.loads(here.out)
    assert (there.code, there.err) == (0, "")


def test_without_certificates_the_command_line_sends_nothing(started: Started, tmp_path: Path) -> None:
    page = tmp_path / "trang.png"
    page.write_bytes(scan())
    room = ("--executor", f"dask://127.0.0.1:{started.port}")
    told = hrdigitize("extract", page, *room, folder=tmp_path)
    assert (told.code, told.out) == (2, "")
    assert "--tls" in told.err
    assert "Traceback" not in told.err


def test_a_page_that_kills_two_workers_fails_alone(started: Started) -> None:
    with started.reader() as reader:
        told = _told(reader.read_pages(map(sheet, [500, KILLS, 510, STUMBLES, 520])))
    assert told == ["500x400", "reader-died", "510x400", "reader-failed", "520x400"]


def test_no_more_pages_are_taken_than_the_workers_have_at_hand(started: Started) -> None:
    taken = 0

    def pages() -> Iterator[object]:
        nonlocal taken
        for _ in range(20):
            taken += 1
            yield sheet(500)

    _wait_until(lambda: len(started.pids()) == 2)
    with started.reader() as reader:
        outcomes = reader.read_pages(pages())  # type: ignore[arg-type]
        next(outcomes)
        assert taken == 2 * 2 + 1
        outcomes.close()  # type: ignore[attr-defined]


def test_a_missing_engine_is_said_loudly(started: Started) -> None:
    with started.reader(no_engine) as reader, pytest.raises(UserFault) as unready:
        list(reader.read_pages([sheet(500)]))
    assert unready.value.code == "ocr-engine-missing"


def test_nothing_of_a_page_is_written_anywhere(started: Started) -> None:
    marked = sheet(577)
    with started.reader() as reader:
        assert _told(reader.read_pages([marked])) == ["577x400"]
    row = marked.pixels[110 * 577 : 111 * 577]
    files = [path for path in started.folder.rglob("*") if path.is_file()]
    assert files, "the logs at least are there"
    assert [path for path in files if row in path.read_bytes() or b"577x400" in path.read_bytes()] == []


def _refusal(room: Room) -> str:
    with pytest.raises(UserFault) as refused:
        Cluster(size_engine, room=room, time_limit_s=10.0)
    return refused.value.code


def test_a_certificate_of_another_authority_is_refused(started: Started, tmp_path: Path) -> None:
    other = rooms.make_certificates(tmp_path / "other")
    address = f"dask://127.0.0.1:{started.port}"
    assert _refusal(Room.named(address, other)) == "cluster-untrusted"


def test_who_has_no_certificate_is_refused_by_the_scheduler(started: Started) -> None:
    """He finds the door, hears that it wants a certificate, and the talk is over."""
    context = ssl.create_default_context(cafile=str(started.room.authority))
    context.check_hostname = False
    with (
        socket.create_connection(("127.0.0.1", started.port), timeout=10) as plain,
        pytest.raises(ssl.SSLError) as refused,
        context.wrap_socket(plain) as talk,
    ):
        talk.recv(1)
    assert refused.value.reason in ("TLSV13_ALERT_CERTIFICATE_REQUIRED", "SSLV3_ALERT_HANDSHAKE_FAILURE")


def test_a_scheduler_without_tls_is_refused(certificates: Path, tmp_path: Path) -> None:
    port = rooms.free_port()
    script = f"dask scheduler --host 127.0.0.1 --port {port} --no-dashboard --dashboard-address 127.0.0.1:0"
    with rooms.started(script, tmp_path, {}):
        rooms.wait_for(port)
        assert _refusal(Room.named(f"dask://127.0.0.1:{port}", certificates)) == "cluster-untrusted"


def test_nobody_there_is_said_as_that(certificates: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrdigitize.workers.cluster._CONNECT_S", 1.0)
    room = Room.named(f"dask://127.0.0.1:{rooms.free_port()}", certificates)
    assert _refusal(room) == "cluster-unreachable"


def test_a_lost_cluster_ends_the_reading_with_a_sentence(certificates: Path, tmp_path: Path) -> None:
    port = rooms.free_port()
    replaced = rooms.places(certificates, tmp_path, port) | {"--nworkers 4": "--nworkers 1"}
    room = Room.named(f"dask://127.0.0.1:{port}", certificates)
    with rooms.started(rooms.commands("scheduler"), tmp_path, replaced) as scheduler:
        rooms.wait_for(port)
        with (
            rooms.started(rooms.commands("worker"), tmp_path, replaced),
            Reader(engines=slow_engine, elsewhere=partial(Cluster, room=room)) as reader,
        ):
            outcomes = reader.read_pages(map(sheet, range(500, 520)))
            assert isinstance(next(outcomes), PageReading)
            os.killpg(scheduler.pid, signal.SIGKILL)
            with pytest.raises(UserFault) as lost:
                list(outcomes)
    assert lost.value.code == "cluster-lost"


def _unanswered(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """The scheduler does not answer whoever looks whether it is there; every page is looked after at once."""

    def nthreads(_: object) -> dict[str, int]:
        raise error

    monkeypatch.setattr(distributed.Client, "nthreads", nthreads)
    monkeypatch.setattr("hrdigitize.workers.cluster._LOOK_S", 0.01)


def test_a_cluster_lost_while_it_is_looked_for_is_said_as_that(
    started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    _unanswered(monkeypatch, distributed.comm.CommClosedError("gone"))
    with started.reader(slow_engine) as reader, pytest.raises(UserFault) as lost:
        list(reader.read_pages([sheet(500)]))
    assert lost.value.code == "cluster-lost"


def test_a_scheduler_slow_to_answer_is_waited_for(started: Started, monkeypatch: pytest.MonkeyPatch) -> None:
    _unanswered(monkeypatch, TimeoutError())
    with started.reader(slow_engine) as reader:
        assert _told(reader.read_pages([sheet(500)])) == ["500x400"]


@pytest.mark.parametrize("address", ["tcp://pc:8786", "dask://pc", "dask://a:b@pc:1", "dask://pc:0", ""])
def test_only_one_kind_of_address_is_taken(address: str, tmp_path: Path) -> None:
    with pytest.raises(UserFault) as wrong:
        Room.named(address, tmp_path)
    assert wrong.value.code == "cluster-address-wrong"


def test_without_certificates_no_cluster_is_used(tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("")
    for folder, missing in ((None, "ca.pem, cert.pem, key.pem"), (tmp_path, "cert.pem")):
        with pytest.raises(UserFault) as wrong:
            Room.named("dask://pc:8786", folder)
        assert (wrong.value.code, wrong.value.params) == ("cluster-certificates-missing", {"file": missing})


def _echo(context: str) -> str:
    return f"{context} read"


def _context() -> str:
    return "page"


def test_an_answer_that_is_not_whole_or_not_ours_is_not_used() -> None:
    payload = pickle.dumps((_context, _echo, 10.0))
    task, there, digest, reply = serve(payload)
    assert checked(payload, (task, there, digest, reply)).unpacked() == "page read"
    flipped = bytes([reply[-3] ^ 1]).join((reply[:-3], reply[-2:]))
    other = hashlib.sha256(b"another task").digest()
    for broken in ((task, there, digest, flipped), (other, there, digest, reply)):
        with pytest.raises(SetupError) as refused:
            checked(payload, broken)
        assert refused.value.fault.code == "cluster-answer-broken"
    with pytest.raises(SetupError) as refused:
        checked(payload, (task, {**there, "python": "3.9"}, digest, reply))
    assert refused.value.fault.params == {"part": "python", "here": about()["python"], "there": "3.9"}


def test_a_worker_that_may_write_to_its_disk_is_refused() -> None:
    with pytest.raises(UserFault) as refused:
        require_same({**about(), "spills": "True"})
    assert refused.value.code == "cluster-spills"
