"""A day's work on a paper with known words, in a process that is killed in its middle (see test_canary).

`python -m tests.services.canary_run STORE STICK PAGE`: sets a store up, takes the page in, reads it with the
real engines, answers, approves, describes, asks for a correction, backs up, and waits to be killed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from hrdigitize.app import set_up
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.dossier import DocumentIndex
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import FieldPath
from hrdigitize.domain.users import NewUser

HEAD = NewUser("lan", "Nguyễn Thị Chim Hoàng Yến", "hoàng yến hót trong mỏ")
#: What a clerk types: on no paper, and in no list of the program.
TYPED_NAME, TYPED_NUMBER = "TRẦN THỊ HOÀNG YẾN BẠCH TẠNG", "079199123457"
SUBJECT, SHELF = "Về việc nuôi chim hoàng yến bạch tạng", "Tủ hoàng yến, ngăn bạch tạng"
REASON, UNIT = "Giấy khai sinh của chim hoàng yến", "Trạm chim hoàng yến bạch tạng"
READY = "ready"


def main(arguments: Sequence[str]) -> int:
    store, stick, page = map(Path, arguments)
    app, _ = set_up(store, HEAD, stick, clock=lambda: datetime.now(tz=UTC))
    clerk = Actor("lan", Role.CLERK)
    batch = app.intake.capture([page], actor=clerk).batch
    (document, *_) = app.reading.read(batch, actor=clerk)
    for path, text in ((FieldPath("full_name"), TYPED_NAME), (FieldPath("other_names"), TYPED_NUMBER)):
        app.desk.answer(document, path, text, State.VALUE, actor=clerk)
    for path in app.desk.open(document, actor=clerk).open_paths():
        app.desk.answer(document, path, "", State.BLANK, actor=clerk)
    reviewer = Actor("minh", Role.REVIEWER)
    cadre = app.desk.approve(document, actor=reviewer)
    app.dossiers.describe(document, DocumentIndex(subject=SUBJECT, shelf=SHELF), actor=clerk)
    app.corrections.ask(cadre, FieldPath("full_name"), f"{TYPED_NAME} A", State.VALUE, REASON, actor=clerk)
    app.units.add(UNIT, actor=Actor("lan", Role.COMMUNE_HEAD))
    app.backups.make(store.parent / "backup", actor=Actor("lan", Role.COMMUNE_HEAD))
    print(READY, app.desk.open(document, actor=clerk).form, flush=True)  # noqa: T201 - the parent waits for it
    time.sleep(120)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
