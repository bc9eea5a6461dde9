"""The databases under a store: tests of what a store promises run on every one of them."""

from __future__ import annotations

import pytest

from tests.store.servers import MISSING, PROGRAMS

ENCRYPTED, PLAIN, POSTGRESQL = "encrypted", "plain", "postgresql"

needs_postgresql = pytest.mark.skipif(PROGRAMS is None, reason=MISSING)

#: For a test, or as `pytestmark` for all tests of a module, that takes `store`.
on_every_database = pytest.mark.parametrize(
    "store", [PLAIN, ENCRYPTED, pytest.param(POSTGRESQL, marks=needs_postgresql)], indirect=True
)
