"""The left half of the desk: the page picture with its own small tool row."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from hrdigitize.domain.reading import Finding
from hrdigitize.domain.record import PageId, Spot, StoredPage
from hrdigitize.gui.desk.page_image import PageImage
from hrdigitize.gui.desk.page_view import PageView
from hrdigitize.gui.desk.pictures import PagePictures
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.keys import Key, bind, shown
from hrdigitize.gui.look.sentences import fault_sentence, finding_sentence


class PagePanel(QFrame):
    """Shows one page of the document and lights the current field on it.

    Signals: place_picked (page number, x, y on the page as kept), page_shown (StoredPage),
    picture_ready (page number), picture_lost (the number of one that cannot be shown).
    """

    place_picked = Signal(int, float, float)
    page_shown = Signal(object)
    picture_ready = Signal(int)
    picture_lost = Signal(int)

    def __init__(self, pictures: PagePictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._pages: tuple[StoredPage, ...] = ()
        self._findings: tuple[Finding, ...] = ()
        self._shown = -1
        self._spot: Spot | None = None
        self._turns: dict[PageId, int] = {}
        self._lost: dict[PageId, str] = {}
        self.view = PageView()
        self._where = QLabel()
        self._where.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.quality = QLabel()
        self.quality.setObjectName("PageQuality")
        self.quality.setTextFormat(Qt.TextFormat.PlainText)
        self.quality.setWordWrap(True)
        self.quality.hide()
        self.pointing_hint = QLabel()
        self.pointing_hint.setObjectName("PointingHint")
        self.pointing_hint.setTextFormat(Qt.TextFormat.PlainText)
        self.pointing_hint.setWordWrap(True)
        self.pointing_hint.hide()
        self._waiting = QLabel(self.view)
        self._waiting.setObjectName("Waiting")
        self._waiting.setTextFormat(Qt.TextFormat.PlainText)
        self._waiting.setWordWrap(True)
        self._waiting.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools())
        column.addWidget(self.quality)
        column.addWidget(self.pointing_hint)
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
        self.take_button = self._tool("take", self.tr("Lấy chữ từ ảnh"), Key.TAKE, lambda: None)
        self.take_button.setToolTip(
            self.tr(
                "Lấy chữ từ ảnh ({key})\n"
                "Kéo khung bằng chuột: lấy chữ trong khung\n"
                "Bấm chuột vào chữ: lấy vào trường đang phải kiểm tra\n"
                "Ctrl + bấm: lấy chữ bất kỳ; Shift + bấm: thêm vào sau\n"
                "Kéo bằng nút phải: dời trang"
            ).format(key=shown(Key.TAKE))
        )
        row.addWidget(self.take_button)
        row.addWidget(self._tool("turn", self.tr("Xoay trang"), Key.TURN_VIEW, self.turn_view))
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
        bind(Key.TURN_VIEW, widget, self.turn_view, self.tr("Xoay trang trên màn hình"))
        bind(Key.FREEZE, widget, self.freeze_button.toggle, self.tr("Giữ yên trang"))

    def show_pages(self, pages: Sequence[StoredPage], findings: Sequence[Finding] = ()) -> None:
        """Another document: its first page comes on screen. findings: those about pages are said there."""
        self._pages = tuple(pages)
        self._findings = tuple(findings)
        self._spot = None
        self._shown = -1
        self._turns.clear()
        self._lost.clear()
        self.view.show_image(None)
        self._show(0)

    def show_spot(self, spot: Spot | None) -> None:
        """Turns to the current field's page and lights its place; None where nobody knows it."""
        self._spot = spot
        place = self._place_of(spot.page) if spot is not None else None
        if place is not None and place != self._shown and not self.view.frozen:
            self._show(place)
            return
        self._light()

    def _freeze(self, frozen: bool) -> None:  # noqa: FBT001 - a slot of Qt's
        """The page stays as it is while the person goes from field to field; let go, it follows again."""
        self.view.frozen = frozen
        if not frozen:
            self.show_spot(self._spot)

    def turn(self, by: int) -> None:
        """To the page so many places on; stops at the ends."""
        self._show(self._shown + by)

    def turn_view(self) -> None:
        """The page a quarter further on screen, clockwise, until another document is opened."""
        page = self.page
        if page is not None:
            self._turns[page.id] = (self._turns.get(page.id, 0) + 90) % 360
            self.view.turn_to(self._turns[page.id])

    def image_of(self, number: int) -> PageImage | None:
        """The picture of a page if it is at hand."""
        place = self._place_of(number)
        return None if place is None else self._pictures.at_hand(self._pages[place].id)

    @property
    def page(self) -> StoredPage | None:
        """The page on screen."""
        return self._pages[self._shown] if self._shown >= 0 else None

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
        self.view.show_image(image, self._turns.get(page.id, 0))
        self.page_shown.emit(page)
        self._say(self.tr("Đang mở ảnh trang…") if image is None else "")
        if image is not None:
            self._light()

    def _say_quality(self, number: int) -> None:
        """What is wrong with the page's picture, while the paper may still be at hand."""
        about = [finding_sentence(finding) for finding in self._findings if finding.page == number]
        self.quality.setText("\n".join(f"⚠ {sentence}" for sentence in about))
        self.quality.setVisible(bool(about))

    def _light(self) -> None:
        here = self._spot is not None and self._spot.page == self.page_number
        self.view.light(self._spot.box if self._spot is not None and here else None)

    def _say(self, sentence: str) -> None:
        self._waiting.setText(sentence)
        self._waiting.setVisible(bool(sentence))
        self._waiting.setGeometry(24, 24, max(self.view.width() - 48, 120), 90)

    def _picture_came(self, page: str) -> None:
        place = next((place for place, one in enumerate(self._pages) if one.id == page), None)
        if place is None:
            return
        page_id = self._pages[place].id
        if place == self._shown:
            self.view.show_image(self._pictures.at_hand(page_id), self._turns.get(page_id, 0))
            self._say("")
            self._light()
            self._fetch_ahead()
        self.picture_ready.emit(self._pages[place].number)

    def _fetch_ahead(self) -> None:
        """The next page is what the person looks at next: it comes while this one is read."""
        page = self.page
        roomy = page is not None and self._pictures.has_room_beside(page.id)
        if roomy and self._shown + 1 < len(self._pages):
            self._pictures.want(self._pages[self._shown + 1])

    def _picture_failed(self, page: str, fault: Exception) -> None:
        lost = next((one for one in self._pages if one.id == page), None)
        if lost is None:
            return
        self._lost[lost.id] = self.tr("Không mở được ảnh trang này. {reason}").format(
            reason=fault_sentence(fault)
        )
        if lost == self.page:
            self._say(self._lost[lost.id])
        self.picture_lost.emit(lost.number)

    def why_lost(self, number: int) -> str:
        """Why the picture of a page cannot be shown; "" where nothing is known against it."""
        place = self._place_of(number)
        return self._lost.get(self._pages[place].id, "") if place is not None else ""

    def _pick(self, x: float, y: float) -> None:
        if self._shown >= 0:
            self.place_picked.emit(self.page_number, x, y)
