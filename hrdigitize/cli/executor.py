"""Where a command reads: on this PC, or with `--executor` on the workers of a scanning room."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from hrdigitize.domain.faults import UserFault
from hrdigitize.workers.reading import Reader

ExecutorOption = Annotated[
    str | None, typer.Option("--executor", metavar="dask://HOST:PORT", show_default=False)
]
TlsOption = Annotated[Path | None, typer.Option("--tls", metavar="DIR", show_default=False)]


def readers(executor: str | None, tls: Path | None) -> Callable[[], Reader]:
    """What starts readers there. UserFault "cluster-library-missing", and as `cluster.Room.named`."""
    if executor is None:
        return Reader
    try:  # an optional part, slow to load: only where it was asked for
        from hrdigitize.workers.cluster import Cluster, Room
    except ImportError as missing:
        raise UserFault("cluster-library-missing") from missing
    return partial(Reader, elsewhere=partial(Cluster, room=Room.named(executor, tls)))
