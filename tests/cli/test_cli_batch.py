"""The commands of batches and of what lies in dossiers, typed as an office would."""

from __future__ import annotations

import json
from pathlib import Path

from hrdigitize.app import App
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import BatchId, DocumentId
from hrdigitize.domain.stored import PageText
from tests.cli.test_cli_dossier import CLERK, HEAD, Command, app, command  # noqa: F401
from tests.services.made_up import FORM_WIDTH_PX, LETTER_WIDTH_PX, form_reading, scan, stack


def _captured(app: App, tmp_path: Path) -> str:  # noqa: F811
    file = tmp_path / "pile.tiff"
    file.write_bytes(stack(FORM_WIDTH_PX, LETTER_WIDTH_PX, LETTER_WIDTH_PX))
    return app.intake.capture([file], actor=CLERK).batch


def _put(app: App, batch: str) -> list[DocumentId]:  # noqa: F811
    """Each page of the batch as a document of its own: the first a form."""

    def put() -> list[DocumentId]:
        with app.store.work(CLERK) as work:
            pages = work.batches.pages(page_batch)
            made = [DocumentId(f"document-{page.page.number}") for page in pages]
            for document, page in zip(made, pages, strict=True):
                form = None if page.page.number > 1 else "2c-bnv-2008"
                work.documents.add(
                    document,
                    page_batch,
                    form_reading({"birth_date": "1970"} if form else {}, form=form),
                    {page.page.id: PageText("x")},
                    at=work.at,
                )
            work.commit("batch-read", batch)
        return made

    page_batch = BatchId(batch)
    return app.lane.run(put)


def _pages(command: Command, batch: str) -> list[tuple[int, str, str | None]]:  # noqa: F811
    shown = json.loads(command("minh", "batch", "show", batch, "--json").out)
    return [(page["page"], page["document"], page["aside"]) for page in shown["pages"]]


def test_pages_are_arranged_and_it_is_undone(app: App, command: Command, tmp_path: Path) -> None:  # noqa: F811
    batch = _captured(app, tmp_path)
    one, two, three = _put(app, batch)
    app.close()
    batch = batch[-8:]
    before = _pages(command, batch)
    assert before == [(1, one, None), (2, two, None), (3, three, None)]
    joined = command("minh", "batch", "join", batch, two, three)
    assert (joined.code, "read again: 1" in joined.out) == (0, True)
    assert _pages(command, batch) == [(1, one, None), (2, two, None), (3, two, None)]
    assert command("minh", "batch", "move", batch, "3", "--before", "2").code == 0
    assert [page[0] for page in _pages(command, batch)] == [1, 3, 2]
    assert command("minh", "batch", "aside", batch, "2", "--why", "blank").code == 0
    shown = command("minh", "batch", "show", batch, language="vi").out
    assert "trang trắng" in shown
    assert command("minh", "batch", "back", batch, "2").code == 0
    assert command("minh", "batch", "rotate", batch, "1", "90").code == 0
    assert command("minh", "batch", "rotate", batch, "1", "45").code == 2
    file = tmp_path / "again.png"
    file.write_bytes(scan())
    assert command("minh", "batch", "replace", batch, "2", str(file)).code == 0
    assert command("minh", "batch", "insert", batch, "1", str(file)).code == 0
    for _ in range(7):
        assert command("minh", "batch", "undo", batch).code == 0
    after = [page for page in _pages(command, batch) if page[2] is None]
    assert after == before
    nothing = command("minh", "batch", "undo", batch)
    assert (nothing.code, "nothing left" in nothing.err) == (2, True)


def test_where_pages_are_moved_must_be_said(app: App, command: Command, tmp_path: Path) -> None:  # noqa: F811
    batch = _captured(app, tmp_path)
    app.close()
    assert command("minh", "batch", "move", batch[-8:], "1").code == 2


def test_a_batch_is_of_somebody(app: App, command: Command, tmp_path: Path) -> None:  # noqa: F811
    batch = _captured(app, tmp_path)
    _put(app, batch)
    app.close()
    told = command("minh", "batch", "person", batch[-8:], "--name", "TRẦN VĂN BA")
    assert ("TRẦN VĂN BA" in told.out, "somebody else's" in told.out) == (True, True)


def test_a_dossier_is_filled_checked_and_listed(app: App, command: Command, tmp_path: Path) -> None:  # noqa: F811
    batch = _captured(app, tmp_path)
    form, paper, other = _put(app, batch)
    app.desk.answer(
        form, next(iter(app.desk.open(form, actor=HEAD).open_paths())), "1970", State.VALUE, actor=CLERK
    )
    cadre = app.desk.approve(form, actor=HEAD)[-8:]
    app.close()
    assert command("lan", "dossier", "file", paper, "--into", cadre).code == 2
    assert command("minh", "dossier", "type", paper, "party-075").code == 0
    assert command("lan", "dossier", "file", paper, "--into", cadre).code == 0
    checked = command("minh", "dossier", "checklist", cadre, "--kind", "civil-servant", "--json")
    found = json.loads(checked.out)
    states = {item["item"]: item["state"] for item in found["items"]}
    assert (states["birth-certificate"], states["degrees"], checked.code) == ("present", "missing", 1)
    shown = command("minh", "dossier", "checklist", cadre, "--kind", "party-member", language="vi")
    assert "Phiếu đảng viên" in shown.out
    assert command("minh", "dossier", "shelf", cadre, "Hộp 3").code == 0
    listed = json.loads(command("minh", "dossier", "inventory", cadre, "--json").out)
    assert (listed["shelf"], [row["shelf"] for row in listed["papers"]]) == ("Hộp 3", ["Hộp 3", "Hộp 3"])
    assert command("minh", "dossier", "inventory", cadre, "--against-paper").code == 2
    assert command("lan", "dossier", "take-out", paper).code == 0
    assert other
