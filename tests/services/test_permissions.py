"""Who may do what: every role against every action; what is not listed is refused."""

from __future__ import annotations

import pytest

from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.faults import UserFault
from hrdigitize.services.permissions import Action, may, require

_ALLOWED = {
    Role.CLERK: {
        Action.CHANGE_PASSPHRASE,
        Action.LOOK,
        Action.CAPTURE,
        Action.READ,
        Action.ANSWER,
        Action.REOPEN,
        Action.SEE_HISTORY,
        Action.DESCRIBE,
        Action.ASK_CORRECTION,
        Action.KEY_AGAIN,
        Action.COMPARE,
        Action.LIST_UNITS,
        Action.PRINT,
    },
    Role.REVIEWER: {
        Action.CHANGE_PASSPHRASE,
        Action.LOOK,
        Action.READ,
        Action.ANSWER,
        Action.REOPEN,
        Action.APPROVE,
        Action.REVISE,
        Action.SEE_HISTORY,
        Action.DESCRIBE,
        Action.ASK_CORRECTION,
        Action.DECIDE_CORRECTION,
        Action.KEY_AGAIN,
        Action.COMPARE,
        Action.TELL_APART,
        Action.MERGE,
        Action.UNDO_MERGE,
        Action.LIST_UNITS,
        Action.PRINT,
    },
    Role.COMMUNE_HEAD: {
        Action.LOOK,
        Action.APPROVE,
        Action.REVISE,
        Action.SEE_HISTORY,
        Action.ASK_CORRECTION,
        Action.DECIDE_CORRECTION,
        Action.KEY_AGAIN,
        Action.COMPARE,
        Action.TELL_APART,
        Action.MERGE,
        Action.UNDO_MERGE,
        Action.LIST_UNITS,
        Action.MANAGE_UNITS,
        Action.PRINT,
        Action.LIST_USERS,
        Action.MANAGE_USERS,
        Action.CHANGE_PASSPHRASE,
        Action.CHECK_STORE,
        Action.READ_LOG,
        Action.BACK_UP,
    },
    Role.TECHNICIAN: {
        Action.LIST_USERS,
        Action.CHANGE_PASSPHRASE,
        Action.CHECK_STORE,
        Action.BACK_UP,
    },
    Role.CENTRAL_IMPORTER: {Action.CHANGE_PASSPHRASE},
    Role.CENTRAL_REVIEWER: {Action.CHANGE_PASSPHRASE},
    Role.AUDITOR: {Action.LIST_USERS, Action.CHANGE_PASSPHRASE, Action.CHECK_STORE, Action.READ_LOG},
}


def test_every_role_stands_in_the_table() -> None:
    assert set(_ALLOWED) == set(Role)


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("role", Role)
def test_a_role_may_do_exactly_what_the_table_says(role: Role, action: Action) -> None:
    actor = Actor("someone", role)
    allowed = action in _ALLOWED[role]
    assert may(actor, action) is allowed
    if allowed:
        require(actor, action)
        return
    with pytest.raises(UserFault) as caught:
        require(actor, action)
    assert caught.value.code == "action-not-allowed"
