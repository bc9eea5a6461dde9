"""Pages large, over the cards: one to read, or two beside each other that may be one sheet scanned twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdigitize.domain.batches import PageStanding
from hrdigitize.domain.picture import Picture
from hrdigitize.domain.record import PageId
from hrdigitize.gui.desk.page_image import PageImage, page_image
from hrdigitize.gui.desk.page_view import PageView
from hrdigitize.gui.look import icons, theme
from hrdigitize.gui.look.elided_label import ElidedLabel
from hrdigitize.gui.look.keys import Key, bind, shown
from hrdigitize.gui.look.sentences import fault_sentence
from hrdigitize.gui.running.tasks import Tasks


class CloseLook(QFrame):
    """Signals: left: back to the cards; turned_over (int): to the page so many on; unwanted (page number): it
    is to be set aside.
    """

    left = Signal()
    turned_over = Signal(int)
    unwanted = Signal(int)

    def __init__(
        self, fetch: Callable[[PageId], Picture], tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._fetch, self._tasks = fetch, tasks
        self.pages: tuple[PageStanding, ...] = ()
        self.sides = (_Side(), _Side())
        self.back_button = QPushButton(self.tr("Về các trang ({key})").format(key=shown(Key.EDITOR)))
        self.back_button.setIcon(icons.icon("previous", theme.colours().accent))
        self._said = QLabel()
        self._said.setObjectName("Hint")
        self._said.setWordWrap(True)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 8)
        head.setSpacing(10)
        head.addWidget(self.back_button)
        head.addWidget(self._said, 1)
        views = QHBoxLayout()
        views.setContentsMargins(0, 0, 0, 0)
        views.setSpacing(3)
        for side in self.sides:
            views.addWidget(side, 1)
            side.unwanted.connect(self.unwanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(views, 1)
        self.back_button.clicked.connect(self.left)
        self._bind_keys()

    def _bind_keys(self) -> None:
        bind(Key.EDITOR, self, self.left.emit, self.tr("Về các trang"))
        bind(Key.NEXT_PAGE, self, lambda: self._turn_over(1), self.tr("Trang sau"))
        bind(Key.PREVIOUS_PAGE, self, lambda: self._turn_over(-1), self.tr("Trang trước"))
        bind(Key.ZOOM_IN, self, lambda: self._zoom(PageView.zoom_in), self.tr("Phóng to"))
        bind(Key.ZOOM_OUT, self, lambda: self._zoom(PageView.zoom_out), self.tr("Thu nhỏ"))
        bind(Key.FIT_WIDTH, self, lambda: self._zoom(PageView.fit_width), self.tr("Vừa chiều ngang"))
        bind(Key.FIT_PAGE, self, lambda: self._zoom(PageView.fit_page), self.tr("Vừa cả trang"))
        bind(Key.SET_ASIDE, self, self._set_last_aside, self.tr("Để riêng trang bên phải"))

    @property
    def compares(self) -> bool:
        return len(self.pages) > 1

    def show_pages(self, pages: Sequence[PageStanding], *, may_arrange: bool) -> None:
        """One page, or two to compare."""
        self.pages = tuple(pages)
        words = (
            self.tr("Nếu là một tờ quét hai lần, xin để riêng một trang. {key}: để riêng trang bên phải.")
            if self.compares
            else self.tr("{previous} {next}: trang trước, sau · {larger} {smaller}: cỡ ảnh")
        )
        self._said.setText(
            words.format(
                key=shown(Key.SET_ASIDE),
                previous=shown(Key.PREVIOUS_PAGE),
                next=shown(Key.NEXT_PAGE),
                larger=shown(Key.ZOOM_IN),
                smaller=shown(Key.ZOOM_OUT),
            )
        )
        self.sides[1].setVisible(self.compares)
        for side, page in zip(self.sides, self.pages, strict=False):
            side.show_page(page, may_set_aside=self.compares and may_arrange)
            self._want(side, page)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _want(self, side: _Side, page: PageStanding) -> None:
        laid = page.laid
        self._tasks.start(
            lambda: page_image(self._fetch(laid.page), laid.rotation),
            lambda image: side.show_image(page, image),
            lambda fault: side.say(page, fault_sentence(fault)),
        )

    def _turn_over(self, by: int) -> None:
        if not self.compares:
            self.turned_over.emit(by)

    def _zoom(self, how: Callable[[PageView], None]) -> None:
        for side in self.sides:
            how(side.view)

    def _set_last_aside(self) -> None:
        if self.compares and self.sides[1].button.isVisible():
            self.unwanted.emit(self.pages[1].laid.number)


class _Side(QFrame):
    """One page with its number. `unwanted` (number): its button was pressed."""

    unwanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: PageStanding | None = None
        self._name = ElidedLabel("PanelTitle")
        self.button = QPushButton()
        self.button.setIcon(icons.icon("set-aside", theme.colours().accent))
        self.view = PageView()
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._said = QLabel(self.view)
        self._said.setObjectName("Waiting")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 6)
        row.addWidget(self._name, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.view, 1)
        self.button.clicked.connect(self._press)

    def show_page(self, page: PageStanding, *, may_set_aside: bool) -> None:
        self._page = page
        number = page.laid.number
        self._name.setText(self.tr("Trang {number} · {name}").format(number=number, name=page.name))
        self.button.setText(self.tr("Để riêng trang {number}").format(number=number))
        self.button.setVisible(may_set_aside)
        self.view.show_image(None)
        self.say(page, self.tr("Đang mở ảnh trang…"))

    def show_image(self, page: PageStanding, image: PageImage) -> None:
        """The picture came; another page may be wanted by now."""
        if page is self._page:
            self.say(page, "")
            self.view.show_image(image)
            self.view.fit_page()

    def say(self, page: PageStanding, sentence: str) -> None:
        if page is self._page:
            self._said.setText(sentence)
            self._said.setVisible(bool(sentence))
            self._said.setGeometry(24, 24, max(self.view.width() - 48, 120), 90)

    def _press(self) -> None:
        if self._page is not None:
            self.unwanted.emit(self._page.laid.number)
