"""Scan settings under names: which there are, which the head of the office locked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hrdigitize.domain.scanning import ScanProfile
from hrdigitize.gui.admin.card import Card, beside
from hrdigitize.gui.frame.room import Frame
from hrdigitize.gui.frame.tabbed_room import Section
from hrdigitize.gui.look.keys import Key, bind
from hrdigitize.gui.look.notice import Notice
from hrdigitize.gui.look.row_list import Row, RowList
from hrdigitize.gui.look.sentences import said
from hrdigitize.services.permissions import Action


class ScanSettingsSection(Section):
    """Locked, set free, removed; those that come with the program stay as they are."""

    def __init__(self, frame: Frame, notice: Notice) -> None:
        super().__init__(frame, notice)
        self._profiles: dict[str, ScanProfile] = {}
        self._locks = frame.may(Action.LOCK_SCAN_SETTINGS)
        self.list = RowList(
            self.tr("Thiết lập quét"),
            (self.tr("Tên"), self.tr("Cách quét"), self.tr("Tình trạng")),
            self.tr("Chưa có thiết lập quét nào. Người quét lưu thiết lập khi quét."),
        )
        self.card = Card("", self.tr("Xin chọn một thiết lập trong danh sách."))
        self.lock = self.card.add_button(self.tr("Khóa: chỉ lãnh đạo được sửa"), self._toggle_lock)
        self.remove = self.card.add_button(self.tr("Xóa thiết lập này"), self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(beside(self.list, self.card))
        bind(Key.FILTER, self, self.list.start_filtering, self.tr("Lọc thiết lập quét"))
        self.list.chosen.connect(lambda _: self._show_chosen())
        self._show_chosen()

    def opened(self) -> None:
        profiles, actor = self.frame.app.scan_profiles, self.frame.actor
        self.frame.lane.start(lambda: profiles.all(actor=actor), self._show)

    def first(self) -> QWidget:
        return self.list.filter

    @property
    def chosen(self) -> ScanProfile | None:
        """The one at the cursor."""
        name = self.list.current()
        return self._profiles.get(name) if isinstance(name, str) else None

    def _show(self, profiles: tuple[ScanProfile, ...]) -> None:
        self._profiles = {one.name: one for one in profiles}
        self.list.show_rows([Row(one.name, (one.name, _how(one), self._state(one))) for one in profiles])

    def _state(self, profile: ScanProfile) -> str:
        if profile.ready:
            return self.tr("có sẵn theo quy định")
        return self.tr("đã khóa") if profile.locked else self.tr("của cơ quan")

    def _show_chosen(self) -> None:
        one = self.chosen
        own = one is not None and not one.ready
        self.card.heading.setText(one.name if one is not None else self.tr("Thiết lập đang chọn"))
        if one is None:
            self.card.say(self.tr("Xin chọn một thiết lập trong danh sách."))
        elif one.ready:
            self.card.say(self.tr("Có sẵn trong chương trình, theo {source}").format(source=one.source))
        else:
            self.card.say(_how(one))
        self.lock.setVisible(own and self._locks)
        self.remove.setVisible(own)
        locked = one is not None and one.locked
        self.lock.setText(self.tr("Bỏ khóa") if locked else self.tr("Khóa: chỉ lãnh đạo được sửa"))

    def _toggle_lock(self) -> None:
        one, profiles, actor = self.chosen, self.frame.app.scan_profiles, self.frame.actor
        if one is None:
            return
        if one.locked:
            self._start(
                lambda: profiles.unlock(one.name, actor=actor), self.tr("Đã bỏ khóa “{name}”."), one.name
            )
        else:
            self._start(lambda: profiles.lock(one.name, actor=actor), self.tr("Đã khóa “{name}”."), one.name)

    def _remove(self) -> None:
        one, profiles, actor = self.chosen, self.frame.app.scan_profiles, self.frame.actor
        if one is None:
            return
        self.list.filter.setFocus()
        self._start(lambda: profiles.remove(one.name, actor=actor), self.tr("Đã xóa “{name}”."), one.name)

    def _start(self, call: Callable[[], object], done: str, name: str) -> None:
        def told(_: object) -> None:
            self.say(done.replace("{name}", name))
            self.opened()

        self.frame.lane.start(call, told)


def _how(profile: ScanProfile) -> str:
    settings = profile.settings
    how = (
        f"{settings.dpi} dpi",
        said(f"colour-{settings.colour.value}"),
        said(f"feed-{settings.feed.value}"),
        f"{settings.width_mm} × {settings.height_mm} mm",
    )
    return ", ".join((settings.device, *how) if settings.device else how)
