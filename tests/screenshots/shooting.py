"""One series of pictures, in one process: python -m tests.screenshots.shooting STORE DIR …"""

from __future__ import annotations

import contextlib
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QCursor

from hrdigitize.gui.look import theme
from hrdigitize.gui.look.colours import Scheme
from hrdigitize.gui.running import garbage
from hrdigitize.gui.running.dressing import dressed
from tests.screenshots.camera import Camera
from tests.screenshots.desk_scenes import keep_desk
from tests.screenshots.office import opened
from tests.screenshots.office_scenes import keep_empty, keep_office, keep_overlays
from tests.screenshots.paper_scenes import keep_paper
from tests.screenshots.record_scenes import keep_records
from tests.screenshots.station import keep_station
from tests.screenshots.view_scenes import keep_views
from tests.screenshots.ways_in import keep_ways_in

_PRINTED = "Phiếu đã in"


def shoot(camera: Camera, store: Path) -> None:
    """Every page, in the order in which the office's state needs it: what changes it comes last.

    Works in the folder that it is run in.
    """
    keep_ways_in(camera)
    keep_empty(camera, Path("empty"))
    own, printed = Path("store"), Path(_PRINTED)
    shutil.copytree(store, own)
    printed.mkdir()
    with opened(own) as app:
        keep_records(camera, app)
        keep_paper(camera, app)
        keep_office(camera, app)
        keep_overlays(camera, app)
        keep_views(camera, app)
        keep_desk(camera, app, printed)
        keep_station(camera, app)


def main(arguments: Sequence[str]) -> int:
    store, target, suffix, size, scheme, which = arguments
    width, height = (int(side) for side in size.split("x"))
    qt = dressed()
    theme.apply(qt, Scheme(scheme))
    # A caret that blinks is on one picture and not on the next.
    qt.setCursorFlashTime(0)
    # The pointer rests where no window is: nothing is lit because it happens to lie there.
    QCursor.setPos(qt.primaryScreen().geometry().bottomRight())
    place = Path(target).resolve()
    camera = Camera(qt, place, suffix, QSize(width, height), every=which == "every")
    whole = Path(store).resolve()
    with garbage.collected_here(), tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        shoot(camera, whole)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
