"""Personnel decisions read without labels: what is decided, about whom, from when (`read_decision`).

The layout rules say where head, grounds, articles and foot stand (`decision_layout`). What article 1 says
follows the formulas that State and Party offices use: an act, "ông", "bà" or "đồng chí" with a name, the old
post behind a comma, the new one behind "giữ chức vụ" or "đến nhận công tác tại", the day behind "kể từ".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

from hrdigitize.domain.page import Grid, PageReading, Word
from hrdigitize.domain.vietnamese import folded, one_spaced
from hrdigitize.extraction.correction.places import (
    kinds_put_right,
    place_name_put_right,
    places_put_right,
)
from hrdigitize.extraction.decisions.foot import foot, is_name, without_signs
from hrdigitize.extraction.decisions.layout import (
    GUESSED,
    HINTED,
    RULED,
    DecisionSpan,
    Keyed,
    Paper,
    Passage,
    levelled,
)
from hrdigitize.extraction.flow import flow_lines, words_of
from hrdigitize.extraction.spans import Part
from hrdigitize.extraction.tables.cells import CellText
from hrdigitize.formdefs.model import FormDef, TableDef
from hrdigitize.reference.lists import ReferenceLists
from hrdigitize.reference.names import NameWords

#: A page that looks this much like the first page of a decision is one.
OPENS_DECISION = 0.5
#: An annex says within so many lines what it belongs to.
_ANNEX_HEAD = 8
#: A heading of a list of persons is that of a column from this similarity on.
_HEADER = 0.75

# Patterns are matched without marks and case, as in `decision_layout`.
#: Whom somebody replaces is not who the decision is about.
_HONORIFIC = re.compile(
    r"(?<!thay )(?<!thay the )(?<!thay cho )\b(?:ong|ba|dong chi|d/c)\b(?:\s?[(/]\s?ba\s?\)?)?\s?:?\s?"
)
#: "Ba" as the number or in a place ("Ba Vì") is not the "bà" before a name.
_THREE = re.compile(r"ba\b", re.IGNORECASE)
_NAME_WORD = re.compile(r" ?([^\W\d_]+(?:['’-][^\W\d_]+)*['’]?)")
#: What ends a name for sure: in some faces a capital is no higher than a small letter ("Sơn ươl, sinh ngày").
_BEHIND_NAME = re.compile(r"\s?,?\s?sinh\s")
#: No name ends in these.
_MIDDLE_WORDS = frozenset({"thi"})
#: A comma or point that is a speck.
_SPECK_IN_NAME = re.compile(r"\s?[,.;:'’-]\s?")
#: What ends an item of a list of persons: the number of the next one.
_NEXT_ITEM = re.compile(r"[\s;,.]*(?:[-+–•]|\b\d{1,2}\s?[.)/-]|\bva)?\s*$")
_DAY = (
    r"((?:ngay\s+)?(?:\d{1,2}\s?[./-]\s?){1,2}\d{4}|ngay\s+\S{1,5}\s+thang\s+\S{1,5}\s+nam\s+\w{2,5}"
    r"|thang\s+\d{1,2}\s?(?:[./-]|nam)\s?\d{4})"
)
#: When a decision takes effect, surest wording first. A pay rise names the day of the old step as well.
_SINCE = tuple(
    re.compile(wording + _DAY)
    for wording in (
        r"\b(?:len bac|bac moi|sang ngach)\b[^\n]*?\btu\s+",
        r"\bke tu\s+",
        r"\bhieu luc\b[^.\n]{0,40}?\btu\s+",
        r"\btu\s+",
    )
)
_ANNEXED = re.compile(r"\bkem theo (?:\w+ )?(?:quyet|\w{4,6}) d[ij]nh\b|\bkem theo quyet \w{3,5}\b")
_AT_SIGNING = re.compile(r"\btu\s+ngay\s+(?:duoc\s+)?(?:ky|ban hanh)\b")
_BORN = re.compile(r"\b(?:sinh (?:ngay|nam)|(?:ngay|nam) sinh)\b[\s:]*([^,;\n()]*\d)")
#: A new post. "Thôi giữ chức vụ" and "hiện giữ chức vụ" name an old one.
_TO = re.compile(
    r"(?<!thoi )(?<!hien )(?<!dang )\b(?:giu chuc(?: vu| danh)?|vao ngach|vao chuc danh(?: nghe nghiep)?"
    r"|(?:den|ve|sang|vao)(?: nhan)? (?:cong tac|nhiem vu|lam viec)(?: tai)?|tham gia|lam (?!viec))\b[\s:]*"
)
_PAID = r"(?:duoc )?(?:huong (?:luong|phu cap|che do)|xep luong)"
#: What says why and what for, and what was done.
_REASON = (
    r"\b(?:de (?:nhan|nghi|huong|chuyen)|ly do|(?:bang|voi) hinh thuc|vi da|da (?:co|hoan thanh|lap|dat))\b"
)
#: A full stop ends a sentence; that of "TP.", "TX.", "TT." and of single letters does not.
_STOP = r"[;\n]|(?<=[a-z]{2})(?<!\btp)(?<!\btx)(?<!\btt)\.\s|\./|$"
#: A rank ends where its code or its step begins.
_RANKED = r"\(?\bma (?:so|ngach)\b|\bbac \d"
_TO_END = re.compile(
    r"[\s,;.]*(?:\b(?:(?:co |voi )?thoi (?:han|gian)|ke tu|tu ngay|nhiem ky|doi voi|thay|"
    rf"{_PAID})\b|{_RANKED}|{_STOP})"
)
_FROM_END = re.compile(
    r"[\s,;.]*(?:\b(?:thoi (?:giu|tham)|duoc|nghi|chiu|ke tu|tu ngay|co thoi|ngach|tu bac|"
    rf"{_PAID})\b|{_REASON}|{_STOP})"
)
#: Between a name and the old post: birth, origin, schooling; and the words that open the post.
_ABOUT = re.compile(
    r"[ ,–-]*\b(?:(?:ngay |nam )?sinh(?: ngay| nam)?,?|que quan|trinh do|so hieu|ma so)\b[^,;\n]*"
)
_POST = re.compile(
    r"[ ,:–-]*(?:tiep tuc\b[ ,]*)?(?:(?:hien )?(?:dang )?(?:la|giu chuc vu|cong tac tai|lam viec tai)\b"
    r"|(?:chuc vu(?: hien tai)?|don vi(?: cong tac)?)\s?:)?[ :]*"
)
_OLD_POST = re.compile(
    r"\b(?:(?:don vi(?: cong tac)?|chuc vu(?: hien tai)?)\s?:|thoi giu chuc(?: vu| danh)?)\s?"
    r"(.+?)(?=,? (?:den|de|ke tu|tu ngay)\b|[\n;]|\.\s|$)"
)
_POST_BEFORE_NAME = re.compile(r"\bchuc (?:vu|danh) (.+?),? (?:doi voi|cua|cho)(?: cac)? $")
_LEAVING = re.compile(r"^\W*(?:mien nhiem|cho thoi|thoi giu|tu chuc|cach chuc)\b")


@dataclass(frozen=True, slots=True)
class DecisionReading:
    """The keys found, blank ones too, and a row for each person where there are several."""

    fields: Mapping[str, DecisionSpan]
    persons: tuple[Mapping[str, CellText], ...]


def read_decision(readings: Sequence[PageReading], form: FormDef, lists: ReferenceLists) -> DecisionReading:
    """The keys of a decision and its table of persons; a key that was not found is left out.

    Where a decision is about several persons, the fields are about the first one that article 1 names.
    """
    paper = Paper(flow_lines(readings))
    ruling = paper.article(0)
    again = _named_later(paper, lists.names)
    people = _people(ruling, lists.names, again)
    found = {**dict(paper.head()), **dict(paper.titles())}
    found |= _agency(paper, found, lists)
    found |= _issued_at(paper, found, lists)
    found |= foot(paper, lists, [reading.marks for reading in readings])
    subject = paper.passage(found["subject"].parts if "subject" in found else ())
    named = people[0].start if people else len(ruling.plain)
    found |= _act(paper, ((ruling, named), (subject, len(subject.plain)), (ruling, len(ruling.plain))), lists)
    found |= _matter(paper, ruling, people, again, lists.names)
    found |= _effective(paper, found.get("issued_on"))
    rows = tuple(_listed_people(readings, form.tables["persons"]))
    if not rows and len(people) > 1:
        rows = tuple(_row(paper, ruling, person) for person in people)
    return DecisionReading({key: found[key] for key in form.fields if key in found}, rows)


def looks_like_decision(reading: PageReading) -> float:
    """How much a page looks like the first page of a decision (0..1); `OPENS_DECISION` is enough.

    The second page of one has grounds, "QUYẾT ĐỊNH:" and articles, but neither its title nor its number;
    a résumé speaks of decisions within its lines only.
    """
    paper = Paper(flow_lines([reading]))
    if any(
        line.text.isupper() and "ly lich" in plain
        for line, plain in zip(paper.lines, paper.plain, strict=True)
    ):
        return 0.0
    opening = 0.4 * (paper.title is not None) + 0.3 * paper.is_numbered()
    if not opening:
        return 0.0
    return round(opening + 0.15 * (paper.bases is not None) + 0.15 * bool(paper.articles), 2)


def _agency(paper: Paper, found: Mapping[str, DecisionSpan], lists: ReferenceLists) -> Iterator[Keyed]:
    """The agency line by line: in capitals only a line's end parts a unit's name from what follows."""
    span = found.get("issuing_agency")
    if span is not None:
        lines = (one_spaced(paper.text(part)) for part in span.parts)
        yield "issuing_agency", replace(span, proposed=" ".join(_unit_line(line, lists) for line in lines))


def _unit_line(line: str, lists: ReferenceLists) -> str:
    if " " not in line:
        return place_name_put_right(line, lists.places, "")
    return places_put_right(kinds_put_right(line, lists.places), lists.places, whole=False)


def _issued_at(paper: Paper, found: Mapping[str, DecisionSpan], lists: ReferenceLists) -> Iterator[Keyed]:
    """The place of the head by the register of places: it is the name of a unit."""
    span = found.get("issued_at")
    if span is not None and span.parts:
        said, agency = (
            " ".join(paper.text(part) for part in found[key].parts) if key in found else ""
            for key in ("issued_at", "issuing_agency")
        )
        name = place_name_put_right(said.strip(" ,.;:-"), lists.places, agency)
        yield "issued_at", replace(span, proposed=name)


def looks_like_annex(reading: PageReading) -> bool:
    """Whether a page is headed as a list that belongs to a decision: "Kèm theo Quyết định số …".

    Such a page follows the signatures, and has a table.
    """
    if not any(grid.columns > 1 for grid in reading.grids):
        return False
    head = " ".join(levelled(line.text) for line in flow_lines([reading])[:_ANNEX_HEAD])
    return bool(_ANNEXED.search(" ".join(words_of(head))))


def _act(paper: Paper, passages: Sequence[tuple[Passage, int]], lists: ReferenceLists) -> Iterator[Keyed]:
    """What the decision does: the first act of the list, in passages each with the end of its search.

    Behind the name article 1 may say what becomes of somebody else ("thay đồng chí … nghỉ hưu"): the
    subject is asked before that. An act that does not open article 1 is unsure: one that did may be misread.
    """
    spellings = sorted(lists.lists["act"].spellings, key=len, reverse=True)
    acts = re.compile(r"\b(?:" + "|".join(r"\W+".join(words_of(text)) for text in spellings) + r")\b")
    official = lists.lists["act"].official
    for passage, end in passages:
        found = acts.search(passage.plain, 0, end)
        if found is None:
            continue
        ruling = passages[0][0]
        if passage is ruling:
            opens = not passage.plain[: found.start()].strip()
            yield "kind", paper.span(passage.cut(*found.span()), RULED if opens else HINTED)
            return
        # The words of article 1 for the same act go before those of the subject.
        same = official(passage.text[slice(*found.span())])
        inner = (
            one for one in acts.finditer(ruling.plain) if official(ruling.text[slice(*one.span())]) == same
        )
        said = next(inner, None)
        words = ruling.cut(*said.span()) if said is not None else passage.cut(*found.span())
        yield "kind", paper.span(words, HINTED)
        return


def _effective(paper: Paper, issued: DecisionSpan | None) -> Iterator[Keyed]:
    """The day that an article names; "kể từ ngày ký" means the day in the head, and that is shown."""
    articles = [paper.article(number) for number in range(len(paper.articles))]
    for wording in _SINCE:
        for article in articles:
            found = wording.search(article.plain)
            if found is not None:
                yield "effective_on", paper.span(article.cut(*found.span(1)))
                return
    if issued is not None and any(_AT_SIGNING.search(article.plain) for article in articles):
        yield "effective_on", issued


@dataclass(frozen=True, slots=True)
class _Person:
    """Places in the text of article 1: start of "ông" or "bà", name, its end, end of what is said of them."""

    start: int
    name: int
    end: int
    stop: int


def _named_later(paper: Paper, names: NameWords) -> frozenset[str]:
    """Names behind "ông", "bà", "đồng chí" in the articles after the first: who has to carry it out."""
    later = [paper.article(number) for number in range(1, len(paper.articles))]
    found = (
        article.text[match.end() : _name_end(article.text, match.end())]
        for article in later
        for match in _HONORIFIC.finditer(article.plain)
    )
    return frozenset(one_spaced(name) for name in found if is_name(name, names))


def _people(ruling: Passage, names: NameWords, again: frozenset[str]) -> tuple[_Person, ...]:
    """Those that article 1 names; again: names of the later articles, where a speck cut one short.

    Ông is a surname too ("đồng chí Ông Mạnh Toản"): no second person begins within a name.
    """
    found: dict[str, tuple[int, int, int]] = {}
    for match in _HONORIFIC.finditer(ruling.plain):
        name = match.end()
        if any(first <= match.start() < last for _, first, last in found.values()):
            continue
        end = _whole_name_end(ruling.text, name, again)
        if not _THREE.match(ruling.text, match.start()) and is_name(
            _capitalised(without_signs(ruling.text[name:end])), names
        ):
            found.setdefault(ruling.plain[name:end].strip(), (match.start(), name, end))
    stops = []
    for start, _, _ in list(found.values())[1:]:
        item = _NEXT_ITEM.search(ruling.plain, 0, start)
        stops.append(item.start() if item is not None else start)
    stops.append(len(ruling.text))
    return tuple(_Person(*places, stop) for places, stop in zip(found.values(), stops, strict=False))


def _name_end(text: str, at: int) -> int:
    start = at
    while (word := _NAME_WORD.match(text, at)) is not None and word[1][0].isupper():
        at = word.end()
    if word is not None and at > start:
        unfinished = folded(text[start:at].split()[-1]) in _MIDDLE_WORDS
        if unfinished or _BEHIND_NAME.match(text, word.end()):
            return word.end()
    return at


def _capitalised(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in name.split())


def _whole_name_end(text: str, start: int, again: frozenset[str]) -> int:
    """Where a name ends, over a sign within it that the same name elsewhere does not have."""
    end = _name_end(text, start)
    longer = [name[end - start :] for name in again if name.startswith(text[start:end] + " ")]
    rest = _SPECK_IN_NAME.match(text, end)
    if rest is not None and any(text.startswith(tail.strip(), rest.end()) for tail in longer):
        return _name_end(text, rest.end())
    return end


def _matter(
    paper: Paper, ruling: Passage, people: Sequence[_Person], again: frozenset[str], names: NameWords
) -> Iterator[Keyed]:
    """About whom it is, and the old and the new post; blank where article 1 names none.

    A name that the later articles have otherwise is unsure, and one behind a capital "Ông" that begins with
    no surname that many bear: of "Ông Minh Chí Hữu" Ông may be the surname.
    """
    if not ruling.parts:
        return
    places = _places(ruling, people[0]) if people else {}
    opening = _HONORIFIC.search(ruling.plain)
    for key in ("full_name", "person_from", "person_to"):
        if key in places:
            span = paper.span(ruling.cut(*places[key]))
            if key == "full_name":
                titled = ruling.text[people[0].start : people[0].end]
                span = _named(span, ruling.text[slice(*places[key])], again, titled, names)
            yield key, span
        elif key == "full_name" and opening is not None:
            yield key, paper.span(ruling.cut(*opening.span()), GUESSED, blank=True)
        else:
            yield key, paper.span(ruling.parts[:1], GUESSED, blank=True)


def _named(
    span: DecisionSpan, said: str, again: frozenset[str], titled: str, names: NameWords
) -> DecisionSpan:
    """A name against its mentions in the later articles; titled: with what stands before it."""
    name = without_signs(said)
    surely = (not again or name in again) and not _may_begin_before(titled, names)
    return replace(span, proposed=name, similarity=RULED if surely else HINTED)


def _may_begin_before(titled: str, names: NameWords) -> bool:
    """Whether the title before a name may be its surname."""
    title, first, *_ = [*titled.split(" "), ""]
    return title.rstrip(":") == "Ông" and first not in names.common.get(folded(first), frozenset())


def _places(ruling: Passage, person: _Person) -> Mapping[str, tuple[int, int]]:
    """Where name, birth, old and new post of a person stand in the text of article 1."""
    plain, stop = ruling.plain, person.stop
    found = {"full_name": (person.name, person.end)}
    born = _BORN.search(plain, person.end, stop)
    if born is not None:
        found["birth_date"] = born.span(1)
    at = person.end
    while (about := _ABOUT.match(plain, at, stop)) is not None:
        at = about.end()
    post = _POST.match(plain, at, stop)
    at = post.end() if post is not None else at
    to, left = _TO.search(plain, person.end, stop), _FROM_END.search(plain, at, stop)
    ends = [match.start() for match in (to, left) if match is not None]
    if any(sign.isalpha() for sign in plain[at : min(ends, default=stop)]):
        found["person_from"] = (at, min(ends, default=stop))
    if to is not None:
        end = _TO_END.search(plain, to.end(), stop)
        found["person_to"] = (to.end(), end.start() if end is not None else stop)
    old = _OLD_POST.search(plain, person.end, stop)
    if old is not None:
        found.setdefault("person_from", old.span(1))
    before = _POST_BEFORE_NAME.search(plain, 0, person.start)
    if before is not None:
        found.setdefault("person_from" if _LEAVING.match(plain) else "person_to", before.span(1))
    return found


def _row(paper: Paper, ruling: Passage, person: _Person) -> Mapping[str, CellText]:
    return {key: _cell(paper, ruling.cut(*place)) for key, place in _places(ruling, person).items()}


def _cell(paper: Paper, parts: Sequence[Part]) -> CellText:
    """Pieces of lines as a cell of a table would hold them."""
    span = paper.span(parts)
    words = tuple(word for part in parts for word in _words(paper, part))
    return CellText(span.page, span.place, words)


def _words(paper: Paper, part: Part) -> Iterator[Word]:
    line, at = paper.lines[part.line], 0
    for word in line.line.words:
        first, last = max(part.start, at), min(part.end, at + len(word.text))
        if last - first == len(word.text):
            yield word
        elif first < last:
            # Without its comma; what another look saw of the whole word says nothing of a piece.
            cut = Part(part.line, first, last)
            yield replace(word, text=word.text[first - at : last - at], box=paper.box(cut), other=None)
        at += len(word.text) + 1


def _listed_people(readings: Sequence[PageReading], table: TableDef) -> Iterator[Mapping[str, CellText]]:
    """Persons of an annexed list, whose columns are known by their headers.

    Such lists have columns of their own (a running number, the school): these are passed over. A list goes
    on overleaf without headers.
    """
    columns: Mapping[int, str] = {}
    for page, reading in enumerate(readings):
        for grid in reading.grids:
            rows = _grid_rows(page, reading, grid)
            headed = _columns_by_header(table, rows[0])
            if "full_name" in headed.values():
                columns, rows = headed, rows[1:]
            for row in rows:
                found = {key: row[at] for at, key in columns.items() if at < len(row)}
                if "full_name" in found and found["full_name"].says_something:
                    yield found


def _grid_rows(page: int, reading: PageReading, grid: Grid) -> list[list[CellText]]:
    rows: list[list[CellText]] = [[] for _ in range(grid.rows)]
    for cell in grid.cells:
        inside = (line.words for line in reading.lines if cell.box.contains_point(*line.box.centre))
        rows[cell.row].append(CellText(page, cell.box, tuple(word for words in inside for word in words)))
    return rows


def _columns_by_header(table: TableDef, row: Sequence[CellText]) -> Mapping[int, str]:
    """The column of the table that each cell of the row names, if it names one."""
    found: dict[int, str] = {}
    for at, cell in enumerate(row):
        said = "".join(words_of(cell.raw))
        likeness = {
            column.key: max(
                Levenshtein.normalized_similarity(said, "".join(words_of(text))) for text in column.headers
            )
            for column in table.columns
        }
        best = max(likeness, key=lambda key: likeness[key])
        if likeness[best] >= _HEADER and best not in found.values():
            found[at] = best
    return found
