"""The left half of the desk: the page picture with its own small tool row."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from hrdigitize.domain.reading import Finding
from hrdigitize.domain.record import StoredPage
from hrdigitize.gui.desk.entries import Entry
from hrdigitize.gui.desk.page_image import PageImage
from hrdigitize.gui.desk.page_view import PageView
from hrdigitize.gui.desk.pictures import PagePictures
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.keys import Key, bind, shown
from hrdigitize.gui.look.sentences import fault_sentence, finding_sentence


class PagePanel(QFrame):
    """Shows one page of the document and lights the current field on it.

    Signals: place_picked (page number, x, y on the page as kept), picture_ready (page number).
    """

    place_picked = Signal(int, float, float)
    picture_ready = Signal(int)

    def __init__(self, pictures: PagePictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._pages: tuple[StoredPage, ...] = ()
        self._findings: tuple[Finding, ...] = ()
        self._shown = -1
        self._entry: Entry | None = None
        self.view = PageView()
        self._where = QLabel()
        self._where.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.quality = QLabel()
        self.quality.setObjectName("PageQuality")
        self.quality.setTextFormat(Qt.TextFormat.PlainText)
        self.quality.setWordWrap(True)
        self.quality.hide()
        self._waiting = QLabel(self.view)
        self._waiting.setObjectName("Waiting")
        self._waiting.setWordWrap(True)
        self._waiting.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools())
        column.addWidget(self.quality)
        column.addWidget(self.view, 1)
        self.view.place_picked.connect(self._pick)
        pictures.ready.connect(self._picture_came)
        pictures.failed.connect(self._picture_failed)

    def _tools(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("PageTools")
        row = QHBoxLayout(frame)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(2)
        row.addWidget(
            self._tool("previous", self.tr("Trang trước"), Key.PREVIOUS_PAGE, lambda: self.turn(-1))
        )
        row.addWidget(self._where)
        row.addWidget(self._tool("next", self.tr("Trang sau"), Key.NEXT_PAGE, lambda: self.turn(1)))
        row.addStretch(1)
        self.freeze_button = self._tool("freeze", self.tr("Giữ yên trang"), Key.FREEZE, lambda: None)
        self.freeze_button.setCheckable(True)
        self.freeze_button.toggled.connect(self._freeze)
        row.addWidget(self.freeze_button)
        row.addWidget(self._tool("zoom-out", self.tr("Thu nhỏ"), Key.ZOOM_OUT, self.view.zoom_out))
        row.addWidget(self._tool("zoom-in", self.tr("Phóng to"), Key.ZOOM_IN, self.view.zoom_in))
        row.addWidget(self._tool("fit-width", self.tr("Vừa chiều ngang"), Key.FIT_WIDTH, self.view.fit_width))
        row.addWidget(self._tool("fit-page", self.tr("Vừa cả trang"), Key.FIT_PAGE, self.view.fit_page))
        return frame

    def _tool(self, drawing: str, words: str, key: Key, action: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon(drawing, theme.colours().accent_dark))
        button.setToolTip(f"{words} ({shown(key)})")
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: action())
        return button

    def bind_keys(self, widget: QWidget) -> None:
        """Binds the page's keys for all of the room, so that they work while the editor has the focus."""
        bind(Key.PREVIOUS_PAGE, widget, lambda: self.turn(-1), self.tr("Trang trước"))
        bind(Key.NEXT_PAGE, widget, lambda: self.turn(1), self.tr("Trang sau"))
        bind(Key.ZOOM_IN, widget, self.view.zoom_in, self.tr("Phóng to"))
        bind(Key.ZOOM_OUT, widget, self.view.zoom_out, self.tr("Thu nhỏ"))
        bind(Key.FIT_WIDTH, widget, self.view.fit_width, self.tr("Vừa chiều ngang"))
        bind(Key.FIT_PAGE, widget, self.view.fit_page, self.tr("Vừa cả trang"))
        bind(Key.FREEZE, widget, self.freeze_button.toggle, self.tr("Giữ yên trang"))

    def show_pages(self, pages: Sequence[StoredPage], findings: Sequence[Finding] = ()) -> None:
        """Another document: its first page comes on screen. findings: those about pages are said there."""
        self._pages = tuple(pages)
        self._findings = tuple(findings)
        self._entry = None
        self._shown = -1
        self.view.show_image(None)
        self._show(0)

    def show_entry(self, entry: Entry | None) -> None:
        """Turns to the field's page and lights its place."""
        self._entry = entry
        place = self._place_of(entry.page) if entry is not None else None
        if place is not None and place != self._shown and not self.view.frozen:
            self._show(place)
            return
        self._light()

    def _freeze(self, frozen: bool) -> None:  # noqa: FBT001 - a slot of Qt's
        """The page stays as it is while the person goes from field to field; let go, it follows again."""
        self.view.frozen = frozen
        if not frozen:
            self.show_entry(self._entry)

    def turn(self, by: int) -> None:
        """To the page so many places on; stops at the ends."""
        self._show(self._shown + by)

    def image_of(self, number: int) -> PageImage | None:
        """The picture of a page if it is at hand."""
        place = self._place_of(number)
        return None if place is None else self._pictures.at_hand(self._pages[place].id)

    @property
    def page_number(self) -> int:
        """The number of the page on screen, 0 when there is none."""
        return self._pages[self._shown].number if self._shown >= 0 else 0

    def _place_of(self, number: int) -> int | None:
        places = (place for place, page in enumerate(self._pages) if page.number == number)
        return next(places, None)

    def _show(self, place: int) -> None:
        if not 0 <= place < len(self._pages):
            return
        self._shown = place
        self._where.setText(self.tr("Trang {page}/{pages}").format(page=place + 1, pages=len(self._pages)))
        self._say_quality(self._pages[place].number)
        page = self._pages[place]
        image = self._pictures.at_hand(page.id)
        self._pictures.want(page)
        self.view.show_image(image)
        self._say(self.tr("Đang mở ảnh trang…") if image is None else "")
        if image is not None:
            self._light()

    def _say_quality(self, number: int) -> None:
        """What is wrong with the page's picture, while the paper may still be at hand."""
        about = [finding_sentence(finding) for finding in self._findings if finding.page == number]
        self.quality.setText("\n".join(f"⚠ {sentence}" for sentence in about))
        self.quality.setVisible(bool(about))

    def _light(self) -> None:
        here = self._entry is not None and self._entry.page == self.page_number
        reading = self._entry.reading if self._entry is not None and here else None
        self.view.light(None if reading is None else reading.box)

    def _say(self, sentence: str) -> None:
        self._waiting.setText(sentence)
        self._waiting.setVisible(bool(sentence))
        self._waiting.setGeometry(24, 24, max(self.view.width() - 48, 120), 90)

    def _picture_came(self, page: str) -> None:
        place = next((place for place, one in enumerate(self._pages) if one.id == page), None)
        if place is None:
            return
        if place == self._shown:
            self.view.show_image(self._pictures.at_hand(self._pages[place].id))
            self._say("")
            self._light()
            self._fetch_ahead()
        self.picture_ready.emit(self._pages[place].number)

    def _fetch_ahead(self) -> None:
        """The next page is what the person looks at next: it comes while this one is read."""
        if self._shown + 1 < len(self._pages):
            self._pictures.want(self._pages[self._shown + 1])

    def _picture_failed(self, page: str, fault: Exception) -> None:
        if self._shown >= 0 and self._pages[self._shown].id == page:
            self._say(self.tr("Không mở được ảnh trang này. {reason}").format(reason=fault_sentence(fault)))

    def _pick(self, x: float, y: float) -> None:
        if self._shown >= 0:
            self.place_picked.emit(self.page_number, x, y)
