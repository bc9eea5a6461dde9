"""Made-up cadres by the hundred thousand, named as people are: three surnames for half of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer, Cadre, CadreId, DocumentId, FieldPath, RecordValue
from hrdigitize.reference.lists import ReferenceLists, load_lists

FORM = "2c-bnv-2008"
DOCUMENT_TYPES = ("party-001", "party-005", "party-012", "state-degree", "state-decision")
_AT = datetime(2026, 11, 2, 8, tzinfo=UTC)
#: In hundred: surveys of names agree on the order and roughly on the shares.
_SURNAMES = {
    "Nguyễn": 31.0, "Trần": 11.0, "Lê": 9.0, "Phạm": 6.0, "Hoàng": 3.5, "Huỳnh": 2.0, "Vũ": 2.5, "Võ": 2.0,
    "Phan": 3.5, "Trương": 2.2, "Bùi": 2.1, "Đặng": 2.0, "Đỗ": 1.8, "Ngô": 1.5, "Hồ": 1.4, "Dương": 1.2,
    "Đinh": 1.0,
}  # fmt: skip
_MIDDLES = {
    "Nam": {
        "Văn": 34.0,
        "Hữu": 8.0,
        "Đức": 8.0,
        "Quốc": 6.0,
        "Xuân": 5.0,
        "Minh": 6.0,
        "Ngọc": 5.0,
        "Thanh": 5.0,
    },
    "Nữ": {"Thị": 58.0, "Ngọc": 8.0, "Thanh": 6.0, "Minh": 4.0, "Thuỳ": 3.0, "Kim": 3.0},
}
#: Names of the highlands as people write them; three in a hundred bear one.
_HIGHLANDS = (
    ("Y", "Blô", "Niê"), ("H'Lan", "Êban"), ("K'Pă", "Ý"), ("Rơ Ô", "H'Bia"), ("Ksor", "Thuỷ"),
    ("Siu", "H'Nga"), ("Ea Yông", "Bkrông"), ("Kpă", "Y Krông"), ("Điểu", "K'Rể"), ("Mùa", "A Dơ"),
    ("Giàng", "A Páo"), ("Y", "Thịnh", "Mlô"),
)  # fmt: skip
_ETHNIC = {
    "Kinh": 85.0,
    "Tày": 2.0,
    "Thái": 2.0,
    "Mường": 1.5,
    "Khơ me": 1.4,
    "Nùng": 1.1,
    "Mông": 1.4,
    "Ê đê": 0.5,
    "Gia rai": 0.5,
}
_POSTS = (
    "Chủ tịch Uỷ ban nhân dân", "Phó Chủ tịch Hội đồng nhân dân", "Bí thư Đảng uỷ",
    "Công chức Văn phòng - Thống kê", "Công chức Tài chính - Kế toán", "Công chức Địa chính - Xây dựng",
    "Công chức Tư pháp - Hộ tịch", "Trưởng phòng Kinh tế", "Chuyên viên Phòng Văn hoá - Xã hội",
    "Chủ tịch Hội Nông dân", "Hiệu trưởng", "Giáo viên", "Y sĩ trạm y tế", "Thủ quỹ", "Văn thư, lưu trữ",
)  # fmt: skip
_SUBJECTS = (
    "Luật",
    "Kế toán",
    "Hành chính công",
    "Sư phạm Toán",
    "Quản lý đất đai",
    "Công tác xã hội",
    "Y khoa",
    "Nông học",
)
_OFFICE_WORDS = """
quyết định về việc bổ nhiệm điều động nâng bậc lương thường xuyên đối với ông bà hiện công tác tại căn cứ luật
cán bộ công chức theo đề nghị của trưởng phòng nội vụ điều một thời hạn năm kể từ ngày ký chịu trách nhiệm thi
hành nơi nhận như trên lưu hồ sơ bằng tốt nghiệp chứng chỉ bồi dưỡng nghiệp vụ giấy khai sinh bản sao phiếu
đánh giá xếp loại hoàn thành tốt nhiệm vụ kiểm điểm đảng viên nghị quyết chi bộ khen thưởng kỷ luật khiển
trách tự nguyện lý do sức khoẻ
"""
_WORDS = tuple(_OFFICE_WORDS.split())


@dataclass(frozen=True, slots=True)
class Person:
    """A made-up cadre: the record, the types of its documents, and what the last of them says."""

    cadre: Cadre
    documents: frozenset[str]
    document: DocumentId
    text: str

    def said(self, key: str) -> str:
        """What the record says at a place."""
        return self.cadre.text(key)


class People:
    """An endless row of people, the same for the same seed."""

    def __init__(self, seed: int = 7) -> None:
        self._random = random.Random(seed)
        lists = load_lists()
        self._communes = _communes(lists)
        self._rank_names = lists.lists["rank"].names
        self._rare = sorted(
            {name for found in lists.names.surnames.values() for name in found} - set(_SURNAMES)
        )
        given = sorted(name for found in lists.names.given.values() for name in found)
        self._random.shuffle(given)
        self._given = given
        self._given_weights = [1 / (rank + 8) for rank in range(len(given))]

    def people(self, count: int) -> Iterator[Person]:
        """The first ones, numbered from 1."""
        return (self._person(number) for number in range(1, count + 1))

    def _person(self, number: int) -> Person:
        chosen = self._random
        sex = "Nam" if chosen.random() < 0.55 else "Nữ"
        name, commune, year = self._name(sex), chosen.choice(self._communes), chosen.randint(1963, 2004)
        values = dict(self._values(name, sex, commune, year))
        cadre = CadreId(f"0190{number:08x}-7000-8000-000000000000")
        record = {
            path: RecordValue(path, Answer(State.VALUE, text, value), None, "minh", _AT)
            for path, (text, value) in ((_path(key), both) for key, both in values.items())
        }
        kinds = frozenset((FORM, *chosen.sample(DOCUMENT_TYPES, chosen.randint(1, 4))))
        words = " ".join(chosen.choices(_WORDS, k=50))
        text = f"Uỷ ban nhân dân {commune}\nSố {chosen.randint(1, 900)}/QĐ-UBND\n{words}\nông (bà) {name}"
        document = DocumentId(f"0191{number:08x}-7000-8000-000000000000")
        return Person(Cadre(cadre, FORM, record), kinds, document, text)

    def _values(self, name: str, sex: str, commune: str, year: int) -> Iterator[tuple[str, tuple[str, str]]]:
        chosen = self._random
        for key, text in (
            ("full_name", name.upper()),
            ("gender", sex),
            ("ethnicity", _weighted(chosen, _ETHNIC)),
            ("managing_agency", "Sở Nội vụ tỉnh"),
            ("employing_agency", f"Uỷ ban nhân dân {commune}"),
            ("current_position", chosen.choice(_POSTS)),
            ("civil_service_rank", chosen.choice(self._rank_names)),
            ("rank_code", f"{chosen.randint(1, 17):02}.{chosen.randint(1, 200):03}"),
            ("highest_qualification", f"Đại học {chosen.choice(_SUBJECTS)}"),
            ("native_place", chosen.choice(self._communes)),
            (
                "id_number",
                f"{chosen.randint(1, 96):03}{int(sex == 'Nữ')}{year % 100:02}{chosen.randint(0, 999999):06}",
            ),
            ("career/0/post", f"{chosen.choice(_POSTS)} {chosen.choice(self._communes)}"),
            ("career/1/post", f"{chosen.choice(_POSTS)} {commune}"),
            ("training/0/major", chosen.choice(_SUBJECTS)),
            ("family/0/name", self._name("Nam")),
            ("family/1/name", self._name("Nữ")),
        ):
            yield key, (text, text)
        born = (
            f"{year}"
            if chosen.random() < 0.1
            else f"{year}-{chosen.randint(1, 12):02}-{chosen.randint(1, 28):02}"
        )
        yield "birth_date", ("/".join(reversed(born.split("-"))), born)
        if chosen.random() < 0.7:
            yield "party_joined_date", (f"03/02/{year + 24}", f"{year + 24}-02-03")

    def _name(self, sex: str) -> str:
        chosen = self._random
        if chosen.random() < 0.03:
            return " ".join(chosen.choice(_HIGHLANDS))
        surname = _weighted(chosen, _SURNAMES) or chosen.choice(self._rare)
        middle = _weighted(chosen, _MIDDLES[sex]) or chosen.choice(self._given)
        given = chosen.choices(self._given, self._given_weights, k=1 if chosen.random() < 0.7 else 2)
        return " ".join((surname, middle, *given))


@cache
def _path(key: str) -> FieldPath:
    return FieldPath.parse(key)


def _weighted(chosen: random.Random, shares: dict[str, float]) -> str:
    """One by its share in hundred; "" for what is left of the hundred."""
    at = chosen.random() * 100
    for name, share in shares.items():
        if at < share:
            return name
        at -= share
    return ""


def _communes(lists: ReferenceLists) -> list[str]:
    found = {
        f"{place.kind} {place.name}"
        for places in lists.places.by_level[2].values()
        for place in places
        if place.scheme == "2025"
    }
    return sorted(found)
