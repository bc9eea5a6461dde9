"""The register of copies: every digital copy of a page that is a state secret, one line each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from hrdigitize.domain.record import BatchId
from hrdigitize.domain.secrecy import Secrecy


@dataclass(frozen=True, slots=True)
class CopyEntry:
    """One line of the register (sổ quản lý sao, chụp bí mật nhà nước).

    number: runs on from 1 for the whole store. page: its number in the batch. name: of the file that it came
    in. by: who made the copy. copies: how many were made; the program makes one, in the store.
    """

    number: int
    at: datetime
    by: str
    batch: BatchId
    page: int
    name: str
    marking: Secrecy
    copies: int = 1


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A page of a batch on which a marking was found."""

    number: int
    name: str
    marking: Secrecy
