"""The commands of dossiers and units, typed as an office would: look, correct, decide, merge, key again."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from hrdigitize.app import App, set_up
from hrdigitize.cli.entering import now
from hrdigitize.cli.main import run
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.reading import FieldReading, FormReading
from hrdigitize.domain.record import CadreId, DocumentId
from hrdigitize.domain.stored import PageText
from hrdigitize.domain.users import NewUser
from tests.cli.programs import Outcome
from tests.services.made_up import field, form_reading, scan

#: Their names say who they are: head, clerk, reviewer.
PASSPHRASES = {"lan": "bốn mùa hoa sữa", "minh": "gió bấc mưa phùn", "hoa": "nắng mới đầu hè"}
#: What the head gave the others before they chose their own.
GIVEN = "mật khẩu lần đầu"
HEAD = Actor("lan", Role.COMMUNE_HEAD)
CLERK = Actor("minh", Role.CLERK)
Command = Callable[..., Outcome]


@pytest.fixture
def app(tmp_path: Path) -> App:
    """An open office of three, to put papers into; each test closes it before the commands run."""
    first = NewUser("lan", "Lan", PASSPHRASES["lan"])
    made, _ = set_up(tmp_path / "store", first, tmp_path / "sheets", clock=now)
    for name, role in (("minh", Role.CLERK), ("hoa", Role.REVIEWER)):
        made.users.add(NewUser(name, name.title(), GIVEN), role, actor=HEAD)
        made.users.change_passphrase(GIVEN, PASSPHRASES[name], actor=Actor(name, role))
    return made


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs a command as somebody, on a store that nobody holds open."""

    def start(who: str, *arguments: str, lines: Sequence[str] = (), language: str = "en") -> Outcome:
        typed = "".join(f"{line}\n" for line in (PASSPHRASES[who], *lines))
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        given = [*arguments, "--as", who, "--store", str(tmp_path / "store"), "--language", language]
        code = run(given, {}, open_window=None)  # type: ignore[arg-type]
        told = capsys.readouterr()
        return Outcome(code, told.out, told.err)

    return start


def _put(app: App, folder: Path, reading: FormReading) -> DocumentId:
    file = folder / "scan.png"
    file.write_bytes(scan())
    batch = app.intake.capture([file], actor=CLERK).batch

    def put() -> DocumentId:
        with app.store.work(CLERK) as work:
            document = DocumentId(f"document-{len(work.listed.all())}")
            pages = {page.page.id: PageText("") for page in work.batches.pages(batch)}
            work.documents.add(document, batch, reading, pages, at=work.at)
            work.commit("batch-read", batch)
        return document

    return app.lane.run(put)


def _approved(app: App, folder: Path, **sure: FieldReading) -> CadreId:
    birth = {"birth_date": field("06/07/1970", value="1970-07-06")}
    return app.desk.approve(_put(app, folder, form_reading({}, sure=birth | sure)), actor=HEAD)


def _code_of(told: str) -> str:
    found = re.search(r"[0-9a-f]{8}", told)
    assert found is not None, told
    return found.group()


def test_a_record_is_looked_at_corrected_and_its_history_shown(
    app: App, command: Command, tmp_path: Path
) -> None:
    cadre = _approved(app, tmp_path, gender=field("Nam"))[-8:]
    app.close()
    listed = command("minh", "dossier", "list", language="vi")
    assert (listed.code, "NGUYỄN THỊ ƯỚC" in listed.out, cadre in listed.out) == (0, True, True)
    asked = command(
        "minh", "dossier", "correct", cadre, "birth_date", "08/07/1970", "--reason", "Giấy khai sinh"
    )
    assert (asked.code, "waits for another person" in asked.out) == (0, True)
    request = _code_of(asked.out)
    waiting = command("hoa", "dossier", "corrections")
    assert [text in waiting.out for text in (request, "06/07/1970", "08/07/1970", "Giấy")] == [True] * 4
    assert command("minh", "dossier", "decide", request, "--grant").code == 2
    granted = command("hoa", "dossier", "decide", request, "--grant")
    assert (granted.code, "Granted" in granted.out) == (0, True)
    history = command("lan", "dossier", "history", cadre, "birth_date")
    assert [text in history.out for text in ("06/07/1970", "08/07/1970", "minh", "hoa")] == [True] * 4
    shown = json.loads(command("lan", "dossier", "show", cadre, "--json").out)
    assert shown["values"]["birth_date"] == {
        "state": "value",
        "text": "08/07/1970",
        "reason": "Giấy khai sinh",
    }


def test_a_paper_is_described_and_shown(app: App, command: Command, tmp_path: Path) -> None:
    cadre = _approved(app, tmp_path)[-8:]
    app.close()
    given = (
        "--number",
        "15",
        "--notation",
        "QĐ-UBND",
        "--issued-on",
        "6/7/2008",
        "--secrecy",
        "confidential",
    )
    assert command("minh", "dossier", "describe", "document-0", *given).code == 0
    assert command("minh", "dossier", "describe", "document-0", "--shelf", "Tủ 2").code == 0
    shown = command("minh", "dossier", "show", cadre)
    assert [text in shown.out for text in ("15/QĐ-UBND", "2008-07-06", "Confidential", "Tủ 2")] == [True] * 4
    wrong = command("minh", "dossier", "describe", "document-0", "--issued-on", "hôm qua", language="vi")
    assert (wrong.code, "không phải là ngày tháng" in wrong.err) == (2, True)


def test_a_second_paper_goes_into_a_dossier(app: App, command: Command, tmp_path: Path) -> None:
    cadre = _approved(app, tmp_path, gender=field("Nam"))[-8:]
    _put(app, tmp_path, form_reading({}, sure={"gender": field("Nữ")}))
    app.close()
    approved = command("hoa", "dossier", "approve", "document-1", "--into", cadre)
    assert approved.code == 0, approved.err
    assert [text in approved.out for text in (cadre, "1 changes wait")] == [True, True]
    assert "document-1"[-8:] in command("hoa", "dossier", "corrections").out


def _decision(number: str, issued: str) -> FormReading:
    fields = {
        "full_name": field("Nguyễn Thị Ước"),
        "number": field(number),
        "issued_on": field(f"ngày {issued[8:]}/{issued[5:7]}/{issued[:4]}", value=issued),
        "effective_on": field(""),
        "person_to": field("Kế toán"),
    }
    return FormReading("decision", None, 1, 1, fields, {})


def test_decisions_and_ratings_are_shown_newest_first(app: App, command: Command, tmp_path: Path) -> None:
    cadre = _approved(app, tmp_path)[-8:]
    for number, issued in (("15/QĐ-UBND", "2008-07-06"), ("7/QĐ-UBND", "2020-01-02")):
        _put(app, tmp_path, _decision(number, issued))
    app.close()
    alone = command("hoa", "dossier", "approve", "document-1", language="vi")
    assert (alone.code, "Chưa rõ quyết định này thuộc hồ sơ nào" in alone.err) == (2, True)
    for document in ("document-1", "document-2"):
        assert command("hoa", "dossier", "approve", document, "--into", cadre).code == 0
    for cells in (("period=2023",), ("period=Quý I/2025", "level=Hoàn thành tốt nhiệm vụ")):
        added = command("lan", "dossier", "add-row", cadre, "ratings", *cells)
        assert (added.code, "was added" in added.out) == (0, True)
    shown = command("minh", "dossier", "show", cadre, language="vi")
    assert shown.code == 0
    order = ("Quyết định", "7/QĐ-UBND", "15/QĐ-UBND", "xếp loại chất lượng", "Quý I/2025", "2023")
    places = [shown.out.index(text) for text in order]
    assert places == sorted(places)
    assert "decisions/0/number" in shown.out
    assert "decisions/0/effective_on" not in shown.out, "blanks are left out"
    assert "Chức vụ, đơn vị mới" in shown.out
    assert "New post, unit" in command("minh", "dossier", "show", cadre).out
    values = json.loads(command("lan", "dossier", "show", cadre, "--json").out)["values"]
    assert values["ratings/1/level"]["text"] == "Hoàn thành tốt nhiệm vụ"


def test_a_clerk_s_row_waits_and_is_decided_as_a_whole(app: App, command: Command, tmp_path: Path) -> None:
    cadre = _approved(app, tmp_path)[-8:]
    app.close()
    given = (
        "ratings",
        "period=2024",
        "remarks=a=b, c",
        "--document",
        "document-0",
        "--reason",
        "Thông báo số 3",
    )
    asked = command("minh", "dossier", "add-row", cadre, *given)
    assert (asked.code, "ratings/0" in asked.out) == (0, True)
    waiting = command("hoa", "dossier", "corrections").out
    assert [text in waiting for text in ("ratings/0/period", "a=b, c", "Thông báo số 3")] == [True] * 3
    assert "ratings" not in command("hoa", "dossier", "show", cadre).out
    request = _code_of(asked.out)
    assert command("hoa", "dossier", "decide", request, "--grant").code == 0
    shown = command("hoa", "dossier", "show", cadre).out
    assert [text in shown for text in ("2024", "a=b, c")] == [True] * 2
    assert "waits" not in command("hoa", "dossier", "show", cadre).out


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("ratings", "2024"), "cột=nội dung"),
        (("ratings", "period=2024", "period=2025"), "mỗi cột một lần"),
        (("ratings", "period="), "Chưa có nội dung"),
        (("ratings", "period=hôm qua"), "Kỳ xếp loại phải là"),
        (("ratings", "boat=x"), "Các cột hiện có: period, scope"),
        (("boats", "period=2024"), "decisions, ratings, "),
        (("ratings", "period=2024", "--document", "zzz"), "Không tìm thấy tài liệu"),
    ],
)
def test_a_row_that_makes_no_sense_is_refused_in_a_sentence(
    app: App, command: Command, tmp_path: Path, given: tuple[str, ...], told: str
) -> None:
    cadre = _approved(app, tmp_path)[-8:]
    app.close()
    refused = command("lan", "dossier", "add-row", cadre, *given, language="vi")
    assert (refused.code, told in refused.err) == (2, True), refused.err


def test_two_records_of_one_person_are_merged_and_parted(app: App, command: Command, tmp_path: Path) -> None:
    one, other = (_approved(app, tmp_path)[-8:] for _ in range(2))
    app.close()
    found = command("minh", "dossier", "duplicates", language="vi")
    assert [text in found.out for text in (one, other, "trùng họ tên", "trùng ngày sinh")] == [True] * 4
    assert "birth_date" in command("minh", "dossier", "compare", one, other).out
    assert command("lan", "dossier", "merge", one, other, "--reason", "Quét hai lần").code == 0
    assert other not in command("minh", "dossier", "list").out
    assert command("lan", "dossier", "unmerge", one).code == 0
    assert other in command("minh", "dossier", "list").out
    assert command("lan", "dossier", "distinct", one, other).code == 0
    assert one not in command("minh", "dossier", "duplicates").out
    again = command("lan", "dossier", "unmerge", one, language="vi")
    assert (again.code, "Không có lần gộp này" in again.err) == (2, True)


def test_key_fields_are_keyed_again_without_showing_them(app: App, command: Command, tmp_path: Path) -> None:
    _put(app, tmp_path, form_reading({}))
    app.close()
    differs = command("hoa", "dossier", "key-again", "document-0", lines=["NGUYỄN THỊ UỚC"])
    assert (differs.code, "NGUYỄN THỊ ƯỚC" in differs.out, "open again" in differs.out) == (1, True, True)
    ended = command("hoa", "dossier", "key-again", "document-0", language="vi")
    assert (ended.code, "không có gì được gửi vào" in ended.err) == (2, True)


def test_an_identifier_is_taken_by_its_end_if_that_is_clear(
    app: App, command: Command, tmp_path: Path
) -> None:
    for _ in range(2):
        _put(app, tmp_path, form_reading({}))
    app.close()
    assert "Several things end" not in command("hoa", "dossier", "approve", "t-1").err
    nobody = command("hoa", "dossier", "show", "zzzz", language="vi")
    assert (nobody.code, "Không tìm thấy hồ sơ" in nobody.err) == (2, True)
    place = command("hoa", "dossier", "history", "zzzz", "a/b")
    assert place.code == 2


def test_units_are_listed_renamed_and_dissolved(app: App, command: Command) -> None:
    app.close()
    old = _code_of(command("lan", "unit", "add", "UBND xã Thử Nhất", "--since", "1990").out)
    assert command("lan", "unit", "dissolve", old, "--on", "30/06/2025").code == 0
    made = command("lan", "unit", "add", "UBND xã Thử", "--since", "1/7/2025", "--made-of", old)
    new = _code_of(made.out)
    assert command("lan", "unit", "rename", new, "UBND phường Thử", "--since", "2026").code == 0
    listed = command("minh", "unit", "list", language="vi")
    assert [text in listed.out for text in ("Nhất", "2025-06-30", "phường", "2025-07-01")] == [True] * 4
    refused = command("minh", "unit", "add", "Phòng mới", language="vi")
    assert refused.code == 2
