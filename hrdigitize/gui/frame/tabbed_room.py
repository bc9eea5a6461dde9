"""A room of several sections, each with its tab; whoever may do nothing in one has no tab for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTabWidget, QVBoxLayout, QWidget

from hrdigitize.gui.frame.room import Frame, RoomPage
from hrdigitize.gui.look.foot import Foot
from hrdigitize.gui.look.key_hints import Hint
from hrdigitize.gui.look.keys import Key, bind, offer, shown
from hrdigitize.gui.look.notice import Notice, NoticeKind
from hrdigitize.services.permissions import Action, may


class Section(QWidget):
    """One tab. `opened` each time it comes on screen; `first` has the keyboard then."""

    def __init__(self, frame: Frame, notice: Notice) -> None:
        super().__init__()
        self.frame = frame
        self.notice = notice

    def opened(self) -> None:
        """It comes on screen: what it shows may be old."""

    def first(self) -> QWidget | None:
        """What has the keyboard as it comes on screen."""
        return None

    def say(self, sentence: str) -> None:
        """Something was done."""
        self.notice.say(NoticeKind.DONE, sentence)

    def fault(self, sentence: str) -> None:
        """Something is missing or went wrong."""
        self.notice.say(NoticeKind.FAULT, sentence)


@dataclass(frozen=True, slots=True)
class Tab:
    """words: on the tab. needs: one of these must be allowed; none: everybody has it. make: the section."""

    words: str
    needs: frozenset[Action]
    make: Callable[[Frame, Notice], Section]

    def is_for(self, frame: Frame) -> bool:
        return not self.needs or any(may(frame.actor, action) for action in self.needs)


class TabbedRoom(RoomPage):
    """title: of the room, over its tabs."""

    def __init__(self, frame: Frame, title: str, tabs: Sequence[Tab]) -> None:
        super().__init__()
        self.sections: list[Section] = []
        heading = QLabel(title)
        heading.setObjectName("Title")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tabs.tabBar().setAccessibleName(title)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._foot = Foot(Hint((shown(Key.NEXT_TAB), shown(Key.PREVIOUS_TAB)), self.tr("thẻ sau, thẻ trước")))
        self._lay_out(heading)
        for number, tab in enumerate(one for one in tabs if one.is_for(frame)):
            section = tab.make(frame, self.notice)
            self.sections.append(section)
            self.tabs.addTab(section, tab.words)
            words = self.tr("{room}: {tab}").format(room=title, tab=tab.words)
            offer(self, partial(self.tabs.setCurrentIndex, number), words)
        # One tab alone cannot be turned.
        self._foot.setHidden(len(self.sections) < 2)
        self.tabs.currentChanged.connect(self._come)
        bind(Key.NEXT_TAB, self, lambda: self._step(1), self.tr("Thẻ sau"))
        bind(Key.PREVIOUS_TAB, self, lambda: self._step(-1), self.tr("Thẻ trước"))

    def _lay_out(self, heading: QLabel) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(14, 12, 12, 6)
        head.setSpacing(8)
        head.addWidget(heading)
        head.addWidget(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.tabs, 1)
        column.addWidget(self._foot)

    @property
    def section(self) -> Section | None:
        """The one on screen."""
        shown_now = self.tabs.currentWidget()
        return shown_now if isinstance(shown_now, Section) else None

    def opened(self) -> None:
        if self.section is not None:
            self.section.opened()
            self._give_keyboard()

    def _come(self) -> None:
        self.notice.hide()
        self.opened()

    def _give_keyboard(self) -> None:
        first = self.section.first() if self.section is not None else None
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % max(1, self.tabs.count()))
