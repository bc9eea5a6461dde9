"""The users of a store: who may log in, in which role, since when and until when."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from hrdigitize.domain.actors import Role
from hrdigitize.domain.users import User
from hrdigitize.store.models import UserRow


class UserBook:
    """The users of a store, within one unit of work. A user is retired, never removed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, user: User) -> None:
        """The user as given, new or in place of what stood under the same name."""
        self._session.merge(
            UserRow(
                name=user.name,
                full_name=user.full_name,
                role=user.role.value,
                created_at=user.created_at,
                retired_at=user.retired_at,
            )
        )
        self._session.flush()

    def get(self, name: str) -> User:
        """KeyError for nobody of this name."""
        row = self._session.get(UserRow, name)
        if row is None:
            raise KeyError(name)
        return _user(row)

    def all(self) -> tuple[User, ...]:
        """Everybody, retired users too, by login name."""
        return tuple(_user(row) for row in self._session.scalars(select(UserRow).order_by(UserRow.name)))


def _user(row: UserRow) -> User:
    return User(row.name, row.full_name, Role(row.role), row.created_at, row.retired_at)
