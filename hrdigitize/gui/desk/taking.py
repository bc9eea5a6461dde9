"""Filling the current field from the page: a word clicked, a box drawn, words chosen by keys.

A click on the place of a field leads to that field, as it always did: that is what clerks click on most. Any
other word goes into the current field if somebody still has to look at it; a field that has its value is not
overwritten by a mere click, for which Ctrl or Shift (to add) is held. A box is drawn on purpose and always
counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from hrdigitize.domain.geometry import Box, union
from hrdigitize.domain.page_words import PlacedWord, around, joined, word_at, words_inside
from hrdigitize.domain.record import FieldPath, Spot, StoredPage
from hrdigitize.gui.desk.entries import Mark
from hrdigitize.gui.desk.field_card import FieldCard
from hrdigitize.gui.desk.page_panel import PagePanel
from hrdigitize.gui.desk.page_words import PageWords
from hrdigitize.gui.desk.session import DeskSession
from hrdigitize.gui.desk.word_cursor import BoxCursor, WordCursor
from hrdigitize.gui.look.keys import Key, shown
from hrdigitize.gui.look.sentences import fault_sentence

#: A drawn box that is smaller (pixels of the page) was no box.
_LEAST_BOX_PX = 8
#: Where nobody knows where to begin: this share of the page's width, and of that its height.
_FIRST_BOX = (0.3, 0.15)
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A piece that is being read: for which field, from where, and whether it is to be added."""

    path: FieldPath
    spot: Spot
    adding: bool


class Taking(QObject):
    """Between page, editor and session. field_picked: a click named a field; done: back to the editor."""

    field_picked = Signal(object)
    done = Signal()

    def __init__(
        self, session: DeskSession, pages: PagePanel, card: FieldCard, words: PageWords, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._pages = pages
        self._card = card
        self._words = words
        self._wanted: _Wanted | None = None
        self._cursor: WordCursor | BoxCursor | None = None
        pages.place_picked.connect(self._click)
        pages.take_button.clicked.connect(self.begin)
        pages.page_shown.connect(self._to_page)
        pages.view.place_taken.connect(self._take_at)
        pages.view.box_drawn.connect(self.take_box)
        pages.view.key_pressed.connect(self._press)
        pages.view.focus_lost.connect(self.end)
        words.read.connect(self._piece_came)
        words.failed.connect(self._piece_failed)
        session.opened.connect(words.forget)
        card.editor.document().modificationChanged.connect(self._text_changed)

    @property
    def by_keys(self) -> WordCursor | BoxCursor | None:
        """What goes over the page by keys now; None while nothing does."""
        return self._cursor

    @property
    def _may_take(self) -> bool:
        state = self._session.state
        return state is not None and state.editable and state.entry is not None

    def _to_page(self, page: StoredPage) -> None:
        self.end()
        self._words.want(page)

    def _text_changed(self, modified: bool) -> None:  # noqa: FBT001 - a slot of Qt's
        """What was taken was undone, with the place that it came from."""
        state = self._session.state
        if not modified and self._wanted is None and state is not None and state.in_hand is not None:
            self._session.point_at(None)
            self._card.say_doubts()

    def _click(self, number: int, x: float, y: float) -> None:
        state = self._session.state
        path = state.entry_at(number, x, y) if state is not None else None
        if path is not None:
            self.field_picked.emit(path)
            return
        word = word_at(self._words_here(), x, y)
        if word is None or not self._may_take or state is None or state.entry is None:
            return
        if state.entry.mark is Mark.DOUBTFUL or not state.entry.answer.text:
            self._take([word], adding=False)
        else:
            self._card.say_taking(
                self.tr("Trường này đã có giá trị. Xin giữ phím Ctrl khi bấm để lấy chữ “{word}”.").format(
                    word=word.text
                )
            )

    def _words_here(self) -> tuple[PlacedWord, ...]:
        page = self._pages.page
        return self._words.of(page.id) if page is not None else ()

    def _take_at(self, x: float, y: float, adding: bool) -> None:  # noqa: FBT001 - a slot of Qt's
        word = word_at(self._words_here(), x, y)
        if word is not None:
            self._take([word], adding=adding)

    def _take(self, words: Sequence[PlacedWord], *, adding: bool) -> None:
        box, page = around(words), self._pages.page
        if box is None or page is None or not self._may_take:
            return
        self._put(joined(words), Spot(page.number, box), adding=adding)

    def take_box(self, box: Box, adding: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot of Qt's
        """The words in a box of the page on screen; where none were read, what a helper reads there."""
        page, state = self._pages.page, self._session.state
        if min(box.width, box.height) < _LEAST_BOX_PX or page is None or state is None:
            return
        if not self._may_take or state.current is None:
            return
        spot = Spot(page.number, box.clipped(page.width, page.height))
        inside = words_inside(self._words_here(), box)
        if inside:
            self._put(joined(inside), spot, adding=adding)
            return
        self._wanted = _Wanted(state.current, spot, adding)
        self._session.point_at(spot)
        self._card.say_taking(self.tr("Đang đọc chữ trong khung. Trong lúc chờ, anh/chị vẫn gõ được."))
        self._words.read_piece(page, spot.box)
        self.done.emit()

    def _put(self, text: str, spot: Spot, *, adding: bool) -> None:
        self._wanted = None
        self._session.point_at(self._with_before(spot) if adding else spot)
        self._card.editor.put(text, adding=adding)
        self._card.say_taking(self.tr("Đã lấy từ ảnh. Xin so với ảnh rồi nhấn Enter, hoặc Ctrl+Z để bỏ."))
        self.done.emit()

    def _with_before(self, spot: Spot) -> Spot:
        """The place of what is added, with that of the value it is added to."""
        before = self._session.state.spot if self._session.state is not None else None
        if before is None or before.page != spot.page or not self._card.editor.toPlainText():
            return spot
        return Spot(spot.page, union((before.box, spot.box)) or spot.box)

    def _piece_came(self, page: StoredPage, box: Box, text: str) -> None:
        wanted = self._still_wanted(Spot(page.number, box))
        if wanted is None:
            return
        if self._card.editor.by_hand:
            self._card.say_taking(self.tr("Máy đọc trong khung: “{text}”.").format(text=text))
        elif text:
            self._put(text, wanted.spot, adding=wanted.adding)
        else:
            self._card.say_taking(
                self.tr("Máy không đọc được chữ trong khung. Xin gõ theo ảnh; khung được giữ làm căn cứ.")
            )

    def _piece_failed(self, fault: Exception) -> None:
        if self._wanted is not None and self._still_wanted(self._wanted.spot) is not None:
            self._card.say_taking(
                self.tr("Chưa đọc được khung này. {reason} Xin gõ theo ảnh.").format(
                    reason=fault_sentence(fault)
                )
            )

    def _still_wanted(self, spot: Spot) -> _Wanted | None:
        """The piece that was asked for, unless the person went on meanwhile; it is waited for no more."""
        wanted, state = self._wanted, self._session.state
        if wanted is None or wanted.spot != spot or state is None:
            return None
        self._wanted = None
        return wanted if (state.current, state.in_hand) == (wanted.path, spot) else None

    def begin(self) -> None:
        """Over the page by keys: word by word, then with a box, then no more."""
        page, state = self._pages.page, self._session.state
        if page is None or state is None or not self._may_take:
            return
        box_next = isinstance(self._cursor, WordCursor)
        if isinstance(self._cursor, BoxCursor):
            self.done.emit()
            return
        here = state.spot.box if state.spot is not None and state.spot.page == page.number else None
        words = self._words_here()
        if words and not box_next:
            near = here.centre if here is not None else (self._pages.view.middle or (0.0, 0.0))
            self._cursor = WordCursor(words, near)
        else:
            self._cursor = BoxCursor(here or self._first_box(page), page.width, page.height)
        self._pages.view.by_keys = True
        self._pages.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show()

    def _first_box(self, page: StoredPage) -> Box:
        x, y = self._pages.view.middle or (page.width / 2, page.height / 2)
        width = round(page.width * _FIRST_BOX[0])
        height = round(width * _FIRST_BOX[1])
        return Box(round(x) - width // 2, round(y) - height // 2, width, height)

    def end(self) -> None:
        """No more by keys; what was not taken is let be."""
        if self._cursor is None:
            return
        self._cursor = None
        self._pages.view.by_keys = False
        self._pages.view.point(())
        self._pages.pointing_hint.hide()

    def _show(self) -> None:
        cursor = self._cursor
        if cursor is None:
            return
        if isinstance(cursor, WordCursor):
            boxes = [word.box for word in cursor.chosen]
            words = self.tr(
                "“{chosen}” – ← → ↑ ↓ đi từng chữ, Shift chọn nhiều chữ, Enter lấy, Shift+Enter thêm vào sau,"
                " {key} chọn bằng khung, Esc thôi."
            ).format(chosen=joined(cursor.chosen), key=shown(Key.TAKE))
        else:
            boxes = [cursor.box]
            words = self.tr(
                "← → ↑ ↓ dời khung, Shift đổi cỡ khung, Enter đọc chữ trong khung, Shift+Enter thêm vào sau,"
                " Esc thôi."
            )
        self._pages.view.point(boxes)
        self._pages.pointing_hint.setText(words)
        self._pages.pointing_hint.show()

    def _press(self, event: QKeyEvent) -> None:
        cursor = self._cursor
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if cursor is None:
            return
        if event.key() in _ENTER:
            self._take_chosen(cursor, adding=shift)
            return
        if isinstance(cursor, WordCursor):
            _step_words(cursor, Qt.Key(event.key()), extend=shift)
        elif event.key() in _ARROWS:
            self._step_box(cursor, *_ARROWS[Qt.Key(event.key())], stretch=shift)
        self._show()

    def _take_chosen(self, cursor: WordCursor | BoxCursor, *, adding: bool) -> None:
        self.end()
        if isinstance(cursor, WordCursor):
            self._take(cursor.chosen, adding=adding)
        else:
            self.take_box(cursor.box, adding)

    def _step_box(self, cursor: BoxCursor, across: int, down: int, *, stretch: bool) -> None:
        """The arrows mean directions on screen, the box lies on the page as kept."""
        quarters = ((self._rotation() - self._pages.view.turn) // 90) % 4
        if stretch:
            cursor.stretch(*((down, across) if quarters % 2 else (across, down)))
            return
        for _ in range(quarters):
            across, down = -down, across
        cursor.move(across, down)

    def _rotation(self) -> int:
        image = self._pages.image_of(self._pages.page_number)
        return image.rotation if image is not None else 0


def _step_words(cursor: WordCursor, key: Qt.Key, *, extend: bool) -> None:
    if key in _ARROWS:
        across, down = _ARROWS[key]
        if across:
            cursor.step(across, extend=extend)
        else:
            cursor.step_row(down, extend=extend)
    elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        cursor.to_end(first=key == Qt.Key.Key_Home, extend=extend)
