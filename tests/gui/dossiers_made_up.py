"""Made-up dossiers for the rooms that show them: approved papers, and cadres without any."""

from __future__ import annotations

import os
from collections.abc import Mapping

from hrdigitize.app import App
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer, CadreId, DocumentId, FieldPath, RecordValue
from tests.gui import made_up
from tests.gui.conftest import CLERK, REVIEWER, TickingClock

LONG_NAME = ("NGUYỄN THỊ HOÀNG YẾN " * 6)[:120].strip()
HTML_NAME = "<b>LÊ</b> <img src=x> VĂN TÁM"
_identifiers = Identifiers(TickingClock(), os.urandom)
#: What people answered where the machine was in doubt.
_ANSWERS = {"birth_date": "06/07/1970", "ethnicity": "Tày", "rank_code": "01.003"}


def approve(app: App, document: DocumentId) -> CadreId:
    """Everything open gets an answer, then the paper goes into a record."""
    for path in app.desk.open(document, actor=REVIEWER).open_paths():
        read = app.desk.open(document, actor=REVIEWER).readings[path]
        text = _ANSWERS.get(path.field, read.text)
        state = State.VALUE if text else State.BLANK
        app.desk.answer(document, path, text, state, actor=CLERK)
    return app.desk.approve(document, actor=REVIEWER)


def put_cadre(app: App, facts: Mapping[str, str]) -> CadreId:
    """A cadre of whom only these facts are known, each its own value."""

    def put() -> CadreId:
        named = CadreId(_identifiers.new())
        with app.store.work(REVIEWER) as work:
            work.cadres.add(named, made_up.FORM, at=work.at)
            work.cadres.write(
                named,
                [
                    RecordValue(FieldPath(key), Answer(State.VALUE, text, text), None, REVIEWER.name, work.at)
                    for key, text in facts.items()
                ],
            )
            work.commit("document-approved", named)
        return named

    return app.lane.run(put)
