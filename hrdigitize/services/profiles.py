"""Printing: a cadre's record as a standard form in a PDF file."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Mapping
from pathlib import Path

from hrdigitize.domain.actors import Actor, Clock
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.record import Cadre, CadreId
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.formdefs.model import FormDef
from hrdigitize.printing.profile import write_profile
from hrdigitize.services.markings import require_printable
from hrdigitize.services.permissions import Action, require
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.store.work import View


class Profiles:
    """Prints records. Callable from any thread; only the database work runs on the lane."""

    def __init__(self, store: Store, lane: Lane, *, forms: Mapping[str, FormDef], clock: Clock) -> None:
        self._store = store
        self._lane = lane
        self._forms = forms
        self._clock = clock

    def print(self, cadre: CadreId, *, target: Path, actor: Actor) -> Path:
        """Writes the PDF under this name, whole or not at all, and notes it in the audit log.

        UserFault "cadre-unknown", "profile-cannot-write"; "secrecy-refused" or "action-not-allowed" where
        papers of the record are marked.
        """
        require(actor, Action.PRINT)
        record = self._lane.run(lambda: self._record(cadre, actor))
        content = io.BytesIO()
        write_profile(self._forms[record.form], record, content, printed_at=self._clock())
        _write(target, content.getvalue())
        self._lane.run(lambda: self._note(cadre, actor))
        return target

    def _record(self, cadre: CadreId, actor: Actor) -> Cadre:
        with self._store.view() as view:
            try:
                record = view.cadres.get(cadre)
            except KeyError:
                raise UserFault("cadre-unknown") from None
            require_printable(_marking(view, cadre), actor)
            return record

    def _note(self, cadre: CadreId, actor: Actor) -> None:
        with self._store.work(actor) as work:
            work.commit("profile-printed", cadre)


def _marking(view: View, cadre: CadreId) -> Secrecy:
    """The highest marking of the papers in a record: stamped, declared or described."""
    documents = view.dossiers.documents(cadre)
    found = view.markings.of_documents([document.id for document in documents])
    described = (document.index.secrecy for document in documents)
    return max(found, *described, key=lambda marking: marking.rank) if documents else found


def _write(target: Path, content: bytes) -> None:
    part = target.with_name(target.name + ".part")
    try:
        part.write_bytes(content)
        part.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink()
        raise UserFault("profile-cannot-write", name=target.name) from error
