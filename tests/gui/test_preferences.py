"""What was chosen for the window lasts; a broken file gives the usual one; other colours need no new"
" login."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QSplitter
from pytestqt.qtbot import QtBot

from hrdigitize.gui.frame.room import RoomName
from hrdigitize.gui.look import theme, translation
from hrdigitize.gui.look.colours import COLOURS, Colours, Scheme
from hrdigitize.gui.look.preferences import PreferenceFile, Preferences, SchemeChoice
from hrdigitize.gui.look.sentences import said
from hrdigitize.gui.running.dressing import dressed as dress
from hrdigitize.gui.window import MainWindow, stay_until_locked
from tests.gui.conftest import REVIEWER, Office


def test_what_was_chosen_is_there_again(tmp_path: Path) -> None:
    file = tmp_path / "new folder" / "window.json"
    kept = PreferenceFile(file)
    kept.change(scheme=SchemeChoice.DARK, language="en", idle_minutes=12, width=1200, height=700)
    kept.keep_sizes("verify-0", (300, 700))
    again = PreferenceFile(file).now
    assert again == kept.now
    assert again.sizes("verify-0") == (300, 700)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "\x00\x01",
        '{"scheme": 4, "width": "wide", "idle_minutes": 100000, "lists": {"a": [-1]}}',
    ],
)
def test_a_broken_file_gives_the_usual_window(tmp_path: Path, text: str) -> None:
    file = tmp_path / "window.json"
    file.write_text(text, "utf-8")
    now = PreferenceFile(file).now
    assert (now.scheme, now.language, now.width, now.idle_minutes) == (SchemeChoice.LIGHT, "vi", 0, 5)
    assert now.sizes("a") == ()


def test_one_broken_value_costs_the_others_nothing(tmp_path: Path) -> None:
    file = tmp_path / "window.json"
    file.write_text(json.dumps({"scheme": "dark", "language": "tlh"}), "utf-8")
    assert PreferenceFile(file).now == Preferences(scheme=SchemeChoice.DARK)


def test_a_disk_that_refuses_disturbs_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    kept = PreferenceFile(tmp_path / "file" / "window.json")
    kept.change(scheme=SchemeChoice.DARK)
    assert kept.now.scheme is SchemeChoice.DARK


def test_the_window_comes_back_as_it_was_left(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "window.json"
    for first in (True, False):
        window = MainWindow(office.app, REVIEWER, preferences=PreferenceFile(file))
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(lambda now=window: now.idle, timeout=20_000)  # type: ignore[misc]
        splitter = window.verify.findChildren(QSplitter)[0]
        qtbot.wait(50)
        if first:
            window.resize(1101, 640)
            splitter.setSizes([600, 380])
            splitter.splitterMoved.emit(600, 1)
            left = splitter.sizes()
        else:
            assert (window.width(), window.height()) == (900, 640), "no wider than the screen of the tests"
            shares = [size / sum(splitter.sizes()) for size in splitter.sizes()]
            assert shares == pytest.approx([size / sum(left) for size in left], abs=0.05)
        window.close()


def test_other_colours_open_the_window_anew_without_a_login(dressed: QApplication, office: Office) -> None:
    kept = PreferenceFile()
    seen: list[tuple[Scheme, RoomName | None]] = []

    def look() -> None:
        windows = [
            one for one in dressed.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()
        ]
        if not windows or not windows[0].idle:
            return
        window = windows[0]
        if not seen:
            window.show_room(RoomName.ADMIN)
            seen.append((theme.scheme(), window.room_name))
            next(one for one in window.actions() if one.text() == "Giao diện tối").trigger()
        elif len(seen) == 1:
            seen.append((theme.scheme(), window.room_name))
            window.lock()

    watch = QTimer()
    watch.timeout.connect(look)
    watch.start(30)
    try:
        assert stay_until_locked(dressed, office.app, REVIEWER, preferences=kept)
    finally:
        watch.stop()
        theme.apply(dressed)
    assert seen == [(Scheme.LIGHT, RoomName.ADMIN), (Scheme.DARK, RoomName.ADMIN)]
    assert kept.now.scheme is SchemeChoice.DARK


def test_nobody_loses_a_job_over_colours(office: Office, qtbot: QtBot) -> None:
    window = MainWindow(office.app, REVIEWER)
    qtbot.addWidget(window)
    window.show()
    job = window.jobs.start("Sao lưu")
    window.ways.reopen.emit()
    assert window.isVisible()
    assert window.room is not None
    assert "việc đang chạy" in window.room.notice.sentence
    job.finish()
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)
    window.ways.reopen.emit()
    assert not window.isVisible()


def test_the_language_is_the_catalogues_too(dressed: QApplication) -> None:
    try:
        dress(Preferences(language="en"))
        assert translation.language() == "en"
        assert said("role-clerk") == "clerk"
        assert QApplication.translate("Rooms", "Kiểm tra") == "Verify"
    finally:
        dress()
    assert QApplication.translate("Rooms", "Kiểm tra") == "Kiểm tra"


#: Inks on the grounds that they are used on, by the style sheet and by what paints itself.
PAIRS = [
    *[
        (ink, ground)
        for ground in ("ground", "surface", "paper")
        for ink in ("ink", "muted", "doubt", "fault")
    ],
    *[(ink, ground) for ground in ("ground", "surface") for ink in ("accent_dark", "good")],
    ("ink", "accent_soft"),
    ("muted", "accent_soft"),
    ("accent_dark", "accent_soft"),
    ("ink", "accent_pressed"),
    ("on_accent", "accent"),
    ("on_accent", "accent_dark"),
    ("rail_ink", "rail"),
    ("rail_ink", "rail_lit"),
    ("on_rail", "rail"),
    ("on_rail", "rail_lit"),
    ("doubt", "doubt_soft"),
    ("doubt", "doubt_faint"),
    ("ink", "doubt_soft"),
    ("ink", "doubt_faint"),
    ("muted", "doubt_faint"),
    ("good", "good_soft"),
    ("ink", "good_soft"),
    ("muted", "good_soft"),
    ("fault", "fault_soft"),
    ("ink", "fault_soft"),
    ("muted", "fault_soft"),
    ("surface", "good"),
    ("surface", "fault"),
    ("surface", "accent"),
    ("surface", "ink"),
]


@pytest.mark.parametrize("scheme", list(Scheme))
def test_every_ink_can_be_read_on_its_ground(scheme: Scheme) -> None:
    colours = COLOURS[scheme]
    faint = {pair: round(found, 2) for pair in PAIRS if (found := _contrast(colours, *pair)) < 4.5}
    assert faint == {}


@pytest.mark.parametrize("scheme", list(Scheme))
def test_what_one_chooses_in_is_as_flat_and_round_as_what_one_types_in(
    scheme: Scheme, dressed: QApplication, qtbot: QtBot
) -> None:
    theme.apply(dressed, scheme)
    try:
        box, line = QComboBox(), QLineEdit()
        box.addItem("Thường")
        for one in (box, line):
            qtbot.addWidget(one)
            one.resize(200, 35)
            one.show()
        chosen, typed = (one.grab().toImage() for one in (box, line))
        # Between words and arrow: one colour from top to bottom, and corners that show the ground.
        column = {chosen.pixelColor(120, y).name() for y in range(3, 32)}
        assert column == {typed.pixelColor(120, y).name() for y in range(3, 32)}
        assert chosen.pixelColor(0, 0) == typed.pixelColor(0, 0)
        assert len({chosen.pixelColor(x, 17).name() for x in range(176, 198)}) > 1, "its arrow is there"
    finally:
        theme.apply(dressed, Scheme.LIGHT)


def _contrast(colours: Colours, ink: str, ground: str) -> float:
    """By WCAG 2: between 1 and 21."""
    light, dark = sorted((_luminance(getattr(colours, one)) for one in (ink, ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
