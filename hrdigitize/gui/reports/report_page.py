"""The room "Báo cáo"."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hrdigitize.gui.frame.room import Frame
from hrdigitize.gui.frame.tabbed_room import Tab, TabbedRoom
from hrdigitize.gui.reports.copy_register import CopyRegisterSection
from hrdigitize.gui.reports.day_sheet import DaySheetSection
from hrdigitize.services.permissions import Action


class ReportPage(TabbedRoom):
    """What has to be shown to others, by right."""

    def __init__(self, frame: Frame) -> None:
        tabs = (
            Tab(
                QCoreApplication.translate("ReportPage", "Sổ sao chụp tài liệu mật"),
                frozenset({Action.SEE_COPY_REGISTER}),
                CopyRegisterSection,
            ),
            Tab(
                QCoreApplication.translate("ReportPage", "Phiếu cuối ngày"),
                frozenset({Action.ANCHOR_LOG}),
                DaySheetSection,
            ),
        )
        super().__init__(frame, QCoreApplication.translate("ReportPage", "Báo cáo"), tabs)
