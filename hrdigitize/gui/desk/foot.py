"""The foot of the desk: the keys that no button shows."""

from __future__ import annotations

from hrdigitize.gui.look.foot import Foot
from hrdigitize.gui.look.key_hints import Hint, KeyHints
from hrdigitize.gui.look.keys import Key, shown


class DeskFoot(Foot):
    """One line of hints, the most used first."""

    def __init__(self) -> None:
        super().__init__()
        self.row.addWidget(KeyHints(self._hints()), 1)

    def _hints(self) -> tuple[Hint, ...]:
        return (
            Hint(("Tab", "Shift+Tab"), self.tr("trường sau, trường trước")),
            Hint((shown(Key.TAKE),), self.tr("lấy chữ từ ảnh")),
            Hint((shown(Key.PREVIOUS_PAGE), shown(Key.NEXT_PAGE)), self.tr("lật trang")),
            Hint((shown(Key.ZOOM_IN), shown(Key.ZOOM_OUT)), self.tr("cỡ ảnh")),
            Hint((shown(Key.TONE), shown(Key.SHAPE)), self.tr("đổi dấu, đổi chữ")),
            Hint((shown(Key.SUGGEST), "↓", "Enter"), self.tr("gợi ý, chọn, lấy")),
            Hint(("Ctrl+Z",), self.tr("hoàn tác")),
            Hint((shown(Key.NEXT_DOCUMENT),), self.tr("tài liệu kế tiếp")),
            Hint((shown(Key.HOLD), shown(Key.NOTE)), self.tr("tạm giữ, ghi chú")),
            Hint((shown(Key.PREVIOUS_PROBLEM), shown(Key.NEXT_PROBLEM)), self.tr("trang còn việc")),
            Hint((shown(Key.EDITOR),), self.tr("về ô giá trị")),
            Hint((shown(Key.TURN_VIEW),), self.tr("xoay trang")),
            Hint((shown(Key.FIT_WIDTH), shown(Key.FIT_PAGE)), self.tr("vừa ngang, vừa trang")),
        )
