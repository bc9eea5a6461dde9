"""The oracle: is everything that the store promised still there and unchanged?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hrdigitize.domain.faults import UserFault
from hrdigitize.store.chain import Anchor
from hrdigitize.store.opening import Store


@dataclass(frozen=True, slots=True)
class StoreFinding:
    """A promise that does not hold: a message code and what it is about (an identifier, never a value)."""

    code: str
    subject: str


def check(store: Store, anchors: Sequence[Anchor] = ()) -> tuple[StoreFinding, ...]:
    """Structure and foreign keys, the audit chain, the search index against the records, and every original
    against its name. Empty when sound.

    anchors: heads of the log that were noted outside the store; it must still hold each of them.
    """
    structure = [StoreFinding("check-database", line) for line in store.damage()]
    with store.view() as view:
        broken_at = view.audit.first_break()
        unheld = [(anchor, view.audit.unheld(anchor)) for anchor in anchors]
        contents = view.batches.contents()
        strays = [StoreFinding("check-search-index", stray) for stray in view.index.strays()]
    chain = [] if broken_at is None else [StoreFinding("check-audit-chain", str(broken_at))]
    behind = [StoreFinding(code, str(anchor.sequence)) for anchor, code in unheld if code is not None]
    originals: list[StoreFinding] = []
    for content in contents:
        try:
            store.originals.fetch(content)
        except UserFault as fault:
            originals.append(StoreFinding(fault.code, content))
    return (*structure, *chain, *behind, *strays, *originals)
