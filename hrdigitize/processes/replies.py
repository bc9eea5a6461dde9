"""What comes back for a task, from whatever process did it: its result, or what went wrong."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Generic, TypeVar

from hrdigitize.domain.faults import UserFault

Context = TypeVar("Context")
Result = TypeVar("Result")


class SetupError(Exception):
    """The helper could not get ready, so no task at all can be done; `fault` says why."""

    def __init__(self, fault: UserFault) -> None:
        super().__init__(fault.code)
        self.fault = fault


class TaskError(Exception):
    """A task broke off with an error that is not meant for the user.

    Only the kind of error and the place in the code travel: its message may hold personal data.
    """

    def __init__(self, kind: str, place: str) -> None:
        super().__init__(f"{kind} at {place}")
        self.kind = kind
        self.place = place


@dataclass(frozen=True, slots=True)
class Reply(Generic[Result]):
    """A helper's answer to a task: the results (one, or none), otherwise what went wrong."""

    results: tuple[Result, ...] = ()
    fault: UserFault | None = None
    setup_failed: bool = False
    error: tuple[str, str] = ("", "")

    def unpacked(self) -> Result:
        """The result. UserFault, SetupError or TaskError where there is none."""
        if self.fault is not None:
            raise SetupError(self.fault) if self.setup_failed else self.fault
        if not self.results:
            raise TaskError(*self.error)
        return self.results[0]


def prepared(setup: Callable[[], Context]) -> tuple[Context | None, Reply[object] | None]:
    """The context, or the answer that every task gets instead."""
    try:
        return setup(), None
    except UserFault as fault:
        return None, Reply(fault=fault, setup_failed=True)
    except Exception as error:  # noqa: BLE001 - the door of the helper process
        return None, Reply(error=_trace(error))


def answer(task: Callable[[Context | None], Result], context: Context | None) -> Reply[Result]:
    """The task done, or why not; it raises nothing."""
    try:
        return Reply((task(context),))
    except UserFault as fault:
        return Reply(fault=fault)
    except Exception as error:  # noqa: BLE001 - the door of the helper process
        return Reply(error=_trace(error))


def _trace(error: Exception) -> tuple[str, str]:
    """Kind of error, and file and line where it arose."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return type(error).__name__, f"{PurePath(frame.filename).name}:{frame.lineno}"
