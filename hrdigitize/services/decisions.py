"""Decisions that go into a record: one row of its table `decisions` for each paper."""

from __future__ import annotations

from collections.abc import Mapping

from hrdigitize.domain.decisions import person_places
from hrdigitize.domain.likeness import Identity
from hrdigitize.domain.record import Cadre, FieldPath, StoredDocument
from hrdigitize.formdefs.model import FormDef, Manner
from hrdigitize.formdefs.record_tables import DECISIONS, record_tables
from hrdigitize.services.approval import counting_in


def is_decision(document: StoredDocument, forms: Mapping[str, FormDef]) -> bool:
    """Whether a document was read as a decision."""
    form = forms.get(document.form or "")
    return form is not None and form.read_as is Manner.DECISION


def decision_places(document: StoredDocument, cadre: Cadre) -> dict[FieldPath, FieldPath]:
    """What of a decision goes where in the record of a cadre: place in the record to place on the paper.

    One row, whatever the paper decides about others. It changes no other fact of the record; grounds,
    recipients and the list of persons stay with the document.
    UserFault "decision-of-another", "decision-namesakes", as `person_places` says.
    """
    of_person = person_places(counting_in(document), Identity.of(cadre))
    columns = record_tables()[DECISIONS].definition.columns
    return {
        FieldPath(column.key, DECISIONS, 0): of_person.get(column.key, FieldPath(column.key))
        for column in columns
    }
