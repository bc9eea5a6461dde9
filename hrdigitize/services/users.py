"""Users: who may log in and as what. The commune head decides; everybody changes their own passphrase.

The log has a change before the keyring has it: a cut in between leaves a line for what did not happen, which
is repeated, and never a change without a line.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hrdigitize.crypto.keys import DataKey
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.users import NewUser, User
from hrdigitize.domain.vietnamese import one_spaced
from hrdigitize.services.gate import Gate, Login, require_fit, require_strong
from hrdigitize.services.permissions import Action, require
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.store.work import View, Work

#: Two of the three people who hold recovery shares, in the log.
_CUSTODIANS = Actor("recovery-shares", Role.COMMUNE_HEAD)


class Users:
    """Adds and retires users, gives roles and passphrases. Database work runs on the lane.

    UserFault "action-not-allowed" from every method where the actor's role does not allow it.
    """

    def __init__(self, store: Store, lane: Lane, gate: Gate, key: DataKey) -> None:
        self._store = store
        self._lane = lane
        self._gate = gate
        self._key = key

    def all(self, *, actor: Actor) -> tuple[User, ...]:
        """Everybody who may log in or could once."""
        require(actor, Action.LIST_USERS)
        return self._lane.run(self._all)

    def found(self, first: NewUser) -> User:
        """The first user of a new store, its commune head. UserFault "store-already-there"."""
        return self._lane.run(lambda: self._founded(first.name, first.full_name))

    def enter(self, login: Login) -> User:
        """Who came in, noted in the log; UserFault "login-refused" for a user who was retired meanwhile.

        Where a cut came before the first user was written down, it is who has the first passphrase.
        """
        return self._lane.run(lambda: self._enter(login))

    def choose_passphrase(self, login: Login, passphrase: str) -> User:
        """One's own in place of one that somebody else gave, then as `enter`. UserFault "passphrase-weak"."""
        user = self._lane.run(lambda: self._admitted(login))
        self._rewrap(user.actor, "passphrase-changed", user.name, passphrase, own=True)
        return self.enter(login)

    def recover(self, name: str, passphrase: str) -> None:
        """A new passphrase by the recovery shares, whose holders are no users; else as `reset_passphrase`.

        Whoever lost the old one types the new one.
        """
        self._rewrap(_CUSTODIANS, "passphrase-recovered", name, passphrase, own=True)

    def add(self, new: NewUser, role: Role, *, actor: Actor) -> User:
        """A new user, who has to choose another passphrase before anything else.

        UserFault "user-already-there", and as `gate.require_fit` says.
        """
        require(actor, Action.MANAGE_USERS)
        require_fit(new)

        def added(work: Work) -> User:
            if _known(work, new.name) is not None:
                raise UserFault("user-already-there", name=new.name)
            return User(new.name, one_spaced(new.full_name), role, work.at)

        user = self._lane.run(lambda: self._changed(actor, "user-added", added))
        self._gate.give(self._key, new.name, new.passphrase, own=False)
        return user

    def assign(self, name: str, role: Role, *, actor: Actor) -> User:
        """Another role. UserFault "user-unknown", "users-last-head" for the only head of the office."""
        require(actor, Action.MANAGE_USERS)
        return self._lane.run(
            lambda: self._changed(actor, "user-assigned", lambda work: _assigned(work, name, role))
        )

    def retire(self, name: str, *, actor: Actor) -> User:
        """From now on nobody logs in under this name; the log keeps it. UserFault as `assign`."""
        require(actor, Action.MANAGE_USERS)
        retired = self._lane.run(
            lambda: self._changed(actor, "user-retired", lambda work: _retired(work, name))
        )
        self._gate.take(name)
        return retired

    def reset_passphrase(self, name: str, passphrase: str, *, actor: Actor) -> None:
        """A new passphrase for somebody who lost theirs, and has to choose another before anything else.

        UserFault "user-unknown", "passphrase-weak".
        """
        require(actor, Action.MANAGE_USERS)
        self._rewrap(actor, "passphrase-reset", name, passphrase, own=name == actor.name)

    def change_passphrase(self, old: str, new: str, *, actor: Actor) -> None:
        """One's own, for the old one. UserFault "login-refused", "login-wait", "passphrase-weak"."""
        require(actor, Action.CHANGE_PASSPHRASE)
        self._gate.log_in(actor.name, old, own=new)
        self._rewrap(actor, "passphrase-changed", actor.name, new, own=True)

    def lift_wait(self, name: str, *, actor: Actor) -> None:
        """Lets somebody try again at once. UserFault "user-unknown"."""
        require(actor, Action.MANAGE_USERS)
        self._lane.run(lambda: self._changed(actor, "wait-lifted", lambda work: _active(work, name)))
        self._gate.lift_wait(name)

    def _all(self) -> tuple[User, ...]:
        with self._store.view() as view:
            return view.users.all()

    def _founded(self, name: str, full_name: str) -> User:
        def founded(work: Work) -> User:
            if work.users.all():
                raise UserFault("store-already-there")
            return User(name, one_spaced(full_name), Role.COMMUNE_HEAD, work.at)

        return self._changed(Actor(name, Role.COMMUNE_HEAD), "store-founded", founded)

    def _enter(self, login: Login) -> User:
        user = self._admitted(login)
        with self._store.work(user.actor) as work:
            work.commit("logged-in", user.name, failed=login.failed)
        return user

    def _admitted(self, login: Login) -> User:
        with self._store.view() as view:
            user = _known(view, login.name)
            founded = bool(view.users.all())
        if not founded and self._gate.is_only_one(login.name):
            user = self._founded(login.name, login.name)
        if user is None or user.retired_at is not None:
            raise UserFault("login-refused", seconds=1)
        return user

    def _rewrap(self, actor: Actor, action: str, name: str, passphrase: str, *, own: bool) -> None:
        require_strong(passphrase)
        self._lane.run(lambda: self._changed(actor, action, lambda work: _active(work, name)))
        self._gate.give(self._key, name, passphrase, own=own)

    def _changed(self, actor: Actor, action: str, change: Callable[[Work], User]) -> User:
        """One unit of work: the user as changed, kept with its line in the log."""
        with self._store.work(actor) as work:
            user = change(work)
            work.users.put(user)
            work.commit(action, user.name, role=user.role.value)
        return user


def _known(view: View, name: str) -> User | None:
    try:
        return view.users.get(name)
    except KeyError:
        return None


def _active(view: View, name: str) -> User:
    user = _known(view, name)
    if user is None or user.retired_at is not None:
        raise UserFault("user-unknown", name=name)
    return user


def _assigned(work: Work, name: str, role: Role) -> User:
    user = _active(work, name)
    if role is not Role.COMMUNE_HEAD:
        _require_another_head(work, user)
    return replace(user, role=role)


def _retired(work: Work, name: str) -> User:
    user = _active(work, name)
    _require_another_head(work, user)
    return replace(user, retired_at=work.at)


def _require_another_head(view: View, user: User) -> None:
    """Somebody must be left who can add users."""
    heads = [one for one in view.users.all() if one.role is Role.COMMUNE_HEAD and one.retired_at is None]
    if [one.name for one in heads] == [user.name]:
        raise UserFault("users-last-head")
