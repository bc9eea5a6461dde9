"""Who acts, and when: every use case is told both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """The seven roles of an office and of the centre."""

    CLERK = "clerk"
    REVIEWER = "reviewer"
    COMMUNE_HEAD = "commune_head"
    TECHNICIAN = "technician"
    CENTRAL_IMPORTER = "central_importer"
    CENTRAL_REVIEWER = "central_reviewer"
    AUDITOR = "auditor"


@dataclass(frozen=True, slots=True)
class Actor:
    """The person who acts: a stable short name and a role."""

    name: str
    role: Role


#: Gives the present moment, with its time zone. Passed in, so that tests decide what time it is.
Clock = Callable[[], datetime]
