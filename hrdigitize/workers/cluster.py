"""Tasks done by the workers of a Dask cluster, the PCs of a scanning room. Off until somebody names one.

A scheduler runs any pickle that it is sent, so TLS with certificates of the room's own authority is the only
way in: whoever holds one of them is trusted with the PCs of the room. Answers are unpickled for the same
reason, Dask's own messages being pickles too; what is checked is that an answer is whole, comes from the
same program, and belongs to the task that was given. docs/cluster.md tells how a cluster is started.
"""

from __future__ import annotations

import hashlib
import logging
import os
import pickle
import platform
import re
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Generic, Self, TypeVar, cast

import dask
import distributed
from distributed.security import Security

from hrdigitize import __version__, bundle
from hrdigitize.domain.faults import UserFault
from hrdigitize.processes.helper import HelperLostError
from hrdigitize.processes.replies import Reply, SetupError, answer, prepared
from hrdigitize.processes.turns import Turns

Context = TypeVar("Context")
Result = TypeVar("Result")
#: What a worker sends back: hash of the task, what the worker is, hash of the reply, the reply as a pickle.
Answer = tuple[bytes, Mapping[str, str], bytes, bytes]

#: Tasks for one worker: one that it does, one that has reached it when it is done.
_TASKS_A_WORKER = 2
_CONNECT_S = 10.0
#: So often it is looked whether the cluster is still there; a worker that died is back within seconds.
_LOOK_S = 2.0
_PATIENCE_S = 60.0
_ADDRESS = re.compile(r"dask://(\[[0-9A-Fa-f:.]+\]|[^\s/:@]+):([0-9]{1,5})")
_SETTINGS = {
    "distributed.comm.timeouts.connect": f"{_CONNECT_S}s",
    # A page of pixels is what Dask calls a large graph.
    "distributed.admin.large-graph-warning-threshold": "1GB",
}


@dataclass(frozen=True, slots=True)
class Room:
    """Where the scheduler of a scanning room is, and what proves that we belong there.

    address: as Dask writes it, "tls://HOST:PORT". authority: the certificate of the room's authority;
    certificate, key: our own. All are PEM files.
    """

    address: str
    authority: Path
    certificate: Path
    key: Path

    @classmethod
    def named(cls, address: str, folder: Path | None) -> Self:
        """The room at dask://HOST:PORT; the folder has ca.pem, cert.pem and key.pem.

        UserFault "cluster-address-wrong"; "cluster-certificates-missing" where no folder is given, or a
        file is not there: without TLS no cluster is used.
        """
        found = _ADDRESS.fullmatch(address)
        if found is None or not 0 < int(found[2]) < 1 << 16:
            raise UserFault("cluster-address-wrong")
        if folder is None:
            raise UserFault("cluster-certificates-missing", file="ca.pem, cert.pem, key.pem")
        files = [folder / name for name in ("ca.pem", "cert.pem", "key.pem")]
        for file in files:
            if not file.is_file():
                raise UserFault("cluster-certificates-missing", file=file.name)
        return cls(f"tls://{found[1]}:{found[2]}", *files)

    def security(self) -> Security:
        """The same as Dask wants it."""
        return Security(
            require_encryption=True,
            tls_ca_file=str(self.authority),
            tls_client_cert=str(self.certificate),
            tls_client_key=str(self.key),
        )


class Cluster(Generic[Context]):
    """Does tasks on the workers of a room, with the interface of a Pool.

    setup runs once in each worker process. A task whose worker was lost is done again quite alone; when that
    one is lost too, its future fails with HelperLostError. So it does after `time_limit_s`, which ends the
    worker: its nanny starts another. SetupError where the cluster itself is gone ("cluster-lost",
    "cluster-without-workers") or a worker is not what ours are ("cluster-differs", "cluster-answer-broken").

    UserFault at once: "cluster-unreachable", "cluster-untrusted" (no TLS there, or certificates of another
    authority), "cluster-without-workers", "cluster-differs", "cluster-spills", "cluster-worker-unready".
    """

    def __init__(
        self,
        setup: Callable[[], Context],
        *,
        room: Room,
        time_limit_s: float,
        patience_s: float = _PATIENCE_S,
    ) -> None:
        self._setup = setup
        self._time_limit_s = time_limit_s
        self._patience_s = patience_s
        self._client = _connected(room)
        try:
            workers = _fit_workers(self._client)
        except BaseException:
            self._client.close()
            raise
        #: So many tasks are under way at once.
        self.size = _TASKS_A_WORKER * workers
        self._threads = ThreadPoolExecutor(self.size, thread_name_prefix="cluster")
        self._turns = Turns()
        self._lock = threading.Lock()
        self._under_way: set[Any] = set()
        self._closed = False

    def submit(
        self, task: Callable[[Context], Result], *, time_limit_s: float | None = None
    ) -> Future[Result]:
        """The task's result to come; `time_limit_s` replaces the cluster's own limit for a long task."""
        # Pickled here: a picture need not be held beside its pickle until it is read.
        payload = pickle.dumps((self._setup, task, time_limit_s or self._time_limit_s))
        return cast("Future[Result]", self._threads.submit(self._done, payload))

    def close(self) -> None:
        """Gives up what is under way and leaves; the workers stay for others."""
        with self._lock:
            self._closed = True
            given_up = [*self._under_way]
        for future in given_up:
            future.cancel()
        self._threads.shutdown(cancel_futures=True)
        self._client.close()

    def _done(self, payload: bytes) -> object:
        try:
            with self._turns.beside():
                reply = self._asked(payload)
        except HelperLostError:
            with self._turns.alone():
                reply = self._asked(payload)
        return reply.unpacked()

    def _asked(self, payload: bytes) -> Reply[object]:
        with self._lock:
            if self._closed:
                raise HelperLostError("closed")
            future = self._client.submit(serve, payload, pure=False)
            self._under_way.add(future)
        try:
            return checked(payload, self._awaited(future))
        finally:
            with self._lock:
                self._under_way.discard(future)
            future.release()

    def _awaited(self, future: Any) -> Answer:
        """What came back. HelperLostError when the worker died, SetupError when the cluster is gone."""
        late = time.monotonic() + self._patience_s
        while True:
            try:
                return cast("Answer", future.result(timeout=_LOOK_S))
            except TimeoutError:
                if self._has_workers():
                    late = time.monotonic() + self._patience_s
                elif time.monotonic() >= late:
                    raise SetupError(UserFault("cluster-without-workers")) from None
            except distributed.KilledWorker:
                raise HelperLostError("died") from None
            except (CancelledError, OSError, RuntimeError):
                raise self._gone() from None

    def _has_workers(self) -> bool:
        """Whether the scheduler knows of any; one that does not answer in time may yet. As `_awaited`."""
        try:
            return bool(self._client.nthreads())
        except TimeoutError:
            return False
        except (CancelledError, OSError, RuntimeError):
            raise self._gone() from None

    def _gone(self) -> HelperLostError | SetupError:
        return HelperLostError("closed") if self._closed else SetupError(UserFault("cluster-lost"))


def _connected(room: Room) -> Any:
    dask.config.set(_SETTINGS)
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters becomes a sentence
    try:
        return distributed.Client(
            room.address, security=room.security(), timeout=_CONNECT_S, set_as_default=False
        )
    except (OSError, ValueError) as failed:
        code = "cluster-untrusted" if _is_about_trust(failed) else "cluster-unreachable"
        raise UserFault(code, address=room.address) from failed


def _is_about_trust(failed: BaseException | None) -> bool:
    """Whether some cause says so: TLS was refused, or a certificate file is none."""
    while failed is not None:
        if type(failed).__name__.startswith("SSL") or "SSL" in str(failed) or isinstance(failed, ValueError):
            return True
        failed = failed.__cause__ or failed.__context__
    return False


def _fit_workers(client: Any) -> int:
    """How many workers there are; all of them are what this program is."""
    try:
        client.wait_for_workers(1, timeout=_CONNECT_S)
        told = client.run(about)
    except TimeoutError:
        raise UserFault("cluster-without-workers") from None
    except Exception as unready:
        raise UserFault("cluster-worker-unready", kind=type(unready).__name__) from unready
    for one in told.values():
        require_same(one)
    return len(told)


def require_same(there: Mapping[str, str]) -> None:
    """UserFault unless a worker is what we are: "cluster-differs", and "cluster-spills" as `about` says."""
    for part, here in about().items():
        found = there.get(part, "?")
        if found != here:
            if part == "spills":
                raise UserFault("cluster-spills")
            raise UserFault("cluster-differs", part=part, here=here, there=found)


def about() -> Mapping[str, str]:
    """What reads the same pages alike: versions, and a hash of forms, lists and networks of this program.

    spills: whether a worker of this process may write pages to its disk, in plain text; never for us.
    """
    return {
        "hrdigitize": __version__,
        "python": ".".join(platform.python_version_tuple()[:2]),
        "dask": dask.__version__,
        "data": _data_hash(),
        "spills": str(_spills()),
    }


def _spills() -> bool:
    try:
        distributed.get_worker()
    except ValueError:
        return False  # here is the one who asks
    memory = dask.config.get("distributed.worker.memory")
    return bool(memory["spill"] or memory["target"])


@cache
def _data_hash() -> str:
    total = hashlib.sha256()
    for folder in (bundle.forms(), bundle.resources()):
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            total.update(path.relative_to(folder).as_posix().encode() + b"\0")
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]


#: What each set-up gave in this worker process, by its pickle; one task at a time, as in a helper.
_CONTEXTS: dict[bytes, object] = {}
_ONE_AT_A_TIME = threading.Lock()


def serve(payload: bytes) -> Answer:
    """Does a task in a worker. It never raises: Dask would write the task, that is pixels, into its log."""
    with _ONE_AT_A_TIME:
        outer = answer(lambda _: _answered(payload), None)
    reply = pickle.dumps(outer.results[0] if outer.results else outer)
    return hashlib.sha256(payload).digest(), about(), hashlib.sha256(reply).digest(), reply


def _answered(payload: bytes) -> Reply[object]:
    setup, task, time_limit_s = pickle.loads(payload)
    name = pickle.dumps(setup)
    if name not in _CONTEXTS:
        context, refusal = prepared(setup)
        if refusal is not None:
            return refusal
        _CONTEXTS[name] = context
    # A thread cannot be ended, its process can: the nanny starts another one.
    watch = threading.Timer(time_limit_s, os._exit, (1,))
    watch.daemon = True
    watch.start()
    try:
        return answer(task, _CONTEXTS[name])
    finally:
        watch.cancel()


def checked(payload: bytes, found: Answer) -> Reply[object]:
    """The reply in an answer. SetupError: "cluster-answer-broken", or as `require_same`.

    The hashes were made by the worker: of the task as it arrived there, of the reply as it left.
    """
    task, there, digest, reply = found
    if task != hashlib.sha256(payload).digest() or digest != hashlib.sha256(reply).digest():
        raise SetupError(UserFault("cluster-answer-broken"))
    try:
        require_same(there)
    except UserFault as fault:
        raise SetupError(fault) from fault
    return cast("Reply[object]", pickle.loads(reply))
