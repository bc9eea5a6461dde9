"""The command `dossier find`, typed as an office would."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from hrdigitize.app import set_up
from hrdigitize.cli.entering import now
from hrdigitize.cli.main import run
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.users import NewUser
from tests.cli.programs import Outcome
from tests.store.searched import put, put_paper, value

HEAD = "bốn mùa hoa sữa"
#: Runs `dossier find` with these arguments as the head of the office.
Finder = Callable[..., Outcome]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office's store with three cadres."""
    place = tmp_path_factory.mktemp("office")
    app, _ = set_up(place / "store", NewUser("lan", "Lan", HEAD), place / "stick", clock=now)

    def fill() -> None:
        with app.store.work(Actor("minh", Role.REVIEWER)) as work:
            unit = {"employing_agency": "UBND xã Suối Trong", "current_position": "Kế toán", "gender": "Nữ"}
            one = put(work, "c1", "NGUYỄN THỊ ƯỚC", unit)
            work.cadres.write(one, [value("birth_date", "08/07/1970", "1970-07-08")])
            put(work, "c2", "Trần Văn An", {"gender": "Nam", "id_number": "079080001234"})
            other = put(work, "c3", "K'Pă Ý", {"ethnicity": "Gia rai"})
            put_paper(work, 1, "Quyết định về việc khen thưởng", other, "state-decision")
            work.commit("record-written", "store")

    app.lane.run(fill)
    app.close()
    return place / "store"


@pytest.fixture
def find(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Finder:
    def start(*arguments: str, language: str = "vi") -> Outcome:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{HEAD}\n"))
        line = ["dossier", "find", *arguments, "--as", "lan", "--store", str(folder)]
        code = run([*line, "--language", language], {}, open_window=None)  # type: ignore[arg-type]
        told = capsys.readouterr()
        return Outcome(code, told.out, told.err)

    return start


def test_a_name_without_marks_is_found_in_a_table(find: Finder) -> None:
    told = find("thi uoc")
    assert told.code == 0, told.err
    for said in ("NGUYỄN THỊ ƯỚC", "08/07/1970", "UBND xã Suối Trong", "Kế toán", "họ tên, khác dấu", "c1"):
        assert said in told.out
    assert "Trần" not in told.out


def test_both_languages(find: Finder) -> None:
    assert "filters" in find(language="en").out
    assert "bộ lọc" in find().out
    told = find("nobody", language="en")
    assert (told.code, told.out.strip()) == (1, "Nobody was found.")


def test_json_says_all_that_is_known(find: Finder) -> None:
    told = json.loads(find("khen thuong", "--json").out)
    assert told["more"] is False
    (cadre,) = told["cadres"]
    assert cadre["full_name"] == "K'Pă Ý"
    assert cadre["found_by"] == "document-plain"
    assert cadre["snippet"] == "Quyết định về việc khen thưởng"
    assert (cadre["birth_date"], cadre["ethnicity"], cadre["party"]) == (None, "Gia rai", False)
    assert cadre["documents"] == ["state-decision"]


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (("--unit", "suoi trong"), ["NGUYỄN THỊ ƯỚC"]),
        (("--sex", "male"), ["Trần Văn An"]),
        (("--ethnic", "jrai"), ["K'Pă Ý"]),
        (("--born-after", "1970-07-08", "--born-before", "08/07/1970"), ["NGUYỄN THỊ ƯỚC"]),
        (("--age-from", "40"), ["NGUYỄN THỊ ƯỚC"]),
        (("--age-to", "40"), []),
        (("--no-party", "--missing", "state-decision"), ["NGUYỄN THỊ ƯỚC", "Trần Văn An"]),
        (("--party",), []),
        (("--sex", "female", "--unit", "trong", "--limit", "1"), ["NGUYỄN THỊ ƯỚC"]),
    ],
)
def test_options_filter(find: Finder, options: tuple[str, ...], names: list[str]) -> None:
    told = json.loads(find(*options, "--json").out)
    assert [cadre["full_name"] for cadre in told["cadres"]] == names


def test_where_there_are_more_it_says_so(find: Finder) -> None:
    assert "còn nữa" in find("--limit", "1").out
    assert json.loads(find("--limit", "1", "--json").out)["more"] is True


def test_wrong_options_are_a_sentence(find: Finder) -> None:
    told = find("--born-after", "31/02/1970")
    assert told.code == 2
    assert "Traceback" not in told.err
