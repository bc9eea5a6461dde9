"""Finding cadres: marks and case, nearness, places, filters, pages, hostile texts."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from hrdigitize.domain.record import CadreId
from hrdigitize.domain.search import Filters, Query, Tier
from hrdigitize.store.opening import Store
from tests.store.databases import on_every_database
from tests.store.made_up import REVIEWER
from tests.store.searched import found, page, put, put_all, put_paper, value

pytestmark = on_every_database


@pytest.mark.parametrize(
    "typed",
    [
        "Nguyễn Văn Đức",
        "nguyễn văn đức",
        "NGUYỄN VĂN ĐỨC",
        "nguyen van duc",
        unicodedata.normalize("NFD", "Nguyễn Văn Đức"),
        "  nguyễn   văn-đức ",
        "đức nguyễn",
        "nguyen v",
        "Nguyễn Văn Đ",
        "ngu",
        "duc",
    ],
)
def test_marks_case_and_normal_form_are_ignored(store: Store, typed: str) -> None:
    put_all(store, "NGUYỄN VĂN ĐỨC", "TRẦN THỊ BÉ")
    assert found(store, typed) == ["NGUYỄN VĂN ĐỨC"]


def test_a_name_stored_with_marks_apart_is_found(store: Store) -> None:
    put_all(store, unicodedata.normalize("NFD", "Lê Thị Thuỷ"))
    assert len(found(store, "thủy")) == len(found(store, "le thi thuy")) == 1


def test_old_and_new_tone_placement_are_the_same_marks(store: Store) -> None:
    put_all(store, "Trần Hoà", "Trần Hòa", "Trần Hoa")
    for typed in ("Trần Hòa", "trần hoà"):
        assert found(store, typed) == ["Trần Hoà", "Trần Hòa", "Trần Hoa"]


def test_the_very_marks_come_first_then_whole_words_then_beginnings(store: Store) -> None:
    put_all(store, "Nguyễn Văn Anh", "Nguyễn Văn Ân", "Nguyễn Văn An", "An Văn Nguyễn", "Nguyễn Vân An")
    hits = page(store, "nguyễn văn an").hits
    assert [(hit.summary.name, hit.tier) for hit in hits] == [
        ("Nguyễn Văn An", Tier.NAME),
        ("An Văn Nguyễn", Tier.NAME),
        ("Nguyễn Văn Anh", Tier.NAME),
        ("Nguyễn Văn Ân", Tier.NAME_PLAIN),
        ("Nguyễn Vân An", Tier.NAME_PLAIN),
    ]
    assert found(store, "nguyen van an ")[-1] == "An Văn Nguyễn"
    assert "Nguyễn Văn Anh" not in found(store, "nguyen van an ")


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("K'Pă Y Blô", ("K'Pă", "k’pa", "kpa", "k pa", "pă", "y blo")),
        ("H'Mông Thị Dợ", ("H'Mông", "hmong", "h'mong thi do", "mông")),
        ("Ea Yông Đơr", ("ea yông", "EA YONG", "yong dor", "đơr")),
        ("Rơ Ô\u0306 Ƀliêng", ("rơ ô\u0306", "ro o", "bliêng", "bli")),
    ],
)
def test_names_of_the_highlands_are_found(store: Store, name: str, typed: tuple[str, ...]) -> None:
    put_all(store, name, "Nguyễn Văn An")
    for text in typed:
        assert found(store, text) == [name], text


def test_a_given_name_in_other_names_is_found(store: Store) -> None:
    with store.work(REVIEWER) as work:
        put(work, "c", "Nguyễn Văn An", {"other_names": "Ba Lửa"})
        work.commit("record-written", "c")
    assert [hit.tier for hit in page(store, "ba lửa").hits] == [Tier.NAME]


@pytest.mark.parametrize("typed", ["079170001234", "0791", "079 170", "001234567"])
def test_digits_find_id_numbers_by_their_beginning(store: Store, typed: str) -> None:
    with store.work(REVIEWER) as work:
        put(work, "c1", "Nguyễn Văn An", {"id_number": "079170001234"})
        put(work, "c2", "Trần Thị Bé", {"id_number": "001234567890"})
        put(work, "c3", "Lê Sáu", {"phone": "079 170"})
        work.commit("record-written", "c")
    hits = page(store, typed).hits
    assert hits[0].tier is Tier.NUMBER
    assert hits[0].summary.id_number.startswith(typed.replace(" ", ""))


def test_after_names_come_records_then_documents(store: Store) -> None:
    with store.work(REVIEWER) as work:
        one = put(work, "c1", "Nguyễn Văn An", {"employing_agency": "UBND xã Suối Trong"})
        put(work, "c2", "Suối Trong", {"current_position": "Kế toán"})
        other = put(work, "c3", "Lê Sáu", {"career/0/post": "Giáo viên"})
        put_paper(work, 1, "Bổ nhiệm tại xã Suối Trong, huyện Cư Jút", other)
        put_paper(work, 2, "Khen thưởng tại xã Suôi Trông", one)
        work.commit("record-written", "c")
    hits = page(store, "suối trong").hits
    assert [(hit.summary.name, hit.tier) for hit in hits] == [
        ("Suối Trong", Tier.NAME),
        ("Nguyễn Văn An", Tier.RECORD),
        ("Lê Sáu", Tier.DOCUMENT),
    ]
    assert (hits[2].document, hits[2].snippet) == ("d1", "Bổ nhiệm tại xã Suối Trong, huyện Cư Jút")
    assert found(store, "giao vien") == ["Lê Sáu"]
    assert [(hit.tier, hit.document) for hit in page(store, "khen thuong").hits] == [
        (Tier.DOCUMENT_PLAIN, "d2")
    ]


@pytest.mark.parametrize(
    "typed",
    ['"', '""', "*", "a*", "NEAR(a b)", "a NEAR/2 b", "a AND", "OR", "NOT b", "-a", "a-b", "words:a",
     "{words}:a", "^a", "(", "')--", "'; DROP TABLE cadres; --", "\x00", "a\x00b", "%", "_", "\\", "\ud800",
     "ß", "a ß b", "🙂", "x", "𝒜", "İ", "a" * 5000, "a " * 5000, "\u0301", "e\u0301\u0302\u0303"],
)  # fmt: skip
def test_no_text_is_syntax(store: Store, typed: str) -> None:
    put_all(store, "Nguyễn Văn An")
    page(store, typed)
    assert found(store, "an") == ["Nguyễn Văn An"]


def test_letters_of_the_index_itself_find_nothing_more(store: Store) -> None:
    put_all(store, "Nguyễn Văn An")
    for typed in ("anguyễn", "bnguyen", "pnguyễnßvăn", "m0", "xx"):
        assert found(store, typed) == []


def _furnished(store: Store) -> None:
    with store.work(REVIEWER) as work:
        people = {
            "An": {"gender": "Nam", "ethnicity": "Kinh", "rank_code": "01.003", "birth_date": "1970-07-06"},
            "Bé": {"gender": "Nữ", "ethnicity": "Ê đê", "rank_code": "01.004", "birth_date": "1970"},
            "Cam": {"gender": "Nữ", "ethnicity": "Kinh", "civil_service_rank": "Chuyên viên"},
            "Dậu": {"employing_agency": "UBND xã Suối Trong", "highest_qualification": "Đại học Luật"},
            "Em": {"employing_agency": "UBND xã Trong", "birth_date": "không rõ"},
        }  # fmt: skip
        for number, (name, said) in enumerate(people.items()):
            cadre = put(work, f"c{number}", f"Nguyễn {name}", said)
            if name == "Cam":
                work.cadres.write(cadre, [value("birth_date", "02/1985", "1985-02")])
            if name in ("An", "Cam"):
                work.cadres.write(cadre, [value("party_joined_date", "03/02/1995", "1995-02-03")])
                put_paper(work, number, "Giấy khai sinh", cadre, "party-001")
        work.commit("record-written", "c")


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        (Filters(), "An Bé Cam Dậu Em"),
        (Filters(sex="nữ"), "Bé Cam"),
        (Filters(ethnicity="e de"), "Bé"),
        (Filters(rank="01.003"), "An"),
        (Filters(rank="chuyen vien"), "Cam"),
        (Filters(party=True), "An Cam"),
        (Filters(party=False), "Bé Dậu Em"),
        (Filters(unit="xã Suối Trong"), "Dậu"),
        (Filters(unit="trong"), "Dậu Em"),
        (Filters(qualification="đại học"), "Dậu"),
        (Filters(missing=("party-001",)), "Bé Dậu Em"),
        (Filters(missing=("party-002",)), "An Bé Cam Dậu Em"),
        (Filters(born_from=date(1970, 7, 7), born_to=date(1970, 12, 31)), "Bé"),
        (Filters(born_from=date(1970, 7, 6), born_to=date(1970, 7, 6)), "An Bé"),
        (Filters(born_from=date(1960, 1, 1), born_to=date(1989, 12, 31)), "An Bé Cam"),
        (Filters(born_from=date(1971, 1, 1)), "Cam"),
        (Filters(born_to=date(1985, 2, 10)), "An Bé Cam"),
        (Filters(born_to=date(1985, 1, 31)), "An Bé"),
        (Filters(born_from=date(1990, 1, 1), born_to=date(1980, 1, 1)), ""),
        (Filters(born_from=date(1500, 1, 1), born_to=date(1600, 1, 1)), ""),
        (Filters(sex="nữ", party=True, born_from=date(1980, 1, 1), ethnicity="Kinh"), "Cam"),
        (Filters(sex="nữ", party=True, missing=("party-001",)), ""),
    ],
)
def test_filters_alone_and_with_words_and_texts_of_documents(
    store: Store, filters: Filters, names: str
) -> None:
    _furnished(store)
    expected = [f"Nguyễn {name}" for name in names.split()]
    assert found(store, "", filters) == expected
    assert found(store, "nguyễn", filters) == expected
    assert found(store, "trần", filters) == []
    with_papers = [name for name in expected if name in ("Nguyễn An", "Nguyễn Cam")]
    assert found(store, "khai sinh", filters) == with_papers


def test_pages_follow_each_other_without_doubles_or_gaps(store: Store) -> None:
    put_all(store, *(f"Nguyễn {middle} An" for middle in ("Văn", "Vân", "Bá", "Thị", "Bá An") * 15))
    with store.work(REVIEWER) as work:
        for number in range(30):
            put(work, f"e{number}", "Lê Sáu", {"current_position": "nguyễn văn an"})
        work.commit("record-written", "e")
    seen: list[CadreId] = []
    after = None
    while True:
        part = page(store, "nguyễn văn an", limit=7, after=after)
        seen += [hit.summary.cadre for hit in part.hits]
        after = part.after
        if after is None:
            break
        assert len(part.hits) == 7
    whole = page(store, "nguyễn văn an", limit=1000)
    assert whole.after is None
    assert seen == [hit.summary.cadre for hit in whole.hits]
    assert len(seen) == len(set(seen)) == 60


def test_a_page_that_filters_turn_away_says_where_it_goes_on(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hrdigitize.store.searching.finder._PATIENCE", 5)
    monkeypatch.setattr("hrdigitize.store.searching.finder._FIRST_LOT", 3)
    with store.work(REVIEWER) as work:
        for number in range(20):
            day = "1970-07-31" if number == 17 else "1970-07-01"
            put(work, f"c{number:02}", f"Nguyễn Văn {number}", {"birth_date": day})
        work.commit("record-written", "c")
    filters = Filters(born_from=date(1970, 7, 30))
    names, pages, after = [], 0, None
    while pages == 0 or after is not None:
        part = page(store, "nguyễn", filters, after=after)
        names += [hit.summary.name for hit in part.hits]
        after, pages = part.after, pages + 1
    assert (names, pages > 2) == (["Nguyễn Văn 17"], True)


def test_a_search_that_nobody_wants_any_more_ends(store: Store) -> None:
    put_all(store, "Nguyễn Văn An")
    with store.view() as view:
        part = view.finder.find(Query.parse("an"), Filters(), limit=5, wanted=lambda: False)
    assert (part.hits, part.after is not None) == ((), True)


def test_few_of_a_unit_are_found_as_many_are(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with store.work(REVIEWER) as work:
        for number in range(12):
            unit = f"Uỷ ban nhân dân {'xã' if number % 3 else 'phường'} Suối Trong"
            said = {"employing_agency": unit, "gender": "Nữ" if number % 2 else "Nam"}
            put_paper(work, number, "giấy khai sinh", put(work, f"c{number:02}", f"Nguyễn {number}", said))
        work.commit("record-written", "c")
    filters = Filters(unit="nhân dân xã Suối Trong", sex="Nữ")
    few = [found(store, text, filters) for text in ("", "nguyễn", "nguyễ", "khai sinh", "suối")]
    monkeypatch.setattr("hrdigitize.store.searching.finder._FEW", 3)
    assert few == [[f"Nguyễn {number}" for number in (1, 5, 7, 11)]] * 5
    assert [found(store, text, filters) for text in ("", "nguyễn", "nguyễ", "khai sinh", "suối")] == few
