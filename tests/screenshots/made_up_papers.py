"""Made-up people of the office: records without paper, and drawn forms with what a machine read on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.made_up_cadres import Person
from hrdigitize.app import App
from hrdigitize.domain.page import PageKind
from hrdigitize.domain.reading import Doubt, Finding, FormReading, Severity, State
from hrdigitize.domain.record import Answer, CadreId, DocumentId, FieldPath, RecordValue
from hrdigitize.domain.stored import PageText
from tests.gui import made_up
from tests.gui.made_up import Written
from tests.screenshots.office import CLERK, REVIEWER

#: Where each form asks for what a made-up person says elsewhere.
_SAID_AT = {"birth_place": "native_place", "permanent_residence": "native_place"}

_MISMATCH = Finding("finding-rank-name-code", Severity.WARNING, ("civil_service_rank", "rank_code"))


def put_cadre(app: App, person: Person, *, cadre: CadreId | None = None, **facts: str) -> CadreId:
    """A record without paper. facts: what it says otherwise than the person, as dates 1976-12-05."""
    named = cadre or person.cadre.id
    values = {path: _said(value, facts.get(str(path))) for path, value in person.cadre.values.items()}

    def put() -> None:
        with app.store.work(REVIEWER) as work:
            work.cadres.add(named, made_up.FORM, at=work.at)
            work.cadres.write(
                named,
                [replace(one, approved_by=REVIEWER.name, approved_at=work.at) for one in values.values()],
            )
            work.commit("document-approved", named)

    app.lane.run(put)
    return named


def put_forms(
    app: App, work: Path, forms: Sequence[Mapping[str, str]], *, doubtful_each: int = 0, first: int = 1
) -> list[DocumentId]:
    """Drawn forms with these facts in one batch, as if the machine had read them.

    doubtful_each: of every so many forms it is not sure of one birth date, and rank and code do not fit.
    first: what counts their numbers.
    """
    files, readings = [], {}
    for number, facts in enumerate(forms, start=first):
        doubtful = bool(doubtful_each) and number % doubtful_each == 1
        page = tuple(_written(one, facts, doubtful=doubtful) for one in made_up.FIRST_PAGE)
        files.append(work / f"phieu-{number:02}.png")
        made_up.first_page(page).save(str(files[-1]))
        document = DocumentId(f"01900000-0000-7000-8000-{number:012}")
        at = len(files)
        findings = (_MISMATCH,) if doubtful else ()
        fields = made_up.fields_of(page, at)
        readings[document] = FormReading(made_up.FORM, None, at, at, fields, {}, findings)
    batch = app.intake.capture(files, actor=CLERK).batch

    def keep() -> None:
        with app.store.work(CLERK) as work:
            pages = [one.page.id for one in work.batches.pages(batch)]
            for page, (document, reading) in zip(pages, readings.items(), strict=True):
                work.documents.add(document, batch, reading, {page: PageText("")}, at=work.at)
            work.batches.note_read(dict.fromkeys(pages, PageKind.FIRST))
            work.batches.note_all_read(batch)
            work.commit("batch-read", batch)

    app.lane.run(keep)
    return list(readings)


def facts_of(person: Person) -> dict[str, str]:
    """What a drawn form says of a made-up person."""
    keys = [one.key for one in made_up.FIRST_PAGE]
    said = {key: FieldPath.parse(_SAID_AT.get(key, key)) for key in keys}
    values = person.cadre.values
    return {key: values[path].answer.text for key, path in said.items() if path in values}


def _said(value: RecordValue, fact: str | None) -> RecordValue:
    """The value, or another one in its place."""
    if fact is None:
        return value
    text = "/".join(reversed(fact.split("-"))) if value.path.field.endswith("_date") else fact
    return replace(value, answer=Answer(State.VALUE, text, fact))


def _written(one: Written, facts: Mapping[str, str], *, doubtful: bool) -> Written:
    """A value as it is drawn; sure, but for the birth date of a doubtful form."""
    text = facts.get(one.key, "Không" if one.key == "religion" else one.text)
    if one.key == "rank_code":
        text = "01.003"
    doubts = (Doubt("doubt-low-confidence", (0, 1)),) if doubtful and one.key == "birth_date" else ()
    return Written(one.key, one.label, text, doubts)
