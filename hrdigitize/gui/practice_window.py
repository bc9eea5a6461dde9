"""The window on the sample dossiers: they are read before one's eyes, checked, approved, and thrown away."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from hrdigitize.domain.actors import Actor, Role
from hrdigitize.door import Practice
from hrdigitize.gui.frame.room import RoomName
from hrdigitize.gui.intake.room import IntakeRoom
from hrdigitize.gui.look.keys import Key, shown
from hrdigitize.gui.look.notice import NoticeKind
from hrdigitize.gui.look.preferences import PreferenceFile
from hrdigitize.gui.running import garbage
from hrdigitize.gui.running.dressing import dressed
from hrdigitize.gui.window import MainWindow


def stay_in_practice(qt: QApplication, practice: Practice, preferences: PreferenceFile) -> None:
    """The window's whole life, and the end of what was practised on."""
    try:
        room = _stay_open(qt, practice, preferences, RoomName.INTAKE)
        while room is not None:
            dressed(preferences.now)
            room = _stay_open(qt, practice, preferences, room)
    finally:
        practice.close()


def _stay_open(
    qt: QApplication, practice: Practice, preferences: PreferenceFile, room: RoomName
) -> RoomName | None:
    """As of the window: gives the room to open it anew in, None where it was closed for good."""
    garbage.leave_out_what_lives()
    window = practice_window(practice, preferences, room)
    window.show()
    qt.exec()
    left_in = window.room_name if window.reopens else None
    garbage.let_go(window)
    return left_in


def practice_window(practice: Practice, preferences: PreferenceFile, room: RoomName) -> MainWindow:
    """Whoever practises checks, approves and prints alone; what is unread is read at once."""
    actor = Actor(QCoreApplication.translate("Practice", "Làm thử"), Role.REVIEWER)
    window = MainWindow(practice.app, actor, preferences=preferences, room=room)
    window.setWindowTitle(QCoreApplication.translate("Practice", "Làm thử với hồ sơ mẫu"))
    if isinstance(intake := window.room, IntakeRoom):
        _read_at_once(intake)
    return window


def _read_at_once(room: IntakeRoom) -> None:
    """When the room knows what is there: has it read, and says what to do meanwhile."""
    session = room.session

    def begin() -> None:
        if not session.unread:
            return
        session.listed.disconnect(begin)
        for line in session.unread:
            session.go_on(line)
        said = QCoreApplication.translate(
            "Practice",
            "Đây là hồ sơ mẫu của người không có thật, đang được đọc. Đọc xong, xin nhấn {check} để kiểm tra."
            " Đóng cửa sổ này để vào kho của cơ quan.",
        )
        room.notice.say(NoticeKind.DONE, said.format(check=shown(Key.NEXT_DOCUMENT)))

    session.listed.connect(begin)
