"""An office's store: set up, entered, its users changed, recovered; each change has its line in the log."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest

from hrdigitize import app as doors
from hrdigitize.app import App
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.users import NewUser, User
from hrdigitize.store.attempts import ATTEMPTS_NAME
from hrdigitize.store.keyrings import KEYRING_NAME
from hrdigitize.store.layout import DATABASE_NAME

HEAD = NewUser("lan", "Nguyễn  Thị Lan", "bốn mùa hoa sữa")
CLERK = NewUser("minh", "Trần Văn Minh", "gió bấc mưa phùn")
#: What the clerk chooses in place of what the head gave.
OWN = "nắng mới đầu hè"


@dataclass
class Office:
    """A store and how one comes into it. Its clock goes an hour at each look, so that nobody has to wait."""

    folder: Path
    sheets: Path
    now: datetime = field(default_factory=lambda: datetime(2026, 11, 2, 8, tzinfo=UTC))

    def clock(self) -> datetime:
        self.now += timedelta(hours=1)
        return self.now

    def set_up(self, first: NewUser = HEAD) -> tuple[App, User]:
        # Every try takes a second by this stopwatch: the least cost will do, and the tests need not wait.
        slow = itertools.count().__next__
        return doors.set_up(self.folder, first, self.sheets, clock=self.clock, stopwatch=slow)

    def enter(self, name: str, passphrase: str, own: str | None = None) -> tuple[App, User]:
        return doors.enter(self.folder, name, passphrase, own=own, clock=self.clock)

    def shares(self) -> list[str]:
        """The words as a person reads them off the printed sheets."""
        return [_words(path) for path in sorted(self.sheets.glob("*.pdf"))]


def _words(path: Path) -> str:
    """The numbered words of a printed sheet, in the order of their numbers."""
    document = pypdfium2.PdfDocument(path)
    text = document[0].get_textpage().get_text_range()
    document.close()
    found = {int(number): word for number, word in re.findall(r"\b(\d{1,2})\.\s+([a-z]+)", text)}
    return " ".join(found[number] for number in sorted(found))


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "store", tmp_path / "stick")


@pytest.fixture
def opened(office: Office) -> Iterator[tuple[App, Actor]]:
    app, user = office.set_up()
    yield app, user.actor
    app.close()


def _forget_users(app: App) -> None:
    with app.store._engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM users")


def refused(call: object, *given: object, **named: object) -> str:
    with pytest.raises(UserFault) as fault:
        call(*given, **named)  # type: ignore[operator]
    return fault.value.code


def test_a_store_is_set_up_once_and_entered_by_its_head(office: Office) -> None:
    app, user = office.set_up()
    assert (user.name, user.full_name, user.role) == ("lan", "Nguyễn Thị Lan", Role.COMMUNE_HEAD)
    app.close()
    assert refused(office.set_up) == "store-already-there"
    again, who = office.enter("lan", HEAD.passphrase)
    actions = [entry.action for entry in again.upkeep.log(actor=who.actor)]
    assert again.upkeep.check(actor=who.actor) == ()
    again.close()
    assert actions == ["store-founded", "logged-in"]


def test_sheets_lie_outside_and_an_unfit_head_leaves_nothing(office: Office) -> None:
    inside = Office(office.folder, office.folder / "sheets")
    assert refused(inside.set_up) == "shares-in-store"
    assert refused(office.set_up, NewUser("lan", "Lan", "ngắn")) == "passphrase-weak"
    assert not office.folder.exists()
    assert not office.sheets.exists()


def test_a_cut_before_the_first_user_was_written_locks_nobody_out(office: Office) -> None:
    app, _ = office.set_up()
    app.lane.run(lambda: _forget_users(app))
    app.close()
    again, user = office.enter("lan", HEAD.passphrase)
    again.close()
    assert (user.name, user.role) == ("lan", Role.COMMUNE_HEAD)


def test_a_database_that_is_gone_is_told_and_never_made_anew(office: Office) -> None:
    app, _ = office.set_up()
    app.close()
    (office.folder / DATABASE_NAME).unlink()
    assert refused(office.enter, "lan", HEAD.passphrase) == "store-missing"
    recover = (office.folder, office.shares()[:2], "lan", "trăng rằm tháng tám")
    assert refused(doors.recover, *recover, clock=office.clock) == "store-missing"
    assert not (office.folder / DATABASE_NAME).exists()


def test_where_several_can_log_in_nobody_becomes_head_by_an_empty_list_of_users(office: Office) -> None:
    app, lan = office.set_up()
    app.users.add(CLERK, Role.CLERK, actor=lan.actor)
    app.lane.run(lambda: _forget_users(app))
    app.close()
    assert refused(office.enter, "minh", CLERK.passphrase, OWN) == "login-refused"


def test_a_user_comes_gets_another_role_and_goes(office: Office) -> None:
    app, lan = office.set_up()
    head = lan.actor
    app.users.add(CLERK, Role.CLERK, actor=head)
    assert refused(app.users.add, CLERK, Role.CLERK, actor=head) == "user-already-there"
    assert app.users.assign("minh", Role.REVIEWER, actor=head).role is Role.REVIEWER
    app.close()
    entered, user = office.enter("minh", CLERK.passphrase, OWN)
    assert user.role is Role.REVIEWER
    assert refused(entered.users.add, CLERK, Role.CLERK, actor=user.actor) == "action-not-allowed"
    entered.close()
    head_again, _ = office.enter("lan", HEAD.passphrase)
    head_again.users.retire("minh", actor=head)
    users = {one.name: one.retired_at is None for one in head_again.users.all(actor=head)}
    actions = [entry.action for entry in head_again.upkeep.log(actor=head)]
    head_again.close()
    assert users == {"lan": True, "minh": False}
    assert actions[1:] == [
        "user-added",
        "user-assigned",
        "passphrase-changed",
        "logged-in",
        "logged-in",
        "user-retired",
    ]
    assert refused(office.enter, "minh", OWN) == "login-refused"


def test_the_only_head_stays_head(opened: tuple[App, Actor]) -> None:
    app, head = opened
    assert refused(app.users.retire, "lan", actor=head) == "users-last-head"
    assert refused(app.users.assign, "lan", Role.CLERK, actor=head) == "users-last-head"
    app.users.add(CLERK, Role.COMMUNE_HEAD, actor=head)
    assert app.users.assign("lan", Role.CLERK, actor=head).role is Role.CLERK


def test_passphrases_are_changed_by_their_owners_and_reset_by_the_head(office: Office) -> None:
    app, lan = office.set_up()
    head = lan.actor
    app.users.add(CLERK, Role.CLERK, actor=head)
    minh = Actor("minh", Role.CLERK)
    assert (
        refused(app.users.change_passphrase, "sai rồi sai rồi", "nắng hạ vàng ươm", actor=minh)
        == "login-refused"
    )
    app.users.change_passphrase(CLERK.passphrase, "nắng hạ vàng ươm", actor=minh)
    app.users.reset_passphrase("minh", "sông xanh núi biếc", actor=head)
    assert refused(app.users.reset_passphrase, "nam", "sông xanh núi biếc", actor=head) == "user-unknown"
    app.close()
    assert refused(office.enter, "minh", "nắng hạ vàng ươm") == "login-refused"
    assert refused(office.enter, "minh", "sông xanh núi biếc") == "passphrase-not-own"
    again, _ = office.enter("minh", "sông xanh núi biếc", OWN)
    again.close()


def test_whoever_was_given_a_passphrase_comes_in_with_one_of_their_own_alone(office: Office) -> None:
    app, lan = office.set_up()
    app.users.add(CLERK, Role.CLERK, actor=lan.actor)
    app.close()
    assert refused(office.enter, "minh", CLERK.passphrase) == "passphrase-not-own"
    assert refused(office.enter, "minh", CLERK.passphrase, "ngắn") == "passphrase-weak"
    assert refused(office.enter, "minh", CLERK.passphrase, CLERK.passphrase) == "passphrase-unchanged"
    assert refused(office.enter, "minh", "sai rồi sai rồi", OWN) == "login-refused"
    assert refused(office.enter, "minh", CLERK.passphrase) == "passphrase-not-own", "nothing was changed"
    entered, minh = office.enter("minh", CLERK.passphrase, OWN)
    entered.close()
    assert minh.actor == Actor("minh", Role.CLERK)
    assert refused(office.enter, "minh", CLERK.passphrase) == "login-refused"
    again, _ = office.enter("minh", OWN)
    lines = [(entry.actor.name, entry.action) for entry in again.upkeep.log(actor=lan.actor)]
    again.close()
    assert lines == [
        ("lan", "store-founded"),
        ("lan", "user-added"),
        ("minh", "passphrase-changed"),
        ("minh", "logged-in"),
        ("minh", "logged-in"),
    ]


def test_the_head_s_own_passphrase_is_their_own_however_it_was_set(office: Office) -> None:
    app, lan = office.set_up()
    app.users.reset_passphrase("lan", OWN, actor=lan.actor)
    app.close()
    again, came_in = office.enter("lan", OWN)
    assert came_in == lan
    again.users.change_passphrase(OWN, HEAD.passphrase, actor=lan.actor)
    again.close()
    once_more, came_in = office.enter("lan", HEAD.passphrase)
    assert came_in == lan
    once_more.close()


def test_a_user_retired_before_choosing_a_passphrase_never_comes_in(office: Office) -> None:
    app, lan = office.set_up()
    app.users.add(CLERK, Role.CLERK, actor=lan.actor)
    keys = office.folder / KEYRING_NAME
    kept = keys.read_bytes()
    app.users.retire("minh", actor=lan.actor)
    app.close()
    keys.write_bytes(kept)
    assert refused(office.enter, "minh", CLERK.passphrase, OWN) == "login-refused"


def test_two_printed_sheets_bring_an_office_back(office: Office) -> None:
    app, _ = office.set_up()
    app.close()
    shares = office.shares()
    assert [len(share.split()) for share in shares] == [33, 33, 33]
    doors.recover(office.folder, shares[:2], "lan", "trăng rằm tháng tám", clock=office.clock)
    assert refused(office.enter, "lan", HEAD.passphrase) == "login-refused"
    again, user = office.enter("lan", "trăng rằm tháng tám")
    actions = [entry.action for entry in again.upkeep.log(actor=user.actor)]
    again.close()
    assert actions == ["store-founded", "passphrase-recovered", "logged-in"]
    one = doors.recover
    assert refused(one, office.folder, shares[:1], "lan", "trăng rằm tháng tám", clock=office.clock) == (
        "recovery-shares-refused"
    )


def test_nothing_of_a_login_lies_readable_on_the_disk(office: Office) -> None:
    app, _ = office.set_up()
    app.users.add(CLERK, Role.CLERK, actor=Actor("lan", Role.COMMUNE_HEAD))
    app.close()
    assert (office.folder / ATTEMPTS_NAME).exists()
    readable = b"".join(path.read_bytes() for path in office.folder.rglob("*") if path.is_file())
    for secret in (HEAD.passphrase, CLERK.passphrase, "Trần Văn Minh"):
        assert secret.encode() not in readable
    assert DATABASE_NAME in {path.name for path in office.folder.iterdir()}
