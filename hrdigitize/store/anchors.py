"""Anchors of the log outside the PC: as people copy them, and whether a log still holds them.

RELIABILITY.md 4.9 asks for them on day sheets, in packages and in receipts.
"""

from __future__ import annotations

from hrdigitize.crypto.lettering import MiscopiedError, lettered, unlettered
from hrdigitize.store.chain import Anchor

_ABOUT = "hrdigitize-anchor"
_FORMAT = 1
_COUNT_BYTES, _ORIGIN_BYTES, _HASH_BYTES = 4, 4, 16


def anchor_text(anchor: Anchor) -> str:
    """46 letters in groups of four, with a check sum: what a day sheet, a package or a code to scan carries.

    128 bits of the hash: whoever wants another log under the same letters tries 2^64 logs at least.
    """
    raw = (
        bytes([_FORMAT])
        + anchor.sequence.to_bytes(_COUNT_BYTES, "big")
        + anchor.origin[:_ORIGIN_BYTES].ljust(_ORIGIN_BYTES, b"\0")
        + anchor.hash[:_HASH_BYTES]
    )
    return lettered(raw, _ABOUT)


def read_anchor(text: str) -> Anchor:
    """The anchor that `anchor_text` wrote, its hashes as far as they were copied; `MiscopiedError`."""
    raw = unlettered(text, _ABOUT)
    if len(raw) != 1 + _COUNT_BYTES + _ORIGIN_BYTES + _HASH_BYTES or raw[0] != _FORMAT:
        raise MiscopiedError
    count, rest = raw[1 : 1 + _COUNT_BYTES], raw[1 + _COUNT_BYTES :]
    return Anchor(int.from_bytes(count, "big"), rest[_ORIGIN_BYTES:], rest[:_ORIGIN_BYTES])


def unheld(anchor: Anchor, head: Anchor, there: bytes | None) -> str | None:
    """The code of what is wrong with a log that does not hold the anchor; None where it does.

    head: of the log as it is. there: the hash of its entry at the anchor's place. That each entry leads to
    the next is asked elsewhere (`chain.first_break`): only both say that nothing before it was touched.
    """
    if anchor.sequence == 0:
        return None
    if head.sequence and not head.origin.startswith(anchor.origin):
        return "anchor-foreign"
    if head.sequence < anchor.sequence:
        return "anchor-beyond-log"
    if there is None or not anchor.is_at(there):
        return "anchor-overwritten"
    return None
