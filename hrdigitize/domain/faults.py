"""Faults that are meant for the user: a message code with parameters, never a traceback."""

from __future__ import annotations


class UserFault(Exception):
    """Something the user can understand and act on.

    code: a key of the message catalogue (resources/messages), where the Vietnamese and the English
    sentence say what happened and what to do. params fill the sentence; no personal data in them.
    """

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.params = {key: str(value) for key, value in params.items()}

    def __reduce__(self) -> tuple[object, ...]:
        """Faults cross process borders (decoder helpers): pickle code and parameters."""
        return _rebuild, (type(self), self.code, self.params)


def _rebuild(kind: type[UserFault], code: str, params: dict[str, str]) -> UserFault:
    return kind(code, **params)
