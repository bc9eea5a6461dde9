"""Who may do what. Checked in every use case, never in a window; what is not listed is refused."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.faults import UserFault


class Action(StrEnum):
    """What can be done in an office's store."""

    LOOK = "look"
    CAPTURE = "capture"
    LOCK_SCAN_SETTINGS = "lock-scan-settings"
    READ = "read"
    ANSWER = "answer"
    HOLD = "hold"
    NOTE = "note"
    REOPEN = "reopen"
    APPROVE = "approve"
    REVISE = "revise"
    SEE_HISTORY = "see-history"
    DESCRIBE = "describe"
    ARRANGE = "arrange"
    ASK_CORRECTION = "ask-correction"
    DECIDE_CORRECTION = "decide-correction"
    KEY_AGAIN = "key-again"
    COMPARE = "compare"
    TELL_APART = "tell-apart"
    MERGE = "merge"
    UNDO_MERGE = "undo-merge"
    SET_PLAN = "set-plan"
    LIST_UNITS = "list-units"
    MANAGE_UNITS = "manage-units"
    PRINT = "print"
    PRINT_SECRET = "print-secret"
    STATE_MARKING = "state-marking"
    SEE_COPY_REGISTER = "see-copy-register"
    LIST_USERS = "list-users"
    MANAGE_USERS = "manage-users"
    CHANGE_PASSPHRASE = "change-passphrase"
    CHECK_STORE = "check-store"
    READ_LOG = "read-log"
    ANCHOR_LOG = "anchor-log"
    BACK_UP = "back-up"
    SEE_BACKUP = "see-backup"
    SAMPLE = "sample"
    SEE_OWN_FIGURES = "see-own-figures"
    SEE_FIGURES = "see-figures"


_EVERYBODY = frozenset(Role)
_CHECKERS = frozenset({Role.CLERK, Role.REVIEWER})
_DECIDERS = frozenset({Role.REVIEWER, Role.COMMUNE_HEAD})

#: LOOK: see documents and their pages; the technician sees no dossier, the auditor only the log.
#: LOCK_SCAN_SETTINGS: lock scan settings, set them free, change locked ones; whoever captures keeps others.
#: REVISE: open an approved document again, change a plain fact of a record.
#: PRINT_SECRET: print a record with papers marked "Mật" in it. STATE_MARKING: say what a batch is marked.
#: MANAGE_USERS: add, retire, give roles and passphrases.
#: CHECK_STORE: whether all is there and unchanged; it shows no dossier.
#: ANCHOR_LOG: note the log's head to keep it outside the PC; it shows no line of the log.
_ALLOWED: Mapping[Action, frozenset[Role]] = {
    Action.LOOK: _CHECKERS | _DECIDERS,
    Action.CAPTURE: frozenset({Role.CLERK}),
    Action.LOCK_SCAN_SETTINGS: frozenset({Role.COMMUNE_HEAD}),
    Action.READ: _CHECKERS,
    Action.ANSWER: _CHECKERS,
    Action.HOLD: _CHECKERS | _DECIDERS,
    Action.NOTE: _CHECKERS | _DECIDERS,
    Action.REOPEN: _CHECKERS,
    Action.APPROVE: _DECIDERS,
    Action.REVISE: _DECIDERS,
    Action.SEE_HISTORY: _CHECKERS | _DECIDERS,
    Action.DESCRIBE: _CHECKERS,
    Action.ARRANGE: _CHECKERS,
    Action.ASK_CORRECTION: _CHECKERS | _DECIDERS,
    Action.DECIDE_CORRECTION: _DECIDERS,
    Action.KEY_AGAIN: _CHECKERS | _DECIDERS,
    Action.COMPARE: _CHECKERS | _DECIDERS,
    Action.TELL_APART: _DECIDERS,
    Action.MERGE: _DECIDERS,
    Action.UNDO_MERGE: _DECIDERS,
    Action.SET_PLAN: _DECIDERS,
    Action.LIST_UNITS: _CHECKERS | _DECIDERS,
    Action.MANAGE_UNITS: frozenset({Role.COMMUNE_HEAD}),
    Action.PRINT: _CHECKERS | _DECIDERS,
    Action.PRINT_SECRET: _DECIDERS,
    Action.STATE_MARKING: _CHECKERS,
    Action.SEE_COPY_REGISTER: _CHECKERS | _DECIDERS | {Role.AUDITOR},
    Action.LIST_USERS: frozenset({Role.COMMUNE_HEAD, Role.TECHNICIAN, Role.AUDITOR}),
    Action.MANAGE_USERS: frozenset({Role.COMMUNE_HEAD}),
    Action.CHANGE_PASSPHRASE: _EVERYBODY,
    Action.CHECK_STORE: frozenset({Role.COMMUNE_HEAD, Role.TECHNICIAN, Role.AUDITOR}),
    Action.READ_LOG: frozenset({Role.COMMUNE_HEAD, Role.AUDITOR}),
    Action.ANCHOR_LOG: frozenset({Role.COMMUNE_HEAD, Role.TECHNICIAN, Role.AUDITOR}),
    Action.BACK_UP: frozenset({Role.COMMUNE_HEAD, Role.TECHNICIAN}),
    Action.SEE_BACKUP: _EVERYBODY,
    Action.SAMPLE: _DECIDERS,
    Action.SEE_OWN_FIGURES: _CHECKERS,
    Action.SEE_FIGURES: _DECIDERS,
}


def may(actor: Actor, action: Action) -> bool:
    """Whether the actor's role allows the action."""
    return actor.role in _ALLOWED.get(action, frozenset())


def require(actor: Actor, action: Action) -> None:
    """UserFault "action-not-allowed" unless the actor may."""
    if not may(actor, action):
        raise UserFault("action-not-allowed")


def require_either(actor: Actor, *actions: Action) -> None:
    """UserFault "action-not-allowed" unless the actor may do one of them; which one is asked later."""
    if not any(may(actor, action) for action in actions):
        raise UserFault("action-not-allowed")
