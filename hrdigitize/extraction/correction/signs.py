"""Signs between words that specks, folds and worn print make: points and dashes where nothing was typed.

And what the engine runs together or takes apart. Letters are never changed here.
"""

from __future__ import annotations

import re

from hrdigitize.domain.syllables import is_syllable
from hrdigitize.domain.vietnamese import CAPITALS

#: Signs that are typed on no form; the low quotation mark is a comma with a speck.
_NO_SIGNS = re.compile(r"[|¦¬~^`´¢£¥§©®°•·†‡¤«»‹›\\{}<>*#=_]+")
_LOW_QUOTE = re.compile(r"\s*[„‚](?:\s*,)?(?=\s|$)")
#: A quotation mark with no partner in the text.
_QUOTES = re.compile(r"[“”\"‘]")
#: An apostrophe that follows a word or stands alone; those within and before names stay (H'Mông, 'đing).
_LOOSE_APOSTROPHE = re.compile(r"(?<=[^\W\d_]{2})['’](?=\s|$)|(?<!\S)['’](?=\s|$)")
_AFTER_CAPITALS = re.compile(rf"(?<=[{CAPITALS}]{{3}})['’](?=[{CAPITALS}]{{2}})")
#: A point, colon, semicolon or dash squeezed between two words.
_SQUEEZED = re.compile(r"(?<![\w.])([^\W\d_]+)([.:;])(?=[^\W_]+)")
#: A point or colon behind a word, a space, and a further word.
_TRAILING = re.compile(r"(?<![\w.])([^\W\d_]+)[.:](?=\s+[^\W_])")
#: A stroke before the first word in capitals.
_STROKE = re.compile(rf"^[lıi]\s+(?=[{CAPITALS}])")
#: A point behind a word, before a name in a place, and in a text before a word in small letters.
_POINT = re.compile(rf"(?<![\w.])([^\W\d_]+)\.(?=\s[{CAPITALS}])")
#: What people put before the parts of an entry of the family table, and what may stand before these words.
_FAMILY_PART = re.compile(r"\b(?:Quê quán|Nghề nghiệp|Địa chỉ(?: hiện tại)?|Nơi ở(?: hiện nay)?):")
_DASH_BEFORE = re.compile(r"(?:\w|\s[-–])\s$")
_SHORTEST_WORD = 3
#: A text with a full stop in its midst, and so many words, ends with one.
_STOP_WITHIN = re.compile(rf"\w[^\W\d_]\. [{CAPITALS}][^\W\d_]+ ")
_PARAGRAPH = 12
#: Words after which a name or a kind comes, never an end or a colon.
_LEADING_WORDS = frozenset(
    [
        "xã",
        "phường",
        "huyện",
        "quận",
        "tỉnh",
        "phố",
        "thị",
        "trấn",
        "uỷ",
        "ủy",
        "ban",
        "hội",
        "công",
        "sở",
        "ea",
        "ia",
    ]
)
#: A dash on a leader: the leader's dots read with it.
_DOTTED_DASH = re.compile(r"(?<=\s)([-–])[.:]+\s?(?=\w)")
#: A leader's dot between a year and the word behind it.
_YEAR_TO_WORD = re.compile(rf"(?<=\d{{4}})[.:](?=[{CAPITALS}][^\W\d_]{{2}})")
_CENTIMETRES = re.compile(r"(?<=\d)(\s?)em$")
_DIGITS_TO_WORD = re.compile(r"(?<=\d)[-–](?=năm|tháng)")
_GLUED = re.compile(
    rf"(?<![^\W\d_])([^\W\d_]{{2,7}}?)((?:\d{{1,4}})|[IVX]{{1,4}}|[{CAPITALS}][^\W\d_]+)(?![^\W_])"
)
_RUN_TOGETHER = re.compile(rf"(?<![\w'’])[^\W\d_][^\W\d_{CAPITALS}]{{4,20}}(?![\w'’])")
_KIND = r"(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)"
_KIND_COLON = re.compile(rf"(\b{_KIND})\s*:\s*", re.IGNORECASE)
#: What a hint cut out between two blanks leaves: "Vân Côn : Hoài Đức", "xã Nguyên Xá - : tỉnh Thái Bình".
_COLON = re.compile(
    rf"(?<![\w])([{CAPITALS}][^\W\d_]*|(?<=phường )\d+)\s*(?:[-–.,;_]\s*)*:\s*(?=[{CAPITALS}]|{_KIND}\b)"
)
#: A unit with its name, a point or semicolon, and a further unit.
_UNITS_PARTED = re.compile(rf"(\b{_KIND} [^,;:.()]+?)\s*[.;](?=\s{_KIND}\s)", re.IGNORECASE)
#: A unit with its name and, with nothing or a bare comma between, a further unit.
_UNITS_RUN_ON = re.compile(
    rf"(\b(?i:{_KIND}) [{CAPITALS}][^,;:.()\-–]*?)(?:\s*,|\s)\s*(?=(?i:{_KIND}) [{CAPITALS}])"
)
#: Letters that no Vietnamese word has, and the one that is meant; "ä", "ö" and others may be several.
_HOME_LETTERS = str.maketrans("ÑñÏïÎî", "NnIiIi")


def with_home_letters(text: str) -> str:
    """The text with N for "Ñ" and I for "Ï": their marks are specks."""
    return text.translate(_HOME_LETTERS)


def without_stray_signs(text: str) -> str:
    """The text without signs that are typed on no form, and without quotation marks that nothing closes."""
    text = _LOW_QUOTE.sub(",", _STROKE.sub("", text))
    text = _NO_SIGNS.sub(" ", text)
    if len(_QUOTES.findall(text)) % 2:
        text = _QUOTES.sub(" ", text)
    text = _AFTER_CAPITALS.sub(" ", _LOOSE_APOSTROPHE.sub("", text))
    return " ".join(text.split())


def without_squeezed_signs(text: str) -> str:
    """Points and colons that a speck put between two words: "Ban:Tổ chức", "xã. Sơn Kim"."""
    text = _DOTTED_DASH.sub(r"\1 ", _DIGITS_TO_WORD.sub(" ", text))
    text = _YEAR_TO_WORD.sub(" ", _CENTIMETRES.sub(r"\1cm", text))
    text = _SQUEEZED.sub(lambda found: f"{found[1]} " if _goes_on(found[1]) else found.group(), text)
    capitals = text.isupper()

    def joined(found: re.Match[str]) -> str:
        word = found[1]
        goes_on = is_syllable(word) if capitals else word.lower() in _LEADING_WORDS
        return word if goes_on else found.group()

    return _TRAILING.sub(joined, text)


def _goes_on(word: str) -> bool:
    return _is_word(word) or word.lower() in _LEADING_WORDS


def _is_word(text: str) -> bool:
    """A whole word in small letters but for its first, no abbreviation ("TP", "Th", "Q")."""
    return len(text) >= _SHORTEST_WORD and text[1:].islower() and is_syllable(text)


def commas_in_place(text: str) -> str:
    """The units of a place parted by commas, where nothing parts them: the form printed their kinds only.

    So a careful person writes the three blanks of one place; other signs between the units are kept.
    """
    return _UNITS_RUN_ON.sub(r"\1, ", text)


def without_colons(text: str) -> str:
    """A place without colons: those of printed kinds ("Xã: …"), and of hints cut out between its blanks."""
    return _COLON.sub(r"\1, ", _KIND_COLON.sub(r"\1 ", text))


def commas_for_points(text: str) -> str:
    """A place with commas for the points between its names ("Đam Rông. Lâm Đồng"); never in "TP. Vinh"."""
    return _POINT.sub(lambda found: f"{found[1]}," if _is_word(found[1]) else found.group(), text)


def with_final_stop(text: str) -> str:
    """A paragraph of several sentences with the full stop that it must end with."""
    whole = len(text.split()) >= _PARAGRAPH and _STOP_WITHIN.search(text) and text[-1].isalpha()
    return f"{text}." if whole else text


def with_list_dashes(text: str) -> str:
    """The parts of an entry of a family table, each with the dash before it.

    A dash is lost more easily than any other sign; where some other sign parts them, none is put in.
    """
    parts = list(_FAMILY_PART.finditer(text))
    if len(parts) < 2 or not all(_DASH_BEFORE.search(text[: part.start()]) for part in parts[1:]):
        return text
    for part in reversed(parts):
        before = text[: part.start()].rstrip()
        text = f"{before.rstrip('-–').rstrip()} - {text[part.start() :]}".lstrip()
    return text


def commas_between_units(text: str) -> str:
    """A point or semicolon before a further unit of a place, read as the comma that it was."""
    return _UNITS_PARTED.sub(lambda found: found.group() if " - " in found[1] else f"{found[1]},", text)


def spaced(text: str) -> str:
    """A word that ran together with a figure, a Roman number or further words: "bậc9", "LoạiI", "tiểuhọc"."""

    def apart(found: re.Match[str]) -> str:
        first, second = found[1], found[2]
        if not (first[1:].islower() and is_syllable(first)):
            return found.group()
        stands_alone = second.isdigit() or second in _ROMAN or is_syllable(second)
        return f"{first} {second}" if stands_alone else found.group()

    return _RUN_TOGETHER.sub(lambda found: _syllables(found.group()), _GLUED.sub(apart, text))


def _syllables(word: str) -> str:
    """A word of several syllables apart, where it can be parted in one way only; else as it is.

    Without any mark it may be foreign ("Busan").
    """
    if is_syllable(word) or word.isascii():
        return word
    ways = {
        f"{word[:cut]} {rest}"
        for cut in range(2, len(word) - 1)
        if is_syllable(word[:cut])
        for rest in (word[cut:], _syllables(word[cut:]))
        if all(len(part) > 1 and is_syllable(part) for part in rest.split())
    }
    fewest = min((way.count(" ") for way in ways), default=0)
    likely = {way for way in ways if way.count(" ") == fewest}
    return likely.pop() if len(likely) == 1 else word


_ROMAN = frozenset(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"))
#: What the engine makes of the strokes of a Roman number.
_STROKES = re.compile(
    r"(?<=\b[Kk]hu vực )[IlÍÌÏíìï1|HV]{1,4}\b"
    r"|(?<=\b[Ll]oại )[IlÍÌÏíìï|HV]{1,4}$"
    r"|(?<=\b[Hh]ạng )[IlÍÌÏíìï|HV]{1,4}\b"
)


def roman(text: str) -> str:
    """Roman numbers after "khu vực", "loại", "hạng" whose strokes read as l, Ï or H."""

    def numbered(found: re.Match[str]) -> str:
        read = found.group()
        if read in _ROMAN:
            return read
        strokes = re.sub(r"[lÍÌÏíìï1|]", "I", read)
        meant = {strokes.replace("H", each) for each in ("I", "II")} & _ROMAN
        return meant.pop() if len(meant) == 1 else read

    return _STROKES.sub(numbered, text)
