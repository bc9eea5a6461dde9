"""Names of files that are made of what people are called."""

from __future__ import annotations

from hrdigitize.domain.vietnamese import one_spaced

#: What one system or another takes in no name of a file.
_REFUSED = frozenset('\\/:*?"<>|')
#: Systems take 255 bytes, of which a file that is being written beside its target needs some.
_MOST_BYTES = 200


def as_file_name(name: str) -> str:
    """A name that every system takes, as much like this one as can be; its ending (".pdf") stays."""
    plain = one_spaced("".join(" " if letter in _REFUSED else letter for letter in name))
    stem, dot, ending = plain.rpartition(".")
    cut = stem.encode()[: _MOST_BYTES - len(dot + ending)].decode(errors="ignore")
    return f"{cut.rstrip(' .')}{dot}{ending}"
