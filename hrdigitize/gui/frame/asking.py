"""The questions that the system's own dialogs answer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

_PICTURES = "*.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.pdf"


def ask_target(parent: QWidget, name: str) -> Path | None:
    """The usual file dialog, opened in the person's documents."""
    title = QApplication.translate("Asking", "Lưu phiếu PDF")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path(_documents()) / name), "PDF (*.pdf)")
    if not chosen:
        return None
    return Path(chosen) if chosen.lower().endswith(".pdf") else Path(f"{chosen}.pdf")


def ask_files(parent: QWidget) -> tuple[Path, ...]:
    """Pictures and PDF files to take in, several at once."""
    title = QApplication.translate("Asking", "Chọn tệp ảnh hoặc PDF")
    kinds = QApplication.translate("Asking", "Ảnh và PDF ({endings})").format(endings=_PICTURES)
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, _documents(), kinds)
    return tuple(Path(one) for one in chosen)


def ask_folder(parent: QWidget) -> Path | None:
    """A folder that is there."""
    title = QApplication.translate("Asking", "Chọn thư mục")
    chosen = QFileDialog.getExistingDirectory(parent, title, _documents())
    return Path(chosen) if chosen else None


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
