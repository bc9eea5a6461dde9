"""The chain of the audit log: every hash covers its entry and the hash before it.

Whoever changes, removes, adds or moves an entry breaks it there. What is cut off at its end breaks nothing:
an anchor tells, the head of the chain as it was noted outside the store (RELIABILITY.md 4.9).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

_DOMAIN = b"hrdigitize/audit/1\n"
#: What stands before the first entry.
START = bytes(32)
#: An anchor with less of a hash could be met by trying.
_LEAST_HASH_BYTES = 16


class Link(NamedTuple):
    """One entry as the chain sees it: its sequence, its content, its hash. at: UTC, with microseconds.

    A tuple, because a million of them are made when a log is verified.
    """

    sequence: int
    at: str
    actor: str
    role: str
    action: str
    subject: str
    detail: Mapping[str, str]
    hash: bytes = b""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The head of a chain as it was once: how many entries it had, and the hash of the last.

    origin: the hash of the first entry, by which one log is told from another; empty where nobody noted it.
    Of both hashes the beginning may be all that was copied; ValueError where too little is left to tell.
    """

    sequence: int
    hash: bytes
    origin: bytes = b""

    def __post_init__(self) -> None:
        if len(self.hash) < _LEAST_HASH_BYTES:
            raise ValueError(f"an anchor with {len(self.hash)} bytes of a hash")

    def is_at(self, hash_there: bytes) -> bool:
        """Whether this is the hash of the entry at its place."""
        return hash_there.startswith(self.hash)


def chained(previous: bytes, link: Link) -> bytes:
    """SHA-256(domain, previous hash, entry as JSON with sorted keys and no spaces)."""
    entry = {
        "sequence": link.sequence,
        "at": link.at,
        "actor": link.actor,
        "role": link.role,
        "action": link.action,
        "subject": link.subject,
        "detail": link.detail,
    }
    canonical = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(_DOMAIN + previous + canonical.encode()).digest()


def first_break(links: Iterable[Link], anchor: Anchor | None = None) -> int | None:
    """The sequence at which the chain does not hold; None where it does, from the first entry to the last.

    anchor: an earlier head that must still be in it; a chain that ends before it, or had another entry there,
    breaks at its sequence.
    """
    previous, at = START, 0
    for at, link in enumerate(links, start=1):
        if link.sequence != at or link.hash != chained(previous, link):
            return at
        if anchor is not None and anchor.sequence == at and not anchor.is_at(link.hash):
            return at
        previous = link.hash
    if anchor is not None and at < anchor.sequence:
        return anchor.sequence
    return None
