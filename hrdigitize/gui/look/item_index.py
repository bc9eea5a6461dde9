"""How Qt names a place in a model."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

#: What Qt hands to a model or a delegate.
ItemIndex = QModelIndex | QPersistentModelIndex
