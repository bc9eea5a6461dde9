"""The oracle: is everything that the store promised still there and unchanged?"""

from __future__ import annotations

from dataclasses import dataclass

from hrdigitize.domain.faults import UserFault
from hrdigitize.store.opening import Store


@dataclass(frozen=True, slots=True)
class StoreFinding:
    """A promise that does not hold: a message code and what it is about (an identifier, never a value)."""

    code: str
    subject: str


def check(store: Store) -> tuple[StoreFinding, ...]:
    """Structure and foreign keys, the audit chain, the search index against the records, and every original
    against its name. Empty when sound."""
    structure = [StoreFinding("check-database", line) for line in store.damage()]
    with store.view() as view:
        broken_at = view.audit.first_break()
        contents = view.batches.contents()
        strays = [StoreFinding("check-search-index", stray) for stray in view.index.strays()]
    chain = [] if broken_at is None else [StoreFinding("check-audit-chain", str(broken_at))]
    originals: list[StoreFinding] = []
    for content in contents:
        try:
            store.originals.fetch(content)
        except UserFault as fault:
            originals.append(StoreFinding(fault.code, content))
    return (*structure, *chain, *strays, *originals)
