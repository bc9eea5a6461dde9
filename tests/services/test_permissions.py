"""Who may do what: every role against every action and every use case; what is not listed is refused."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_type_hints

import pytest

from hrdigitize.app import App, open_sample
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.faults import UserFault
from hrdigitize.services.permissions import Action, may, require
from tests.store.made_up import ticking_clock

_ALLOWED = {
    Role.CLERK: {
        Action.CHANGE_PASSPHRASE,
        Action.SEE_BACKUP,
        Action.LOOK,
        Action.CAPTURE,
        Action.READ,
        Action.ANSWER,
        Action.HOLD,
        Action.NOTE,
        Action.REOPEN,
        Action.SEE_HISTORY,
        Action.DESCRIBE,
        Action.ARRANGE,
        Action.ASK_CORRECTION,
        Action.KEY_AGAIN,
        Action.COMPARE,
        Action.LIST_UNITS,
        Action.PRINT,
        Action.STATE_MARKING,
        Action.SEE_COPY_REGISTER,
        Action.SEE_OWN_FIGURES,
    },
    Role.REVIEWER: {
        Action.CHANGE_PASSPHRASE,
        Action.SEE_BACKUP,
        Action.LOOK,
        Action.READ,
        Action.ANSWER,
        Action.HOLD,
        Action.NOTE,
        Action.REOPEN,
        Action.APPROVE,
        Action.REVISE,
        Action.SEE_HISTORY,
        Action.DESCRIBE,
        Action.ARRANGE,
        Action.ASK_CORRECTION,
        Action.DECIDE_CORRECTION,
        Action.KEY_AGAIN,
        Action.COMPARE,
        Action.TELL_APART,
        Action.MERGE,
        Action.UNDO_MERGE,
        Action.SET_PLAN,
        Action.LIST_UNITS,
        Action.PRINT,
        Action.PRINT_SECRET,
        Action.STATE_MARKING,
        Action.SEE_COPY_REGISTER,
        Action.SAMPLE,
        Action.SEE_OWN_FIGURES,
        Action.SEE_FIGURES,
    },
    Role.COMMUNE_HEAD: {
        Action.LOCK_SCAN_SETTINGS,
        Action.SEE_BACKUP,
        Action.LOOK,
        Action.HOLD,
        Action.NOTE,
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
        Action.SET_PLAN,
        Action.LIST_UNITS,
        Action.MANAGE_UNITS,
        Action.PRINT,
        Action.PRINT_SECRET,
        Action.SEE_COPY_REGISTER,
        Action.LIST_USERS,
        Action.MANAGE_USERS,
        Action.CHANGE_PASSPHRASE,
        Action.CHECK_STORE,
        Action.ANCHOR_LOG,
        Action.READ_LOG,
        Action.BACK_UP,
        Action.SAMPLE,
        Action.SEE_FIGURES,
    },
    Role.TECHNICIAN: {
        Action.SEE_BACKUP,
        Action.LIST_USERS,
        Action.CHANGE_PASSPHRASE,
        Action.CHECK_STORE,
        Action.ANCHOR_LOG,
        Action.BACK_UP,
    },
    Role.CENTRAL_IMPORTER: {Action.CHANGE_PASSPHRASE, Action.SEE_BACKUP},
    Role.CENTRAL_REVIEWER: {Action.CHANGE_PASSPHRASE, Action.SEE_BACKUP},
    Role.AUDITOR: {
        Action.SEE_COPY_REGISTER,
        Action.SEE_BACKUP,
        Action.LIST_USERS,
        Action.CHANGE_PASSPHRASE,
        Action.CHECK_STORE,
        Action.ANCHOR_LOG,
        Action.READ_LOG,
    },
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


#: Every use case that an actor can ask for, and what he must be allowed to do. reopen: on an approved
#: document the second one, which needs the document.
_USE_CASES: dict[str, tuple[Action, ...]] = {
    "desk.documents": (Action.LOOK,),
    "desk.listed": (Action.LOOK,),
    "desk.place": (Action.LOOK,),
    "desk.glance": (Action.LOOK,),
    "desk.next_waiting": (Action.LOOK,),
    "desk.open": (Action.LOOK,),
    "desk.picture": (Action.LOOK,),
    "desk.fits": (Action.LOOK,),
    "desk.suggestions": (Action.LOOK,),
    "desk.prepare_suggestions": (Action.LOOK,),
    "desk.answer": (Action.ANSWER,),
    "desk.reopen": (Action.REOPEN, Action.REVISE),
    "desk.approve": (Action.APPROVE,),
    "holding.hold": (Action.HOLD,),
    "holding.release": (Action.HOLD,),
    "holding.note": (Action.NOTE,),
    "holding.held": (Action.LOOK,),
    "holding.held_count": (Action.LOOK,),
    "pointing.words": (Action.LOOK,),
    "pointing.read": (Action.ANSWER,),
    "intake.capture": (Action.CAPTURE,),
    "intake.scan": (Action.CAPTURE,),
    "both_sides.scan_fronts": (Action.CAPTURE,),
    "both_sides.standing": (Action.CAPTURE,),
    "both_sides.turn": (Action.CAPTURE,),
    "both_sides.scan_backs": (Action.CAPTURE,),
    "both_sides.settle": (Action.CAPTURE,),
    "both_sides.leave": (Action.CAPTURE,),
    "scan_profiles.all": (Action.CAPTURE, Action.LOCK_SCAN_SETTINGS),
    "scan_profiles.named": (Action.CAPTURE, Action.LOCK_SCAN_SETTINGS),
    "scan_profiles.save": (Action.CAPTURE, Action.LOCK_SCAN_SETTINGS),
    "scan_profiles.remove": (Action.CAPTURE, Action.LOCK_SCAN_SETTINGS),
    "scan_profiles.lock": (Action.LOCK_SCAN_SETTINGS,),
    "scan_profiles.unlock": (Action.LOCK_SCAN_SETTINGS,),
    "intake.gather": (Action.CAPTURE,),
    "watching.watch": (Action.CAPTURE,),
    "reading.read": (Action.READ,),
    "arranging.layout": (Action.LOOK,),
    "arranging.batches": (Action.LOOK,),
    "arranging.split": (Action.ARRANGE,),
    "arranging.join": (Action.ARRANGE,),
    "arranging.move": (Action.ARRANGE,),
    "arranging.turn": (Action.ARRANGE,),
    "arranging.crop": (Action.ARRANGE,),
    "arranging.set_aside": (Action.ARRANGE,),
    "arranging.bring_back": (Action.ARRANGE,),
    "arranging.replace": (Action.ARRANGE,),
    "arranging.insert": (Action.ARRANGE,),
    "arranging.undo": (Action.ARRANGE,),
    "arranging.redo": (Action.ARRANGE,),
    "owners.persons": (Action.LOOK,),
    "owners.declare": (Action.DESCRIBE,),
    "filing.set_type": (Action.DESCRIBE,),
    "filing.correct_index": (Action.DESCRIBE,),
    "filing.file": (Action.APPROVE,),
    "filing.take_out": (Action.REVISE,),
    "contents.checked": (Action.LOOK,),
    "contents.inventory": (Action.LOOK,),
    "contents.against_paper": (Action.LOOK,),
    "contents.shelf": (Action.LOOK,),
    "contents.put_on_shelf": (Action.DESCRIBE,),
    "rereading.waiting": (Action.LOOK,),
    "rereading.read": (Action.READ,),
    "dossiers.all": (Action.LOOK,),
    "dossiers.ids": (Action.LOOK,),
    "dossiers.open": (Action.LOOK,),
    "dossiers.index": (Action.LOOK,),
    "dossiers.history": (Action.SEE_HISTORY,),
    "dossiers.describe": (Action.DESCRIBE,),
    "corrections.ask": (Action.ASK_CORRECTION,),
    "corrections.add_row": (Action.ASK_CORRECTION,),
    "corrections.decide": (Action.DECIDE_CORRECTION,),
    "corrections.waiting": (Action.LOOK,),
    "cross_checks.findings": (Action.LOOK,),
    "cross_checks.differences": (Action.LOOK,),
    "second_keying.key": (Action.KEY_AGAIN,),
    "second_keying.still_to_key": (Action.KEY_AGAIN,),
    "second_keying.waiting": (Action.KEY_AGAIN,),
    "columns.batches": (Action.LOOK,),
    "columns.column": (Action.LOOK,),
    "sampling.book": (Action.SAMPLE,),
    "sampling.proposal": (Action.SAMPLE,),
    "sampling.draw": (Action.SAMPLE,),
    "sampling.open": (Action.SAMPLE,),
    "sampling.confirm": (Action.SAMPLE,),
    "sampling.refute": (Action.SAMPLE,),
    "sampling.can_be_repeated": (Action.SAMPLE,),
    "operators.note": (Action.ANSWER,),
    "operators.own": (Action.SEE_OWN_FIGURES,),
    "operators.all": (Action.SEE_FIGURES,),
    "duplicates.find": (Action.COMPARE,),
    "duplicates.compare": (Action.COMPARE,),
    "duplicates.tell_apart": (Action.TELL_APART,),
    "duplicates.merge": (Action.MERGE,),
    "duplicates.undo": (Action.UNDO_MERGE,),
    "overview.glance": (Action.LOOK,),
    "overview.cadres": (Action.LOOK,),
    "overview.documents": (Action.LOOK,),
    "overview.unread_batches": (Action.LOOK,),
    "overview.set_plan": (Action.SET_PLAN,),
    "units.all": (Action.LIST_UNITS,),
    "units.add": (Action.MANAGE_UNITS,),
    "units.rename": (Action.MANAGE_UNITS,),
    "units.dissolve": (Action.MANAGE_UNITS,),
    "queue.arrived": (Action.READ,),
    "queue.ended": (Action.READ,),
    "queue.prefer": (Action.READ,),
    "queue.pause": (Action.READ,),
    "queue.resume": (Action.READ,),
    "queue.cancel": (Action.READ,),
    "queue.standing": (Action.LOOK,),
    "sitting.capture": (Action.CAPTURE,),
    "sitting.scan": (Action.CAPTURE,),
    "page_troubles.found": (Action.LOOK,),
    "batches.all": (Action.LOOK,),
    "batches.contents": (Action.LOOK,),
    "batches.doubles": (Action.LOOK,),
    "thumbnails.of_file": (Action.LOOK,),
    "search.find": (Action.LOOK,),
    "search.rebuild": (Action.CHECK_STORE,),
    "profiles.print": (Action.PRINT, Action.PRINT_SECRET),
    "markings.confirm": (Action.STATE_MARKING,),
    "markings.found": (Action.LOOK,),
    "markings.register": (Action.SEE_COPY_REGISTER,),
    "markings.print_register": (Action.SEE_COPY_REGISTER,),
    "markings.print_notice": (Action.LOOK,),
    "users.all": (Action.LIST_USERS,),
    "users.add": (Action.MANAGE_USERS,),
    "users.assign": (Action.MANAGE_USERS,),
    "users.retire": (Action.MANAGE_USERS,),
    "users.reset_passphrase": (Action.MANAGE_USERS,),
    "users.lift_wait": (Action.MANAGE_USERS,),
    "users.change_passphrase": (Action.CHANGE_PASSPHRASE,),
    "upkeep.check": (Action.CHECK_STORE,),
    "upkeep.anchor": (Action.ANCHOR_LOG,),
    "upkeep.log": (Action.READ_LOG,),
    "backups.make": (Action.BACK_UP,),
    "backups.standing": (Action.SEE_BACKUP,),
}
#: Asked for by nobody who is logged in: they stand behind a passphrase or the recovery shares.
_BEHIND_THE_GATE = {
    "users.enter",
    "users.choose_passphrase",
    "users.found",
    "users.recover",
    "timekeeping.behind",
}
#: Part of closing the program.
_AT_THE_END = {"queue.close", "pointing.rest", "pointing.close"}
#: Done for whoever comes in, whatever the role.
_FOR_EVERYBODY = {"timekeeping.note"}


def _use_cases() -> Iterator[tuple[str, inspect.Signature]]:
    for service, made in get_type_hints(App).items():
        if not inspect.isclass(made) or not made.__module__.startswith("hrdigitize.services."):
            continue
        for name, method in inspect.getmembers(made, inspect.isfunction):
            if not name.startswith("_"):
                yield f"{service}.{name}", inspect.signature(method)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    folder: Path = tmp_path_factory.mktemp("permissions") / "store"
    made = open_sample(folder, clock=ticking_clock())
    yield made
    made.close()


def test_every_use_case_stands_in_the_table(tell_figure: Callable[[str], None]) -> None:
    found = dict(_use_cases())
    assert set(found) == set(_USE_CASES) | _BEHIND_THE_GATE | _AT_THE_END | _FOR_EVERYBODY
    unasked = {name for name, signature in found.items() if "actor" not in signature.parameters}
    assert unasked == _BEHIND_THE_GATE | _AT_THE_END
    used = {action for actions in _USE_CASES.values() for action in actions}
    assert used == set(Action), "an action that no use case asks for"
    tell_figure(f"E3 roles x use cases: {len(Role)} x {len(_USE_CASES)} = {len(Role) * len(_USE_CASES)}")


@pytest.mark.parametrize("use_case", _USE_CASES)
@pytest.mark.parametrize("role", Role)
def test_a_role_is_let_in_exactly_where_the_table_says(app: App, role: Role, use_case: str) -> None:
    """Asked for with nothing that is there, so whoever is let in fails at the next step."""
    service, name = use_case.split(".")
    method = getattr(getattr(app, service), name)
    nothing = {
        key: "nothing"
        for key, given in inspect.signature(method).parameters.items()
        if given.default is inspect.Parameter.empty
    }
    allowed = any(action in _ALLOWED[role] for action in _USE_CASES[use_case])
    assert (_outcome(lambda: method(**nothing | {"actor": Actor("someone", role)})) != _REFUSED) is allowed


_REFUSED = "action-not-allowed"


def _outcome(call: Callable[[], object]) -> str:
    try:
        call()
    except UserFault as fault:
        return fault.code
    except (TypeError, AttributeError, ValueError, KeyError) as error:
        return type(error).__name__
    return "done"
