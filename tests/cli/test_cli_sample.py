"""The sample dossier: what its answers say, and the whole job on it with the real engine."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from hrdigitize import bundle
from hrdigitize.app import App, open_sample
from hrdigitize.cli.sample_doubts import DoubtList
from hrdigitize.cli.sample_paper import Paper, load_papers
from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import DocumentStatus, FieldPath
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.messages import sentence
from hrdigitize.store.checking import check
from tests.cli.programs import hrdigitize
from tests.services.made_up import CLERK, Office, field, form_reading, open_office, put_document

_PAPER = Paper(
    form="2c-bnv-2008",
    pages=(Path("1.jpg"),),
    fields={"full_name": "  Lê  Thị Mơ ", "other_names": ""},
    tables={"training": ({"school": "Đại học Luật"}, {"school": ""})},
)


Shown = Callable[[], str]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path / "store")
    yield made
    made.close()


@pytest.fixture
def shown(capsys: pytest.CaptureFixture[str]) -> Shown:
    """What stands on standard output so far."""
    return lambda: capsys.readouterr().out


@pytest.mark.parametrize(
    ("path", "seen"),
    [
        (FieldPath("full_name"), (State.VALUE, "Lê Thị Mơ")),
        (FieldPath("other_names"), (State.BLANK, "")),
        (FieldPath("personnel_number"), None),
        (FieldPath("school", "training", 0), (State.VALUE, "Đại học Luật")),
        (FieldPath("school", "training", 1), (State.BLANK, "")),
        (FieldPath("major", "training", 1), None),
        (FieldPath("school", "training", 2), (State.BLANK, "")),
        (FieldPath("post", "career", 0), (State.BLANK, "")),
    ],
)
def test_what_a_person_sees_on_the_paper(path: FieldPath, seen: tuple[State, str] | None) -> None:
    assert _PAPER.look(path) == seen


def test_rows_that_the_machine_missed_are_overlooked_in_order(office: Office, tmp_path: Path) -> None:
    reading = form_reading({}, rows=[{"school": field("Luật")}])
    document = office.desk.open(put_document(office, reading, tmp_path / "scan.png"), actor=CLERK)
    form = load_forms()["2c-bnv-2008"]
    columns = [column.key for column in form.tables["training"].columns]
    assert list(_PAPER.overlooked(document, form)) == [FieldPath(key, "training", 1) for key in columns]


def test_doubtful_places_stand_under_their_reason(office: Office, tmp_path: Path, shown: Shown) -> None:
    reading = form_reading({"birth_date": "06/O7/1970", "gender": "nam"})
    document = office.desk.open(put_document(office, reading, tmp_path / "scan.png"), actor=CLERK)
    paper = Paper("2c-bnv-2008", (), {"birth_date": "06/07/1970", "gender": "nam"}, {})
    doubts = DoubtList(document, load_forms()["2c-bnv-2008"], paper)
    terminal = Terminal("en")
    terminal.show(doubts.shown(document.open_paths(), terminal))
    _, *rows = [" ".join(line.split()) for line in shown().splitlines() if line.strip()]
    reason = terminal.text("doubt-low-confidence")
    assert rows == [f"2 × {reason}", "Sinh ngày 06/O7/1970 06/07/1970", "Giới tính nam ="]


def test_a_long_sentence_is_told_in_one_piece(shown: Shown) -> None:
    Terminal("en").tell("sample-done", out="/" + "a" * 200, store="/" + "b" * 200)
    assert "/" + "b" * 200 + " (its key" in shown()


def test_papers_are_found_with_their_pages(tmp_path: Path) -> None:
    entry = {"id": "1", "form": "2c-bnv-2008", "pages": ["1.jpg", "2.jpg"], "truth": {"full_name": "Mơ"}}
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "truth.json").write_text(json.dumps([entry]), "utf-8")
    (paper,) = load_papers(tmp_path)
    assert paper.pages == (tmp_path / "inner" / "1.jpg", tmp_path / "inner" / "2.jpg")
    assert paper.fields == {"full_name": "Mơ"}


def test_a_missing_sample_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserFault) as caught:
        load_papers(tmp_path)
    assert caught.value.code == "sample-missing"


def test_the_committed_sample_is_three_forms_whose_pages_are_there() -> None:
    papers = load_papers(bundle.resources() / "samples")
    assert len(papers) == 3
    assert all(page.is_file() for paper in papers for page in paper.pages)


def test_a_folder_that_is_no_sample_store_is_not_removed(tmp_path: Path) -> None:
    (tmp_path / "out" / "store").mkdir(parents=True)
    (tmp_path / "out" / "store" / "letter.txt").write_text("mine", "utf-8")
    outcome = hrdigitize("sample", "--out", "out", "--no-window", folder=tmp_path)
    assert outcome.code == 2
    assert "store đã có nội dung khác" in outcome.err
    assert (tmp_path / "out" / "store" / "letter.txt").read_text("utf-8") == "mine"


@pytest.mark.engine
def test_the_main_job_from_scans_to_printed_profiles(tmp_path: Path) -> None:
    """The terminal says what it does; the store and the PDFs hold what it said. No display is no fault."""
    papers = load_papers(bundle.resources() / "samples")
    outcome = hrdigitize("sample", "--out", "out", folder=tmp_path)
    remarks = [sentence(code, {}) for code in ("sample-window", "window-no-display")]
    assert (outcome.code, outcome.err.splitlines()) == (0, remarks)
    assert "Kết quả đọc" in outcome.out
    app = open_sample(tmp_path / "out" / "store", clock=lambda: datetime(2024, 5, 6, tzinfo=UTC))
    try:
        _require_approved(app, papers)
    finally:
        app.close()
    for number, paper in enumerate(papers, start=1):
        target = tmp_path / "out" / f"phieu-{number}.pdf"
        assert str(target) in outcome.out
        assert paper.fields["full_name"] in _text(target)


def _require_approved(app: App, papers: tuple[Paper, ...]) -> None:
    assert app.lane.run(lambda: check(app.store)) == ()
    summaries = app.desk.documents(actor=CLERK)
    assert [summary.status for summary in summaries] == [DocumentStatus.APPROVED] * len(papers)
    for summary, paper in zip(summaries, papers, strict=True):
        document = app.desk.open(summary.id, actor=CLERK)
        assert document.open_paths() == ()
        for path, given in document.verifications.items():
            assert paper.look(path) in (None, (given.answer.state, given.answer.text))


def _text(target: Path) -> str:
    document = pypdfium2.PdfDocument(target)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())
