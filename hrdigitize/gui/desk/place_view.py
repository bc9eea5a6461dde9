"""A place of a page, enlarged: for work that goes from place to place and not from page to page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.record import StoredPage
from hrdigitize.gui.desk.crop_view import CropView
from hrdigitize.gui.desk.pictures import PagePictures


class PlaceView(CropView):
    """Wants the page of the place and shows it once the page is at hand."""

    def __init__(self, pictures: PagePictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._page: StoredPage | None = None
        self._box: Box | None = None
        pictures.ready.connect(self._show_ready)
        pictures.failed.connect(self._say_failed)

    def look_at(self, page: StoredPage | None, box: Box | None) -> None:
        """Another place; None where the machine found none."""
        self._page, self._box = page, box
        if page is None or box is None:
            self.show_sentence(self.tr("Máy không tìm thấy trường này trên ảnh. Xin mở tài liệu để xem."))
            return
        if self._pictures.at_hand(page.id) is None:
            self.show_sentence(self.tr("Đang mở ảnh trang…"))
        self._pictures.want(page)
        self._show_ready(page.id)

    def _show_ready(self, page: str) -> None:
        image = self._pictures.at_hand(self._page.id) if self._page is not None else None
        if self._page is not None and self._page.id == page and image is not None and self._box is not None:
            self.show_place(image, self._box)

    def _say_failed(self, page: str, _fault: Exception) -> None:
        if self._page is not None and self._page.id == page:
            self.show_sentence(self.tr("Không mở được ảnh trang này."))
