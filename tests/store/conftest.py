"""A store for each test, closed at its end: encrypted, or in whatever database the test is given."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from hrdigitize.store.opening import Store
from tests.store.databases import ENCRYPTED, POSTGRESQL
from tests.store.made_up import central_store, copied_store, plain_store, ticking_clock
from tests.store.servers import PROGRAMS, Server, running_server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """One PostgreSQL for all tests of a process."""
    assert PROGRAMS is not None, "a test that needs PostgreSQL is marked with `needs_postgresql`"
    with running_server(PROGRAMS) as running:
        yield running


@pytest.fixture(scope="session")
def furnished(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of a database with all tables and no rows, to be copied: making them takes its time."""
    with server.new_database() as name:
        central_store(server.url(name), tmp_path_factory.mktemp("furnished")).close()
        yield name


@pytest.fixture
def store(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Store]:
    """Encrypted, unless `on_every_database` asks for another."""
    folder = tmp_path / "store"
    with contextlib.ExitStack() as at_end:
        database = getattr(request, "param", ENCRYPTED)
        if database == POSTGRESQL:
            server: Server = request.getfixturevalue("server")
            name = at_end.enter_context(server.new_database(like=request.getfixturevalue("furnished")))
            made = central_store(server.url(name), folder)
        else:
            made = copied_store(folder, ticking_clock()) if database == ENCRYPTED else plain_store(folder)
        at_end.callback(made.close)
        yield made
