"""Sorting a pile: what kind of paper a document is, and where one ends and the next begins."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Classified:
    """What kind of paper a document was taken for. type: None where it may be anything.

    type and runner_up are ids of document types: "party-005" for number 05 of the Party's list of 104
    (CV 1361-CV/BTCTW), "state-…" for a component of a State dossier. score: how likely the type is right,
    0..1. reason: message code of what spoke for it ("sorted-by-title", …), quoted: the words of the paper
    that did.
    """

    type: str | None
    score: float
    reason: str
    quoted: str = ""
    runner_up: str | None = None


@dataclass(frozen=True, slots=True)
class Boundary:
    """Why a document begins at its first page: how sure that is (0..1), the message code of what says so."""

    score: float
    reason: str
