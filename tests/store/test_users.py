"""Users are put, found, changed and retired, and never lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hrdigitize.domain.actors import Role
from hrdigitize.store.opening import Store
from tests.store.databases import on_every_database
from tests.store.made_up import CLERK, USER

pytestmark = on_every_database


def test_a_user_is_kept_as_last_put(store: Store) -> None:
    retired = replace(USER, role=Role.REVIEWER, retired_at=USER.created_at)
    for user in (USER, retired):
        with store.work(CLERK) as work:
            work.users.put(user)
            work.commit("user-put", user.name)
    with store.view() as view:
        assert view.users.all() == (retired,)
        assert view.users.get("lan") == retired
        with pytest.raises(KeyError):
            view.users.get("minh")


def test_without_commit_nobody_is_added(store: Store) -> None:
    with store.work(CLERK) as work:
        work.users.put(USER)
    with store.view() as view:
        assert view.users.all() == ()
