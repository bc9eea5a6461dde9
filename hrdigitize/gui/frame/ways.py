"""The ways from room to room: a room says where the person wants to go, the window leads there."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Ways(QObject):
    """Every signal is a wish; whoever wishes does not know what stands behind the door.

    room (RoomName); document (DocumentId): to the verification desk; cadre (CadreId): that dossier;
    cadres (CadresOf, what they are in words): those dossiers in a list;
    batch (its identity as text): its pages, to be arranged; intake (the same): that batch, to be read;
    profile (StoredDocument, title): that cadre's profile, to be printed. changed: what the store holds has
    changed, numbers and lists are old.
    reopen: the window is to be opened anew, because its colours or its language are others now.
    """

    room = Signal(object)
    document = Signal(object)
    cadre = Signal(object)
    cadres = Signal(object, str)
    batch = Signal(str)
    intake = Signal(str)
    profile = Signal(object, str)
    changed = Signal()
    reopen = Signal()
