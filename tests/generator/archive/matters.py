"""What papers say about a person: the words that the placeholders of the lists stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.generator import careers
from tests.generator.decisions.settings import long_date, short_date
from tests.generator.further import Further, draw_further
from tests.generator.naming import Sex, draw_book, draw_name
from tests.generator.people import Person, id_number, make_person
from tests.generator.wordlists import Place, words

_CHOICE = re.compile(r"\[([^\[\]]* ~ [^\[\]]*)\]")
#: Places of the two tone signs that writers are not at one about; names keep theirs.
_TONES = (
    ("ủy", "uỷ"),
    ("Ủy", "Uỷ"),
    ("ỦY", "UỶ"),
    ("hóa", "hoá"),
    ("thỏa", "thoả"),
    ("khỏe", "khoẻ"),
    ("KHỎE", "KHOẺ"),
)
#: What the Party's committee of a district is called where it is not "Huyện ủy".
_COMMITTEES = {"thành phố": "Thành ủy", "thị xã": "Thị ủy", "quận": "Quận ủy"}
#: Words that heads and titles have in capitals.
_IN_CAPITALS = (
    *("commune", "district", "province", "commune_name", "district_name", "province_name"),
    *("cell", "agency", "name", "school_of_place"),
)


@dataclass(frozen=True, slots=True)
class Cadre:
    """A made-up cadre who is in the Party, with what the longer papers tell."""

    person: Person
    further: Further

    @property
    def name(self) -> str:
        return self.person.identity.name


def draw_cadre(rng: Random) -> Cadre:
    """A cadre; the same state of `rng` gives the same one."""
    while True:
        person = make_person(rng)
        if person.memberships.party_joined is not None:
            return Cadre(person, draw_further(rng, person))


class Words(dict[str, str]):
    """Words by placeholder; those with "a_" are drawn anew each time ("a_span": one after the other)."""

    def __init__(self, rng: Random, known: dict[str, str]) -> None:
        super().__init__(known)
        self._rng = rng
        self._year = int(known["to_year"])

    def __missing__(self, key: str) -> str:
        rng = self._rng
        if key == "a_name":
            return draw_name(rng, draw_book(rng), rng.choice((Sex.MALE, Sex.FEMALE)))
        if key == "a_mark":
            return f"{rng.choice((5, 6, 6, 7, 7, 8, 9)) + rng.choice((0, 0.5, 0.25, 0.3, 0.8)):.1f}".replace(
                ".", ","
            )
        if key == "a_few":
            return str(rng.randint(2, 5))
        if key == "a_count":
            return str(rng.randint(6, 95))
        if key == "a_span":
            start = self._year
            self._year += rng.randint(1, 5)
            return f"{start} - {self._year}"
        if key == "a_year":
            return str(rng.randint(1996, 2023))
        if key == "a_day":
            return f"{rng.randint(1, 28):02d}/{rng.randint(1, 12):02d}/{rng.randint(1998, 2023)}"
        if key == "a_million":
            return f"{rng.randint(12, 940)}.000.000"
        raise KeyError(key)

    def filled(self, pattern: str) -> str:
        """A pattern with one of each choice "[a ~ b]" and its placeholders filled."""
        text = pattern
        while (found := _CHOICE.search(text)) is not None:
            chosen = self._rng.choice(found.group(1).split(" ~ "))
            text = text[: found.start()] + chosen + text[found.end() :]
        return self._of_kind(text.format_map(self))

    def _of_kind(self, text: str) -> str:
        """The Party's committees named after the kind of their unit: a town has no "Huyện ủy"."""
        kind = self["district"].removesuffix(self["district_name"]).strip()
        if kind in _COMMITTEES:
            name = _COMMITTEES[kind]
            text = text.replace("HUYỆN ỦY", name.upper()).replace("Huyện ủy", name)
        if self["province"].startswith("thành phố"):
            text = (
                text.replace("TỈNH ỦY", "THÀNH ỦY")
                .replace("Tỉnh ủy", "Thành ủy")
                .replace("BỘ TỈNH", "BỘ THÀNH PHỐ")
            )
        return text


def old_tones(text: str) -> str:
    """The same text with its tone signs where the older habit sets them."""
    for new, old in _TONES:
        text = re.sub(rf"\b{new}\b", old, text)
    return text


def draw_day(rng: Random, cadre: Cadre, when: str) -> date:
    """A day around a turn of a cadre's life ("joined", "official", "birth", …), or of the service."""
    person, member = cadre.person, cadre.further.membership
    recruited, declared = person.office.recruited, person.declared
    if when == "joined":
        return member.joined - timedelta(rng.randint(15, 160))
    if when == "admitted":
        return member.decided
    if when == "official":
        return member.official - timedelta(rng.randint(-10, 40))
    if when == "recruited":
        return recruited - timedelta(rng.randint(-20, 120))
    if when == "studied":
        return date(person.learning.studies[0].end.year, rng.randint(6, 12), rng.randint(1, 28))
    if when == "birth":
        return person.identity.born + timedelta(rng.randint(3, 300))
    if when == "late":
        return declared - timedelta(rng.randint(0, 300))
    return recruited + timedelta(rng.randint(200, max(201, (declared - recruited).days)))


def words_of(rng: Random, cadre: Cadre, issued: date) -> Words:
    """The words for a paper of a day about a cadre."""
    known = _who(cadre) | _where(rng, cadre) | _office(rng, cadre) | _days(rng, cadre, issued)
    for name in _IN_CAPITALS:
        known[name.upper()] = known[name].upper()
    known |= {"Mr": known["mr"].capitalize(), "MR": known["mr"].upper()}
    return Words(rng, known)


def _who(cadre: Cadre) -> dict[str, str]:
    person, member = cadre.person, cadre.further.membership
    identity = person.identity
    kin = {one.relation: one for one in person.kin.own}
    father = next((one for key, one in kin.items() if key.startswith(("Cha", "Bố"))), None)
    mother = next((one for key, one in kin.items() if key.startswith("Mẹ")), None)
    return {
        "name": identity.name,
        "sex": identity.sex.value.capitalize(),
        "mr": "ông" if identity.sex is Sex.MALE else "bà",
        "born": short_date(identity.born),
        "born_long": long_date(identity.born),
        "birth_year": str(identity.born.year),
        "ethnicity": identity.ethnicity,
        "religion": identity.religion or "Không",
        "native": _full(identity.native_place),
        "birthplace": _full(identity.birth_place),
        "residence": _full(identity.residence),
        "id_number": person.papers.id_number,
        "id_issued": short_date(person.papers.id_issued),
        "insurance": person.papers.insurance_number,
        "card": member.card_number[:8],
        "joined": short_date(member.joined),
        "joined_long": long_date(member.joined),
        "official": short_date(member.official),
        "official_long": long_date(member.official),
        "introducer": member.introducers[0][0],
        "introducer2": member.introducers[1][0],
        "father": father.name if father else "Nguyễn Văn Thành",
        "mother": mother.name if mother else "Trần Thị Lan",
        "father_year": str(father.born if father else identity.born.year - 26),
        "mother_year": str(mother.born if mother else identity.born.year - 24),
        "height": str(person.body.height_cm),
        "weight": str(person.body.weight_kg),
    }


def _where(rng: Random, cadre: Cadre) -> dict[str, str]:
    place, member = cadre.person.identity.current_residence, cadre.further.membership
    return {
        "commune": str(place.commune),
        "district": str(place.district),
        "province": str(place.province),
        "commune_name": place.commune.name,
        "district_name": place.district.name,
        "province_name": place.province.name,
        "cell": member.cell.split(",")[0],
        "school_of_place": f"Trường {rng.choice(('Tiểu học', 'Trung học cơ sở'))} {place.commune.name}",
    }


def _office(rng: Random, cadre: Cadre) -> dict[str, str]:
    person = cadre.person
    identity, office, study = person.identity, person.office, person.learning.studies[0]
    place = identity.current_residence
    pays = [pay for pay in office.pay if pay.step < len(pay.rank.steps)]
    pay = rng.choice(pays or list(office.pay))
    after = min(pay.step, len(pay.rank.steps) - 1)
    posts = careers.fitting("positions", identity.sex)
    return {
        "position": office.position.split(",")[0],
        "new_position": careers.at(rng.choice(posts), place).split(",")[0],
        "agency": office.employing_agency,
        "other_agency": careers.at(rng.choice(words("agencies")), place),
        "rank": pay.rank.name,
        "code": pay.rank.code,
        "step": str(after),
        "coef": pay.rank.steps[after - 1].replace(".", ","),
        "next_step": str(after + 1),
        "next_coef": pay.rank.steps[after].replace(".", ","),
        "school": study.school,
        "major": study.major,
        "degree": study.degree,
        "political_school": rng.choice(words("political_schools")),
        "rating": rng.choice(words("ratings")),
        "strength": rng.choice(words("strengths")),
        "award": "Chiến sĩ thi đua cơ sở",
        "origin": cadre.further.origin,
        "occupation": cadre.further.occupation,
        "qualification": person.learning.qualification,
        "theory": person.learning.political_theory or "sơ cấp",
        "language": person.learning.foreign_language or "Tiếng Anh B",
        "education": person.learning.general_education,
    }


def _days(rng: Random, cadre: Cadre, issued: date) -> dict[str, str]:
    earlier, before = (issued - timedelta(rng.randint(*span)) for span in ((5, 60), (61, 200)))
    effect = (issued.replace(day=1) + timedelta(32)).replace(day=1)
    start, end = cadre.person.learning.studies[0].start, cadre.person.learning.studies[0].end
    known = {
        "date": long_date(issued),
        "short": short_date(issued),
        "year": str(issued.year),
        "last_year": str(issued.year - 1),
        "earlier": long_date(earlier),
        "earlier_short": short_date(earlier),
        "before": long_date(before),
        "effect": long_date(effect),
        "effect_short": short_date(effect),
        "until": long_date(effect.replace(year=effect.year + rng.choice((1, 3)))),
        "term": f"{issued.year - issued.year % 5} - {issued.year - issued.year % 5 + 5}",
        "from_year": str(start.year),
        "to_year": str(end.year),
        "n": str(rng.randint(2, 480)),
        "paper": str(rng.randint(2, 900)),
        "present": str(rng.randint(11, 34)),
    }
    for at in range(1, 7):
        known[f"other{at}"] = draw_name(rng, draw_book(rng), rng.choice((Sex.MALE, Sex.MALE, Sex.FEMALE)))
    return known


def _full(place: Place) -> str:
    return f"{place.commune}, {place.district}, {place.province}"


def chip_number(rng: Random, cadre: Cadre) -> str:
    """The number on a card with a chip: the one the papers give, or one of twelve digits."""
    known = cadre.person.papers.id_number
    identity = cadre.person.identity
    if len(known) == 12:
        return known
    return id_number(
        rng, place=identity.birth_place, sex=identity.sex, born=identity.born, issued=date(2021, 6, 1)
    )
