"""A scanning room on this PC: certificates, scheduler and workers, by the commands of docs/cluster.md."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_DOCUMENT = _ROOT / "docs" / "cluster.md"
_PATIENCE_S = 20.0


def commands(kind: str) -> str:
    """The blocks of this kind in the document, one after the other."""
    blocks = re.findall(rf"```sh {kind}\n(.*?)```", _DOCUMENT.read_text("utf-8"), re.DOTALL)
    assert blocks, f"{_DOCUMENT.name} has no commands for {kind}"
    return "\n".join(blocks)


def make_certificates(folder: Path) -> Path:
    """An authority and a certificate signed by it, in one folder."""
    folder.mkdir()
    subprocess.run(
        ["bash", "-e", "-c", commands("certificates")], cwd=folder, check=True, stderr=subprocess.DEVNULL
    )
    return folder


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def started(script: str, folder: Path, replaced: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A script of the document at work, its places and ports replaced; ended with all that it started."""
    for there, here in replaced.items():
        script = script.replace(there, here)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    with (folder / f"log-{free_port()}.txt").open("wb") as log:
        process = subprocess.Popen(
            ["bash", "-e", "-c", script],
            env={**os.environ, "PATH": path, "PYTHONPATH": str(_ROOT)},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(5)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_for(port: int) -> None:
    """Until somebody listens there."""
    late = time.monotonic() + _PATIENCE_S
    while time.monotonic() < late:
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError(f"nobody listens on port {port}")


def places(certificates: Path, folder: Path, port: int) -> dict[str, str]:
    """What stands for the places and ports of the document here."""
    return {
        "/etc/hrdigitize/room": str(certificates),
        "/etc/hrdigitize/dask.yaml": str(_ROOT / "packaging" / "cluster" / "dask.yaml"),
        "/run/hrdigitize": str(folder / "workers"),
        "HOST": "127.0.0.1",
        "8786": str(port),
        "--nworkers 4": "--nworkers 2",
        "--protocol tls": "--protocol tls --host 127.0.0.1",
    }
