"""A real PostgreSQL for the tests: started in a folder of its own, reached by a socket there alone."""

from __future__ import annotations

import contextlib
import itertools
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import URL, create_engine

USER, PASSWORD = "hr", "made-up secret/ö"
_FIRST_VERSION = 15
#: Where Debian's packages put programs that belong to one version.
_DEBIAN = Path("/usr/lib/postgresql")
#: Who runs the server where the tests run as root: PostgreSQL refuses to.
_UNPRIVILEGED = ("postgres", "nobody")
_START_S = 30.0
_MEMORY, _DISK, _ROOM = Path("/dev/shm"), Path("/tmp"), 1 << 30


def programs() -> Path | None:
    """The folder of `initdb` and `postgres`, the newest that is new enough; None where there is none."""
    folders = [path / "bin" for path in _DEBIAN.glob("*")]
    if found := shutil.which("initdb"):
        folders.append(Path(found).resolve().parent)
    known = {folder: _version(folder) for folder in folders if (folder / "initdb").is_file()}
    fit = [folder for folder, version in known.items() if version >= _FIRST_VERSION]
    return max(fit, key=lambda folder: known[folder], default=None)


def _version(folder: Path) -> int:
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        told = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True)
        if found := re.search(r"\d+", told.stdout):
            return int(found[0])
    return 0


#: None where the tests of PostgreSQL cannot run.
PROGRAMS = programs() if sys.platform == "linux" else None
MISSING = "no PostgreSQL 15 or newer: install Debian's package postgresql, as `dev.py test` does"


@dataclass
class Server:
    """A running server; databases are made on it by the test that needs one."""

    folder: Path
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def url(self, database: str = "postgres", *, user: str = USER, password: str = PASSWORD) -> str:
        """As it stands in the settings, password and all."""
        place = {"host": str(self.folder)}
        url = URL.create("postgresql", user, password, database=database, query=place)
        return url.render_as_string(hide_password=False)

    @contextlib.contextmanager
    def new_database(self, like: str = "template1") -> Iterator[str]:
        """The name of a copy of another (nobody may be in that one), gone at the end; or empty."""
        name = f"made_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {like}")
        yield name
        self.run(f"DROP DATABASE {name} WITH (FORCE)")

    def run(self, statement: str, database: str = "postgres") -> None:
        """What an administrator of the server can do, outside a transaction."""
        url = self.url(database).replace("postgresql:", "postgresql+psycopg:", 1)
        engine = create_engine(url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(statement)
        engine.dispose()


@contextlib.contextmanager
def running_server(bin_folder: Path) -> Iterator[Server]:
    """A server that listens on a socket only; at the end it is stopped and all that it wrote is gone."""
    # Not pytest's own folder: that is closed to other users, and its path may be too long for a socket.
    folder = Path(tempfile.mkdtemp(prefix="hrpg-", dir=_quick_place()))
    try:
        prefix = _as_nobody(folder)
        _make_cluster(bin_folder, folder, prefix)
        with _started(bin_folder, folder, prefix):
            yield Server(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _quick_place() -> Path:
    """Memory where there is enough of it: every commit waits for the disk, as the program demands."""
    with contextlib.suppress(OSError):
        if os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ROOM:
            return _MEMORY
    return _DISK


def _as_nobody(folder: Path) -> Sequence[str]:
    """What to put before a program so that it is not run as root; the folder is given to that user."""
    if os.geteuid() != 0:
        return ()
    import pwd

    for name in _UNPRIVILEGED:
        with contextlib.suppress(KeyError):
            user = pwd.getpwnam(name)
            os.chown(folder, user.pw_uid, user.pw_gid)
            return ("setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups")
    raise AssertionError("no user who may run PostgreSQL")


def _make_cluster(bin_folder: Path, folder: Path, prefix: Sequence[str]) -> None:
    """Every login by password; letters sorted the Vietnamese way, which no order of ours may depend on."""
    secret = folder / "password"
    secret.write_text(PASSWORD, "utf-8")
    secret.chmod(0o644)
    made = subprocess.run(
        [*prefix, str(bin_folder / "initdb"), "-D", str(folder / "data"), "-U", USER, f"--pwfile={secret}",
         "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu",
         "--icu-locale=vi-VN", "--no-sync"],
        capture_output=True, text=True, check=False, cwd=folder,
    )  # fmt: skip
    assert made.returncode == 0, made.stdout + made.stderr


@contextlib.contextmanager
def _started(bin_folder: Path, folder: Path, prefix: Sequence[str]) -> Iterator[None]:
    log = folder / "server.log"
    settings = {"listen_addresses": "", "unix_socket_directories": str(folder), "shared_buffers": "16MB"}
    with log.open("wb") as told:
        # The server goes with whoever started it, also where that is killed.
        server = subprocess.Popen(
            [*(prefix or ["setpriv"]), "--pdeathsig=QUIT", str(bin_folder / "postgres"),
             "-D", str(folder / "data"), *(f"--{name}={value}" for name, value in settings.items())],
            stdout=told, stderr=told, cwd=folder,
        )  # fmt: skip
    try:
        _wait_for(Server(folder), server, log)
        yield
    finally:
        # SIGINT is the quick way to stop: open connections are cut.
        server.send_signal(2)
        server.wait(_START_S)


def _wait_for(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + _START_S
    while "ready to accept connections" not in log.read_text("utf-8", "replace"):
        assert process.poll() is None, log.read_text("utf-8", "replace")
        assert time.monotonic() < until, f"no server in {server.folder} after {_START_S} s"
        time.sleep(0.02)
