"""The code on a printed separator sheet: what the pages behind it are."""

from __future__ import annotations

from dataclasses import dataclass

#: Says that a code is one of ours, and how it is written.
_KIND = "HRDS1"
_FIELDS = 3
#: A longer text is no code of ours: the sheet's code is kept small enough to be read from a poor copy.
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class SeparatorSheet:
    """What stands on a separator sheet; each may be "".

    dossier: its number or identifier. type: id of a document type ("party-061"). person: full name.
    """

    dossier: str = ""
    type: str = ""
    person: str = ""

    @property
    def payload(self) -> str:
        """The text of its code; `parse` gives the sheet back, with spaces for what the code cannot hold."""
        return "|".join((_KIND, _plain(self.dossier), _plain(self.type), _plain(self.person)))


def parse(text: str) -> SeparatorSheet | None:
    """The sheet that a code tells; None for a code of any other kind.

    Fields that a later program may add behind are passed over.
    """
    kind, *fields = text.split("|")
    if kind != _KIND or len(fields) < _FIELDS or len(text) > _LONGEST:
        return None
    dossier, type_id, person = (_plain(field) for field in fields[:_FIELDS])
    return SeparatorSheet(dossier, type_id, person)


def _plain(value: str) -> str:
    """One line, single spaces, no divider: unprintable signs would not survive a printer anyway."""
    kept = "".join(letter if letter.isprintable() and letter != "|" else " " for letter in value)
    return " ".join(kept.split())
