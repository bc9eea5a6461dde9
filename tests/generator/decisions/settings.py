"""Where and when a body decides: its units with their names, the day, and patterns filled with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.generator.decisions.sources import Body, bodies, new_communes
from tests.generator.wordlists import places

#: Since this day there are no districts (resolutions of June 2025 on the two levels of local government).
NO_DISTRICTS = date(2025, 7, 1)
_FIRST, _LAST = date(2010, 1, 4), date(2026, 6, 26)
_SCHOOLS = ("Nguyễn Trãi", "Lê Hồng Phong", "Kim Đồng", "Trần Phú", "Chu Văn An", "Nguyễn Du", "Võ Thị Sáu")
#: Kinds of unit that are written before the name in full; the place of a date drops them.
_KINDS = ("thành phố ", "thị trấn ", "thị xã ", "đặc khu ", "phường ", "huyện ", "quận ", "tỉnh ", "xã ")


@dataclass(frozen=True, slots=True)
class Setting:
    """A body on a day. words: what the placeholders of the lists stand for."""

    body: Body
    issued: date
    words: Mapping[str, str]

    def filled(self, pattern: str, **more: str) -> str:
        """A pattern of the lists with its placeholders filled; a city's Party committee has another name."""
        text = pattern.format_map({**self.words, **more})
        if self.words["province"].startswith("thành phố"):
            text = text.replace("TỈNH ỦY", "THÀNH ỦY").replace("Tỉnh ủy", "Thành ủy")
        return text

    @property
    def place(self) -> str:
        """What place and date name: the body's seat."""
        return self.words[f"{self.body.seat}_name"]


def draw_setting(rng: Random) -> Setting:
    """A body, its units and a day of its time; a third of the days lie after the end of the districts."""
    late = rng.random() < 0.35
    issued = _between(rng, NO_DISTRICTS if late else _FIRST, _LAST if late else NO_DISTRICTS - timedelta(1))
    era = "communes" if late else "districts"
    body = rng.choice([one for one in bodies() if one.era in ("any", era)])
    if late:
        province = rng.choice(list(new_communes()))
        commune = rng.choice(new_communes()[province])
        units = {"province": province, "commune": commune, "district": commune}
    else:
        place = rng.choice(
            [one for one in places() if body.id != "district-party" or one.district.kind == "huyện"]
        )
        units = {
            "province": str(place.province),
            "commune": str(place.commune),
            "district": str(place.district),
        }
    return Setting(body, issued, _words(rng, units, issued))


def _words(rng: Random, units: Mapping[str, str], issued: date) -> Mapping[str, str]:
    words = dict(units)
    words |= {f"{key}_name": without_kind(unit) for key, unit in units.items()}
    words["school"] = rng.choice(_SCHOOLS)
    words |= {key.upper(): text.upper() for key, text in words.items()}
    earlier = _between(rng, date(issued.year - 2, 1, 5), issued - timedelta(20))
    term = issued.year - (issued.year % 5)
    return words | {
        "paper": str(rng.randint(3, 980)),
        "earlier": long_date(earlier).removeprefix("ngày "),
        "year": str(issued.year - 1),
        "congress": f"{term} - {term + 5}",
        "term": "05" if rng.random() < 0.6 else "5",
    }


def without_kind(unit: str) -> str:
    """The name of a unit alone; a numbered one ("quận 7") keeps its kind, as papers do."""
    kind = next((kind for kind in _KINDS if unit.startswith(kind)), "")
    name = unit.removeprefix(kind)
    return unit.capitalize() if name.isdigit() else name


def long_date(day: date) -> str:
    """As NĐ 30/2020 writes a date: a nought before days below 10 and before January and February."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def short_date(day: date) -> str:
    """With slashes, padded as in `long_date`."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def _between(rng: Random, first: date, last: date) -> date:
    return first + timedelta(rng.randint(0, max(0, (last - first).days)))
