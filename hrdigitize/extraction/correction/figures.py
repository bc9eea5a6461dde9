"""Signs within figures that the engine took for letters or lost: slashes, dashes, commas.

A sign comes back only where the build of the figure leaves one reading alone: no month is 41, no
coefficient is over 20, and no Vietnamese figure has a letter between its digits.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import Levenshtein

_LETTER_FOR_SLASH = re.compile(r"(?<=\d)[IlÍÌíìiJj|!⁄](?=\d)")
#: A figure in which sixes read as ó: in several sans faces a small 6 looks like one.
_SIXES = re.compile(r"(?<![^\W\dóÓ])(?=[\dóÓ.,/\-%⁄]*\d)[\dóÓ][\dóÓ.,/\-%⁄]*(?![^\W\dóÓ])")
_SIX_FOR_LETTER = str.maketrans("óÓ", "66")
_FRACTION_SLASH = re.compile(r"/?[⁄∕]/?")
#: A number of two groups of figures; between them a point, never a space.
_TWO_GROUPS = re.compile(r"(\d{1,4}) (\d{2,6})")
#: A 7 with a stroke, before the word for the month.
_SEVENTH = re.compile(r"^Z/?(?=\s*tháng)")
#: A height in metres: its 1 reads as a letter, a 7 as a slash.
_HEIGHT = re.compile(r"[1IlÍ|](m\s?)([/\d])(\d)")
#: An amount whose thousands are parted by points and commas.
_AMOUNT = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,]\d{3}){2,}(?![\d.,]*\d)")
_ID_NUMBER = re.compile(r"(?<!\d)(?:\d{12}|\d{9})(?!\d)")
_ALMOST_DIGITS = re.compile(r"\d[\dlIO]{1,2}|[lIO]\d\d?")
_LETTERS_FOR_DIGITS = str.maketrans("lIO", "110")
#: A speck between "năm" and the year.
_SIGN_BEFORE_YEAR = re.compile(r"(?<=\bnăm)\s?[-–.,:]\s?(?=\d{4}$)")
#: The number of the next item, whose closing sign was lost, behind a whole date.
_ITEM_BEHIND_DATE = re.compile(r"(?<=[/.\-](?:19|20)\d\d)[;,]?\s+\d{1,2}(?:[.:]\d)?$")
_STEP_AFTER_CODE = re.compile(r"(?<=\b\d\d\.\d{3}) (?=\d{1,2}$)")
#: A rank code that ran together with its step: "06.0312", or "06.03112" with the slash read as 1.
_CODE_WITH_STEP = re.compile(r"(\d\d[a-z]?\.\d{3})/?1?(\d{1,2})")
_MOST_STEPS = 12
#: A coefficient whose comma was lost: two decimals, all coefficients below 20.
_BARE_COEFFICIENT = re.compile(r"([1-9]|1\d)[ ']?(\d\d)")
_DECIMAL = re.compile(r"\d{1,2}([.,])\d\d")
_COMMA_SHARE = 0.25
_TWO_MONTHS = re.compile(r"(\d{1,2}/(?:19|20)\d\d)\s+(\d{1,2}/(?:19|20)\d\d)")
_BETWEEN_HALVES = re.compile(r"\s*(?:\s[-–]\s|\sđến\s)\s*|(?<=\d{4})\s*[-–]\s*")
_DATE = re.compile(r"(?:(?:0?[1-9]|[12]\d|3[01])/)?(?:0?[1-9]|1[0-2])/(?:19|20)\d\d")
#: What opens a period: "Từ 8/1997".
_LETTERS = "TtừuU "
_YEAR_AT_END = re.compile(r"(?:19|20)\d\d$")
#: What may stand for the sign between day, month and year, and how much it costs to think so.
#: A slash reads as 1 more often than it is lost.
_SIGNS = {"/": 0, "-": 0, ".": 0, ":": 1, "1": 1, " ": 1, "": 2}
#: One sign may be lost; two only where each left something in its place.
_ONE_LOST = 2


def with_sixes(text: str) -> str:
    """Figures whose sixes read as ó ("ó/8/19óó", "3,óó"): none has a letter between its digits."""
    return _SIXES.sub(lambda figure: figure.group().translate(_SIX_FOR_LETTER), text)


def with_slashes(text: str) -> str:
    """Date-like and fraction-like figures with the slash that the engine took for a letter.

    Tesseract reads a slash between digits as I, l, Í or | in several fonts ("22I12I1993", "7l9"), and no
    Vietnamese figure has a letter there; between a rank code and its step it reads as a space.
    """
    text = _FRACTION_SLASH.sub("/", text)
    return _STEP_AFTER_CODE.sub("/", _LETTER_FOR_SLASH.sub("/", text))


def digits(text: str) -> str:
    """A short figure or a height whose 1 or 0 read as a letter ("7l"), and amounts with one sign in them."""
    if (height := _HEIGHT.fullmatch(text)) is not None:
        return f"1{height[1]}{height[2].replace('/', '7')}{height[3]}"
    text = _AMOUNT.sub(lambda amount: _evenly_parted(amount.group()), text)
    return text.translate(_LETTERS_FOR_DIGITS) if _ALMOST_DIGITS.fullmatch(text) else text


def _evenly_parted(amount: str) -> str:
    """An amount with one sign between its thousands: a point reads as a comma where a speck is below it."""
    return amount.replace(",", ".") if "." in amount else amount


def code_with_step(text: str) -> str:
    """A rank code and its step with the slash between them; as it was where the step is in doubt."""
    found = _CODE_WITH_STEP.fullmatch(text)
    if found is None:
        return text
    _, slash, step = text.partition("/")
    if slash and not step.startswith("1"):
        return text
    steps = {step for step in (found[2], text[len(found[1]) :].lstrip("/")) if _is_step(step)}
    return f"{found[1]}/{steps.pop()}" if len(steps) == 1 else text


def _is_step(text: str) -> bool:
    return text.isdigit() and not text.startswith("0") and int(text) <= _MOST_STEPS


def known_code(text: str, codes: Iterable[str]) -> str:
    """A rank code that is in no list, as the only listed code that differs from it in one sign."""
    every = tuple(codes)
    if text in every or not any(character.isdigit() for character in text):
        return text
    near = [code for code in every if Levenshtein.distance(text, code, score_cutoff=1) <= 1]
    return near[0] if len(near) == 1 else text


def only_number(text: str) -> str:
    """An ID number without what the label left before or behind it ("/ŒŒCD: 001186164501")."""
    found = _ID_NUMBER.findall(text)
    return found[0] if len(found) == 1 else text


def code_in_two(text: str, detail: str) -> str:
    """A general number ("43 3268") with the point that a leader's dots took away; others as they are."""
    return text if detail else _TWO_GROUPS.sub(r"\1.\2", text) if _TWO_GROUPS.fullmatch(text) else text


def coefficient(text: str) -> str:
    """A pay coefficient with the comma that was lost ("234" -> "2,34"); others are left as they are."""
    found = _BARE_COEFFICIENT.fullmatch(text)
    return f"{found[1]},{found[2]}" if found is not None else text


def decimal_sign(words: Iterable[str]) -> str:
    """The sign that a document's hand puts into decimals: "," or "."; "" where that is not clear.

    A comma loses its tail and reads as a point, a point never reads as a comma: a share of commas is enough.
    """
    signs = Counter(found[1] for word in words if (found := _DECIMAL.fullmatch(word)))
    if signs[","] >= max(2, _COMMA_SHARE * signs.total()):
        return ","
    return "." if signs["."] >= 2 and not signs[","] else ""


def is_pointed(text: str) -> bool:
    """Whether a text is a decimal with a point."""
    return "." in text and _DECIMAL.fullmatch(text) is not None


def with_decimal_sign(text: str, sign: str) -> str:
    """A decimal with the document's own sign; text that is none, or an unknown sign, changes nothing."""
    return text.replace(".", ",") if sign == "," and _DECIMAL.fullmatch(text) else text


def period(text: str) -> str:
    """Both halves of a period with their slashes, and the dash between them."""
    halves = [date(half) for half in _BETWEEN_HALVES.split(text)]
    if len(halves) == 2:
        signs = _BETWEEN_HALVES.search(text)
        text = halves[0] + (signs.group() if signs else "") + halves[1]
    return _TWO_MONTHS.sub(r"\1 - \2", text)


def date(text: str) -> str:
    """Day, month and year with the sign between them that was lost or read as 1 ("1211997" -> "12/1997").

    Only where one reading alone makes a date; anything else is left as it is.
    """
    text = _SEVENTH.sub("7", _SIGN_BEFORE_YEAR.sub(" ", _ITEM_BEHIND_DATE.sub("", text)))
    if _DATE.fullmatch(text.replace(" ", "")):
        # A narrow cell breaks a date within its figures.
        return text.replace(" ", "")
    if not _YEAR_AT_END.search(text):
        return text
    start = len(text) - len(text.lstrip(_LETTERS))
    costs: dict[str, int] = {}
    for reading, cost in _dates(text[start:-4], text[-4:]):
        costs[reading] = min(cost, costs.get(reading, cost))
    least = min(costs.values(), default=0)
    likeliest = [reading for reading, cost in costs.items() if cost == least]
    return text[:start] + likeliest[0] if least > 0 and len(likeliest) == 1 else text


def _dates(rest: str, year: str) -> Iterator[tuple[str, int]]:
    """Every way to read what stands before the year as month, or day and month, with what it costs."""
    for before, sign in _ends(rest):
        if _is_month(before):
            yield f"{before}{_shown(sign, sign)}{year}", _SIGNS[sign]
        for length in (1, 2):
            month = before[-length:]
            if len(before) <= length or not _is_month(month):
                continue
            for day, first in _ends(before[:-length]):
                cost = _SIGNS[first] + _SIGNS[sign]
                if _is_day(day) and (cost <= _ONE_LOST or (first and sign)):
                    kind = _shown(first, sign)
                    yield f"{day}{kind}{month}{kind}{year}", cost


def _ends(text: str) -> Iterator[tuple[str, str]]:
    """The text, and the text without the sign that closes it, each with that sign."""
    yield text, ""
    if text and text[-1] in _SIGNS:
        yield text[:-1], text[-1]


def _shown(first: str, sign: str) -> str:
    """The sign to write: the true one that is there, a dash for a colon, a slash for all else."""
    for seen in (first, sign):
        if seen in ("/", "-", "."):
            return seen
    return "-" if ":" in (first, sign) else "/"


def _is_month(text: str) -> bool:
    return text.isdigit() and len(text) <= 2 and 1 <= int(text) <= 12


def _is_day(text: str) -> bool:
    return text.isdigit() and len(text) <= 2 and 1 <= int(text) <= 31
