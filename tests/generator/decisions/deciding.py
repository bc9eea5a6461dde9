"""One decision in words: head, subject, grounds, articles with their values, persons, foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from tests.generator.decisions.formulas import Filler, Runs, filled, keyed, plain
from tests.generator.decisions.people import Pay, Subject, draw_pay, draw_subjects
from tests.generator.decisions.settings import Setting, draw_setting, long_date, short_date
from tests.generator.decisions.sources import Act, acts, grounds
from tests.generator.lines import Text
from tests.generator.naming import Sex, draw_book, draw_name

#: How several persons are named: numbered in article 1, in a table below it, in a list on a page of its own.
ONE, ITEMS, TABLE, ANNEX = "one", "items", "table", "annex"
_PARTY_RECIPIENTS = ("Ban Tổ chức Tỉnh ủy", "Ủy ban Kiểm tra Tỉnh ủy", "Đảng ủy {commune}")
_DEGREES = ("TS. ", "ThS. ", "PGS.TS. ", "BSCKII. ", "TS.BS. ")


@dataclass(frozen=True, slots=True)
class Effect:
    """From when a decision has effect, in its words and as a day; words "" where it is the day of signing."""

    words: str
    day: date


@dataclass(frozen=True, slots=True)
class Decision:
    """What a decision says. articles: paragraphs of runs, article by article. grounds, recipients: lines.

    kind: the act in the words of article 1. manner: how its persons are named. births: whether it says when
    they were born. signing: lines of the title.
    """

    setting: Setting
    superior: str
    agency: tuple[str, ...]
    number: str
    subject: str
    kind: str
    decider: str
    grounds: tuple[str, ...]
    proposal: str
    articles: tuple[tuple[Runs, ...], ...]
    persons: tuple[Subject, ...]
    births: bool
    manner: str
    effect: Effect
    recipients: tuple[str, ...]
    signing: tuple[str, ...]
    degree: str
    signer: str

    @property
    def party(self) -> bool:
        return self.setting.body.party


def make_decision(rng: Random, *, reserved: bool) -> Decision:
    """A decision; the same state of `rng` gives the same one. reserved: with formulas only exams have."""
    setting = draw_setting(rng)
    body = setting.body
    side = "party" if body.party else "state"
    act = rng.choice([one for one in acts() if side in one.sides])
    manner = _manner(rng, act)
    pay = draw_pay(rng)
    count = 1 if manner == ONE else rng.randint(2, 4 if manner == ITEMS else 7)
    formula = _formula(rng, act, manner, reserved=reserved)
    drawn = draw_subjects(rng, setting, act, pay.rank.name.lower(), count)
    people = tuple(_as_told(one, act.item if manner == ITEMS else formula, manner) for one in drawn)
    effect = _effect(rng, setting, formula)
    writer = _Writer(rng, setting, act, people, pay, effect)
    kind, ruling = writer.ruling(formula, manner)
    signing = rng.choice(body.signing)
    degree = rng.choice(_DEGREES) if body.degrees and rng.random() < 0.6 else ""
    return Decision(
        setting=setting,
        superior=setting.filled(rng.choice(body.superior)) if body.superior else "",
        agency=tuple(setting.filled(line) for line in body.agency),
        number=_number(rng, setting),
        subject=writer.filled(rng.choice(act.subject)),
        kind=kind,
        decider=setting.filled(rng.choice(body.decider)),
        grounds=_grounds(rng, setting, act),
        proposal=_proposal(rng, setting),
        articles=(ruling, *writer.further()),
        persons=people,
        births=writer.births,
        manner=manner,
        effect=effect,
        recipients=_recipients(rng, setting),
        signing=_title_lines(setting.filled(signing)),
        degree=degree,
        signer=draw_name(rng, draw_book(rng), rng.choice((Sex.MALE, Sex.MALE, Sex.FEMALE))),
    )


def _title_lines(signing: str) -> tuple[str, ...]:
    """Lines of a title, parted by slashes; that of the Party's "T/M", "K/T" and "T/L" parts nothing."""
    opening = signing[:3] if signing[1:2] == "/" else ""
    first, *others = signing.removeprefix(opening).split("/")
    return (opening + first, *others)


def _manner(rng: Random, act: Act) -> str:
    manners = [ONE] * 7 + [ITEMS] * 3 * bool(act.item) + [TABLE, ANNEX, ANNEX] * bool(act.gathered)
    return rng.choice(manners)


def _as_told(one: Subject, formula: str, manner: str) -> Subject:
    """The person with those posts only that a formula names; a list names both."""
    if manner in (TABLE, ANNEX):
        return one
    return replace(one, old=one.old if "{from}" in formula else "", new=one.new if "{to}" in formula else "")


def _formula(rng: Random, act: Act, manner: str, *, reserved: bool) -> str:
    if manner == ITEMS:
        return act.opening
    if manner != ONE:
        return rng.choice(act.gathered)
    if reserved and act.exam_formulas and rng.random() < 0.7:
        return rng.choice(act.exam_formulas)
    return rng.choice(act.formulas)


def _effect(rng: Random, setting: Setting, formula: str) -> Effect:
    named = "{date}" in formula or "{day_again}" in formula
    if "{day" not in formula and not named:
        return Effect("", setting.issued)
    if not named and rng.random() < 0.35:
        return Effect("", setting.issued)
    first = setting.issued.replace(day=1) + timedelta(days=32 * rng.choice((0, 1, 1, 2)))
    day = first.replace(day=rng.choice((1, 1, 1, 15)))
    words = rng.choice((long_date(day), long_date(day), f"ngày {short_date(day)}", short_date(day)))
    return Effect(words, day)


def _number(rng: Random, setting: Setting) -> str:
    signs = rng.choice(setting.body.signs)
    return f"{rng.randint(1, 4200)}{'-' if setting.body.party else '/'}{signs}"


def _grounds(rng: Random, setting: Setting, act: Act) -> tuple[str, ...]:
    party = setting.body.party
    matter = f"{act.grounds}-party" if party and act.grounds in ("discipline", "praise") else act.grounds
    matter = "party" if party and act.grounds == "posts" else matter
    when = setting.issued.year + setting.issued.timetuple().tm_yday / 366
    fitting = [one for one in grounds() if matter in one.matters and one.first <= when < one.last]
    kept = fitting if len(fitting) < 3 else sorted(rng.sample(range(len(fitting)), rng.randint(2, 3)))
    chosen = [one if not isinstance(one, int) else fitting[one] for one in kept]
    dash = "- " if party and rng.random() < 0.6 else ""
    body = setting.filled(setting.body.full)
    return tuple(f"{dash}Căn cứ {setting.filled(one.text, body=body)};" for one in chosen)


def _proposal(rng: Random, setting: Setting) -> str:
    opening = "Xét đề nghị của" if setting.body.party else rng.choice(("Theo đề nghị của", "Xét đề nghị của"))
    return f"{opening} {setting.filled(rng.choice(setting.body.proposer))}{rng.choice('.,')}"


def _recipients(rng: Random, setting: Setting) -> tuple[str, ...]:
    end = "," if setting.body.party else ";"
    state = ("Sở Nội vụ", "Bảo hiểm xã hội {province}", "Kho bạc Nhà nước khu vực", "Ban Tổ chức Tỉnh ủy")
    middle = _PARTY_RECIPIENTS if setting.body.party else state
    chosen = [f"- {setting.filled(text)}{end}" for text in rng.sample(middle, rng.randint(0, 2))]
    last = rng.choice(
        ("- Lưu Văn phòng.", "- Lưu hồ sơ.") if setting.body.party else ("- Lưu: VT.", "- Lưu: VT, NV.")
    )
    return (f"- Như Điều 3{end}", *chosen, last)


class _Writer:
    """Writes the articles of one decision."""

    def __init__(
        self,
        rng: Random,
        setting: Setting,
        act: Act,
        people: Sequence[Subject],
        pay: Pay,
        effect: Effect,
    ) -> None:
        self._rng, self._setting, self._act, self._people = rng, setting, act, people
        self._effect, self._pay = effect, pay
        self._kind = ""
        self.births = rng.random() < 0.6

    def filled(self, pattern: str) -> str:
        """A subject: about the first person's post."""
        first = self._people[0]
        words = {
            "old": first.old,
            "new": first.new,
            "other_unit": first.new,
            "rank": self._pay.rank.name.lower(),
        }
        return self._setting.filled(pattern, **words)

    def ruling(self, formula: str, manner: str) -> tuple[str, tuple[Runs, ...]]:
        """The act as written, and the paragraphs of article 1."""
        several = manner != ONE
        first = self._people[0]
        paragraphs = filled(formula, self._fillers(first, "persons[0]." if several else ""))
        if manner == ITEMS:
            items = [self._item(number, one) for number, one in enumerate(self._people)]
            paragraphs = (*paragraphs, *items)
        return self._kind, paragraphs

    def _item(self, number: int, one: Subject) -> Runs:
        last = number + 1 == len(self._people)
        (runs,) = filled(self._act.item, self._fillers(one, f"persons[{number}]."))
        return (Text(f"{number + 1}. "), *runs, Text("." if last else ";"))

    def _fillers(self, one: Subject, path: str) -> Mapping[str, Filler]:
        name = Text(one.name, key=f"{path}full_name")
        born = Text(one.born, key=f"{path}birth_date")
        opening = ", sinh năm " if one.born.isdigit() else ", sinh ngày "
        pay, words = self._pay, self._effect.words
        day = (Text("kể từ "), Text(words, key="effective_on")) if words else (Text("kể từ ngày ký"),)
        step_date = long_date(date(self._effect.day.year - 3, self._effect.day.month, 1))
        return {
            **{key: plain(text) for key, text in self._setting.words.items()},
            "kind": self._act_words,
            "count": plain(f"{len(self._people):02d}"),
            "person": lambda _spec: (Text(f"{one.honorific} "), name),
            "Person": lambda _spec: (Text(f"{one.honorific.capitalize()} "), name),
            "person_bare": lambda _spec: (name,),
            "born": lambda _spec: (Text(opening), born) if self.births else (),
            "from": keyed(f"{path}person_from", one.old),
            "to": keyed(f"{path}person_to", one.new),
            "day": lambda _spec: day,
            "date": keyed("effective_on", words),
            "rank": plain(pay.rank.name.lower()),
            "code": plain(pay.rank.code),
            "step": plain(str(pay.step)),
            "coefficient": plain(pay.coefficient),
            "next_step": plain(str(pay.step + 1)),
            "next_coefficient": plain(pay.next_coefficient),
            "step_date": plain(step_date),
        }

    def _act_words(self, words: str) -> Sequence[Text]:
        self._kind = words
        return (Text(words, key="kind"),)

    def further(self) -> tuple[tuple[Runs, ...], ...]:
        """Articles 2 and on: what goes with it, perhaps when it has effect, who carries it out."""
        again = self._again()
        day_again = f"kể từ {long_date(self._effect.day)}"
        second = self._setting.filled(self._rng.choice(self._act.second), again=again, day_again=day_again)
        executors = self._setting.filled(self._setting.body.executors)
        last = f"{executors} và {again} chịu trách nhiệm thi hành Quyết định này./."
        between = "Quyết định này có hiệu lực kể từ ngày ký."
        articles = [_capital(second), last]
        if not self._effect.words or self._rng.random() < 0.35:
            articles = (
                [_capital(second), between, last]
                if self._rng.random() < 0.5
                else [second, f"{between} {last}"]
            )
        return tuple(((Text(_capital(text)),),) for text in articles)

    def _again(self) -> str:
        one = self._people[0]
        if len(self._people) == 1:
            return f"{one.honorific} {one.name}"
        return f"các {'đồng chí' if self._setting.body.party else 'cá nhân'} có tên tại Điều 1"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
