"""What no writer means, by the text alone: a bracket that stays open, a kind of unit without its name.

Each rule is one sort of error that both line readers made alike and surely on generated forms.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_CAPITAL = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_SMALL = "[a-zà-öø-ÿăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]"
#: A figure of an item's number with a letter for the other one ("i0" for "10)", "Ỉ1" for "11)").
_MIXED = re.compile(r"(?<=\s)[ilIoOíìỉĩịÍÌỈĨỊ]\d$")
#: One small letter with a figure alone: what specks on a blank read as. A level is a capital ("A2").
_LETTER_AND_FIGURE = re.compile(rf"^{_SMALL}\d{{1,2}}$")
#: A tone on the first vowel of two where the second one bears it ("Kbụôr").
_TONE_BEFORE = re.compile(r"[ụủũùú][ôơ]|[ịỉĩìí]ê|[ựửữừứ]ơ", re.IGNORECASE)
#: A colon between a value and the next label ("nghề nghiệp: Làm ruộng: nơi ở"), where a semicolon stands.
_TWO_COLONS = re.compile(r": [^\W\d_][^;:.,+()/–-]{1,30}: ")
#: A code of a rank with another sign for its point, without it, or without its first figure.
_CODE = re.compile(r"\b\d\d[a-d]?[,:;]\d{3}\b|\b\d\d[a-d] \d{3}\b|^\d\.\d{3}(?=/\d|$)")
#: A comma without its space, and a semicolon before a year: the one was a speck, the other a comma.
_RUN_ON = re.compile(r"(?<=[^\W\d_]),(?=[^\W\d_])")
_BEFORE_YEAR = re.compile(r";(?= (?:19|20)\d\d\b)")
#: A capital with a tone before a figure: a level of a language is "A2", never "Ạ2".
_MARKED_LEVEL = re.compile(r"\b[ẠẢÃÁÀẸẺẼÉÈ](?=\d?$|\d\b)")
#: A letter behind an apostrophe that is drawn alike large and small: "Ch'Ơm" and "Ch'ơm".
_BEHIND_APOSTROPHE = re.compile(r"(?<=['’])[cosuvwxzôơư](?![^\W\d_]*['’])", re.IGNORECASE)
#: A grade is a figure, a Roman numeral or a letter from A to D ("loại H" was "loại II"); a step is a figure.
_GRADE = re.compile(r"\b(?:loại|hạng) H\b|\bbậc [IlH]+\b", re.IGNORECASE)
#: A code with a word behind it: the end of the value above. A height without its "m", or with the number of
#: the next item behind it.
_CODE_AND_WORD = re.compile(r"^\d+\.\d+ (?=[^\W\d_]{2,}$)")
_HEIGHT = re.compile(r"^\d (?=\d\d$)|(?<=^\d[m,]\d\d) (?=\d{1,2}$)")
#: An answer with figures behind it, the number of the next item.
_ANSWER_AND_NUMBER = re.compile(r"^[Kk]hông (?=[\d:.,]+$)")
#: Small letters that are words; any other one alone at the head is a speck or a fold ("t Làm ruộng").
_SMALL_WORDS = "ởyýàôơ"
#: Words that something follows: a grade, a region, and a unit behind a comma ("xã Hoằng Ngọc, huyện").
_OPEN_ENDED = re.compile(r"(?:\b(?:loại|hạng|bậc|khu vực)|, (?:xã|phường|huyện|quận|tỉnh))$", re.IGNORECASE)
#: The middle word of women's names stands first or last where the rest was lost; "thị xã" is written small.
_NAME_CUT = re.compile(r"^(?:Thị|THỊ) (?=[^\W\d_]+ [^\W\d_]+$)|(?<= )(?:Thị|THỊ)$")
#: The number of a row, read as the head of its text ("6Giáo viên"): alone it weighs too little to be seen.
_ROW_NUMBER = re.compile(rf"^\d{{1,2}}[.)]?(?=[{_CAPITAL}]{_SMALL})")
#: Units of the map: a comma lost its tail or is missing ("thôn 10. Xã", "xã Y Tý huyện"), or a
#: speck stands in its name ("huyện Vạn: Ninh,").
_UNIT = "xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh"
_STOP_FOR_COMMA = re.compile(rf"(?<=\w)[.;](?= (?i:{_UNIT}) [{_CAPITAL}\d])")
_NO_COMMA = re.compile(
    rf"\b(?i:xã|phường|thị trấn|huyện|quận|thị xã) (?:[{_CAPITAL}][\w'’]* )+"
    r"(?=(?i:huyện|quận|thị xã|thành phố|tỉnh) )"
)
_SPECK_IN_UNIT = re.compile(
    rf"\b(?i:{_UNIT}) (?:[{_CAPITAL}][\w'’]* ?)+[.:;](?= [{_CAPITAL}][\w'’]*(?:[,;]|$))"
)
#: A level is a capital ("Anh văn C"); its small letter is drawn alike, and no word is one consonant.
_SMALL_LEVEL = re.compile(r"(?<=[^\W\d_] )[bcd]$")
#: A colon before a unit that no label ends with, two signs in a row, and "số" in the shape of capitals.
_COLON_BEFORE_UNIT = re.compile(rf"(?<!quán)(?<!ở)(?<!tại)(?<!chỉ)(?<!trú)(?<!sinh): ?(?=(?:{_UNIT}) )")
_TWO_SIGNS = re.compile(r"[:;,] ?[.:;,]|(?<=[^\W\d_])[.:;,] -(?= )")
#: A stop behind a number that a word counts by: a comma that lost its tail ("Chi bộ 3. Đảng bộ").
_STOP_BEHIND_NUMBER = re.compile(rf"(?<=[^\W\d_] \d)\.(?= [{_CAPITAL}])")
_LOUD_NUMBER = re.compile(r"^SỐ (?=\d+,? )")
#: A semicolon before every comma: the comma of a short list whose tail ran out ("Nghiên cứu; giảng dạy").
_SEMICOLON_FIRST = re.compile(r"^[^,:;.]+(;)(?= \w)(?![^,]*;)(?=[^:]*$)")
#: Two capitals, then small letters: "THị" is half of "Thị". Places of the highlands are written so with a K.
_MIXED_CASE = re.compile(rf"\b(?!K)[{_CAPITAL}]{{2}}{_SMALL}+\b")
#: A text is set in capitals where so many of its words are.
_CAPITALS = 0.75

_ODD = (
    _MIXED,
    _LETTER_AND_FIGURE,
    _CODE,
    _OPEN_ENDED,
    _NAME_CUT,
    _TONE_BEFORE,
    _TWO_COLONS,
    _RUN_ON,
    _BEFORE_YEAR,
    _MARKED_LEVEL,
    _BEHIND_APOSTROPHE,
    _GRADE,
    _CODE_AND_WORD,
    _HEIGHT,
    _ANSWER_AND_NUMBER,
    _ROW_NUMBER,
    _STOP_FOR_COMMA,
    _NO_COMMA,
    _SPECK_IN_UNIT,
    _SMALL_LEVEL,
    _MIXED_CASE,
    _COLON_BEFORE_UNIT,
    _TWO_SIGNS,
    _STOP_BEHIND_NUMBER,
    _LOUD_NUMBER,
    _SEMICOLON_FIRST,
)


def odd_place(text: str) -> int | None:
    """Where a text has a sign or a word that nobody writes so; None where it has none."""
    if text[:1].islower() and text[1:2] == " " and text[0] not in _SMALL_WORDS:
        return 0
    if text[:1].islower() and text.endswith(" Không"):
        return 0  # the end of a question, and its answer
    for pattern in _ODD:
        if (found := pattern.search(text)) is not None:
            return found.start(found.lastindex or 0)
    words = list(_WORD.finditer(text))
    if words and text.count("(") != text.count(")"):
        return max(text.find("("), text.find(")"))
    return _small_among_capitals(words)


def _small_among_capitals(words: list[re.Match[str]]) -> int | None:
    """The first word that goes on in small letters where the others are set in capitals."""
    long = [word for word in words if len(word.group()) > 1]
    capitals = sum(word.group().isupper() for word in long)
    if len(long) < 3 or capitals < _CAPITALS * len(long):
        return None
    return next((word.start() for word in long if word.group()[1:].islower()), None)
