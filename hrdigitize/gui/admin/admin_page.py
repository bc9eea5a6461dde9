"""The room "Quản trị": a tab for each thing that somebody looks after, by right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hrdigitize.gui.admin.backups import BackupSection
from hrdigitize.gui.admin.log import LogSection
from hrdigitize.gui.admin.own_passphrase import OwnPassphraseSection
from hrdigitize.gui.admin.scan_settings import ScanSettingsSection
from hrdigitize.gui.admin.store_check import StoreCheckSection
from hrdigitize.gui.admin.units import UnitsSection
from hrdigitize.gui.admin.users import UsersSection
from hrdigitize.gui.admin.window_settings import WindowSettingsSection
from hrdigitize.gui.frame.room import Frame
from hrdigitize.gui.frame.tabbed_room import Tab, TabbedRoom
from hrdigitize.services.permissions import Action


class AdminPage(TabbedRoom):
    """Everybody has a passphrase and a window of their own; the rest is for those who look after it."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, QCoreApplication.translate("AdminPage", "Quản trị"), _tabs())


def _tabs() -> tuple[Tab, ...]:
    return (
        Tab(
            QCoreApplication.translate("AdminPage", "Người dùng"),
            frozenset({Action.LIST_USERS}),
            UsersSection,
        ),
        Tab(QCoreApplication.translate("AdminPage", "Sao lưu"), frozenset({Action.BACK_UP}), BackupSection),
        Tab(
            QCoreApplication.translate("AdminPage", "Kiểm tra kho"),
            frozenset({Action.CHECK_STORE}),
            StoreCheckSection,
        ),
        Tab(QCoreApplication.translate("AdminPage", "Nhật ký"), frozenset({Action.READ_LOG}), LogSection),
        Tab(QCoreApplication.translate("AdminPage", "Đơn vị"), frozenset({Action.LIST_UNITS}), UnitsSection),
        Tab(
            QCoreApplication.translate("AdminPage", "Thiết lập quét"),
            frozenset({Action.CAPTURE, Action.LOCK_SCAN_SETTINGS}),
            ScanSettingsSection,
        ),
        Tab(
            QCoreApplication.translate("AdminPage", "Mật khẩu"),
            frozenset({Action.CHANGE_PASSPHRASE}),
            OwnPassphraseSection,
        ),
        Tab(QCoreApplication.translate("AdminPage", "Cài đặt"), frozenset(), WindowSettingsSection),
    )
