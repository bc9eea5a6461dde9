"""Places with the names that the register has for them: the marks of "xã Cố Loa, huyện Đồng Anh".

Units that stand together are looked up together, from the province down, so that a commune is sought within
its district. A name that some unit bears as it was read is never touched; neither is one that two units
could explain. Tone placement is the paper's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from hrdigitize.domain.vietnamese import folded, new_tones, same_spelling
from hrdigitize.reference.places import COMMUNE, DISTRICT, KINDS, PROVINCE, Place, PlaceRegister, place_key

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: What parts two units that stand together, and what ends the name of one.
_BETWEEN = re.compile(r"^\s*(?:[,;.\-–]\s*)?$")
_ENDS_NAME = re.compile(r"[,;.:()\n]|\s[-–]\s")
_DASHES = re.compile(r"\s+[-–]\s+|,\s*")
_LONGEST_NAME = 5
#: One letter may be wrong in a name of so many, where the units around it agree to the letter.
_LETTERS_FOR_ONE_WRONG = 5
#: A Party committee is named by the unit that it leads: "Huyện uỷ Tiểu Cần".
_COMMITTEES = {"tỉnh uỷ": (PROVINCE,), "thành uỷ": (PROVINCE, DISTRICT)} | dict.fromkeys(
    ("huyện uỷ", "quận uỷ", "thị uỷ"), (DISTRICT,)
)
_LEVELS = {tuple(folded(kind).split()): levels for kind, levels in {**KINDS, **_COMMITTEES}.items()}


_KINDS_BY_LETTERS = {folded(kind): kind for kind in (*KINDS, *_COMMITTEES)}

_Y_AS_I = str.maketrans("yỳỷỹýỵ", "iìỉĩíị")

#: Syllables of highland names that papers and registers write with different marks (Đắk, Đăk, Đak).
_SPELLED_FREELY = frozenset(["dak", "dac", "lak", "lac", "drak", "pak", "pac", "pa", "nuong"])


@dataclass(frozen=True, slots=True)
class _Mention:
    """A unit as the text has it: the levels its kind may mean, and the characters of its name."""

    levels: tuple[int, ...]
    opens: int
    start: int
    end: int


def places_put_right(text: str, register: PlaceRegister, *, whole: bool) -> str:
    """The text with the register's names. whole: the text is a place even where it names no kind of unit."""
    mentions = tuple(_mentions(text))
    chains = tuple(_chains(text, mentions))
    if whole and not mentions:
        chains = tuple(_bare_chain(text, register))
    for chain in reversed(chains):
        for mention, name in reversed(_resolved(text, chain, register)):
            text = (
                text[: mention.start]
                + _written(text[mention.start : mention.end], name)
                + text[mention.end :]
            )
    return text


def kinds_put_right(text: str, register: PlaceRegister) -> str:
    """Kinds of unit with their marks before a name that a unit of that kind bears: "TÍNH NAM ĐỊNH".

    "xa" stays: "ở xa Tân An" is said as well.
    """
    for mention in reversed(tuple(_mentions(text))):
        read = text[mention.opens : mention.start].rstrip()
        meant = _KINDS_BY_LETTERS.get(folded(read), read)
        key = _key(text, mention.start, mention.end)
        if meant != "xã" and any(key in register.by_level[level] for level in mention.levels):
            written = " ".join(_kind(*pair) for pair in zip(read.split(), meant.split(), strict=False))
            text = text[: mention.opens] + written + text[mention.opens + len(read) :]
    return text


def _kind(read: str, meant: str) -> str:
    """A word of a kind in the capitals and the tone placement that it was read in."""
    if same_spelling(read.lower(), meant):
        return read
    return "".join(new.upper() if old.isupper() else new for old, new in zip(read, meant, strict=False))


def provinces_parted(text: str, register: PlaceRegister) -> str:
    """A place without kinds whose last two names ran together, parted by the text's own sign.

    The last words are a province's name and those before them the name of a unit in it.
    """
    signs = list(_DASHES.finditer(text))
    if not signs or any(_mentions(text)):
        return text
    words = list(_WORD.finditer(text, signs[-1].end()))
    for place in range(1, len(words)):
        rest = _key(text, words[place].start(), words[-1].end())
        unit = _key(text, words[0].start(), words[place - 1].end())
        if any(unit in province.within for province in register.provinces.get(rest, ())):
            return text[: words[place - 1].end()] + signs[-1].group() + text[words[place].start() :]
    return text


def place_name_put_right(text: str, register: PlaceRegister, named: str) -> str:
    """A name without its kind, as the only spelling that units with its letters have; else as it is.

    named: a text that names the unit as well; of several spellings the one that stands there is meant.
    """
    key = place_key(text)
    spellings = frozenset[str]().union(
        *(register.spellings(level, key) for level in (PROVINCE, DISTRICT, COMMUNE))
    )
    if any(_same_name(text, name) for name in spellings):
        return text
    around = new_tones(named.lower())
    meant = frozenset(name for name in spellings if name.lower() in around) or spellings
    return _written(text, next(iter(meant))) if len(meant) == 1 else text


def registered(text: str, register: PlaceRegister, *, whole: bool) -> list[tuple[int, int]]:
    """Where the text names units just as the register does, each within the one that follows it.

    whole: as for `places_put_right`.
    """
    mentions = tuple(_mentions(text))
    chains = list(_chains(text, mentions))
    if whole and not mentions:
        chains = list(_bare_chain(text, register))
    return [
        (mention.opens, mention.end)
        for chain in chains
        if _is_registered(text, chain, register)
        for mention in chain
    ]


def units_named(text: str, register: PlaceRegister) -> tuple[Place, ...]:
    """The smallest unit that a place names, once for each scheme that has it; nothing where it is not clear.

    The names must be the register's to the letter, from a province down: nothing is guessed.
    """
    mentions = tuple(_mentions(text))
    chains = list(_chains(text, mentions)) if mentions else list(_bare_chain(text, register))
    if len(chains) != 1 or PROVINCE not in chains[0][-1].levels:
        return ()
    found = tuple(_walked(text, list(reversed(chains[0])), register.provinces))
    schemes = [place.scheme for place in found]
    return tuple(place for place in found if schemes.count(place.scheme) == 1)


def _walked(
    text: str, mentions: Sequence[_Mention], units: Mapping[str, tuple[Place, ...]]
) -> Iterator[Place]:
    """The units at the end of every way along the mentions, larger unit first, spelled as they are."""
    first, *rest = mentions
    name = text[first.start : first.end]
    for place in units.get(place_key(name), ()):
        if place.level in first.levels and _same_name(name, place.name):
            if rest:
                yield from _walked(text, rest, place.within)
            else:
                yield place


def _is_registered(text: str, chain: Sequence[_Mention], register: PlaceRegister) -> bool:
    ways = _ways(text, list(reversed(chain)), register.provinces, register)
    return any(_differences(text, chain, way) == 0 for way in ways)


def _mentions(text: str) -> Iterator[_Mention]:
    """Every "kind name" of the text, in order."""
    words = list(_WORD.finditer(text))
    letters = [folded(word.group()) for word in words]
    at = 0
    while at < len(words):
        levels, length = _kind_at(letters, at)
        at += length or 1
        name = _name_at(text, words, letters, at) if levels else []
        if name:
            yield _Mention(levels, words[at - length].start(), name[0].start(), name[-1].end())
            at += len(name)


def _kind_at(letters: Sequence[str], at: int) -> tuple[tuple[int, ...], int]:
    """The levels that the words here may name, and how many words they are; nothing for none."""
    for length in (2, 1):
        levels = _LEVELS.get(tuple(letters[at : at + length]))
        if levels is not None:
            return levels, length
    return (), 0


def _name_at(
    text: str, words: Sequence[re.Match[str]], letters: Sequence[str], at: int
) -> list[re.Match[str]]:
    """The words of a name: capitals or figures, up to a sign, a word in small letters or the next kind."""
    name: list[re.Match[str]] = []
    while at < len(words) and len(name) < _LONGEST_NAME:
        word = words[at]
        if name and (_kind_at(letters, at)[0] or _ENDS_NAME.search(text[name[-1].end() : word.start()])):
            break
        if not (word.group()[0].isupper() or word.group().isdigit() or (name and "'" in word.group())):
            break
        name.append(word)
        at += 1
    return name


def _chains(text: str, mentions: Sequence[_Mention]) -> Iterator[tuple[_Mention, ...]]:
    """Mentions that stand together, from the smaller unit to the larger one."""
    chain: list[_Mention] = []
    for mention in mentions:
        goes_on = chain and _BETWEEN.match(text[chain[-1].end : mention.opens])
        if goes_on and min(mention.levels) < max(chain[-1].levels):
            chain.append(mention)
            continue
        if chain:
            yield tuple(chain)
        chain = [mention]
    if chain:
        yield tuple(chain)


def _bare_chain(text: str, register: PlaceRegister) -> Iterator[tuple[_Mention, ...]]:
    """Names without kinds ("Ia Kênh, Pleiku, Gia Lai"), where the last one is a province's."""
    pieces: list[tuple[int, int]] = []
    at = 0
    for sign in [*_DASHES.finditer(text), None]:
        end = sign.start() if sign is not None else len(text)
        pieces.append((at, end))
        at = sign.end() if sign is not None else end
    if len(pieces) < 2 or not _alike(_key(text, *pieces[-1]), register.provinces):
        return
    levels = ((COMMUNE,), (DISTRICT, COMMUNE), (PROVINCE,))[-min(3, len(pieces)) :]
    yield tuple(
        _Mention(level, start, start, end) for level, (start, end) in zip(levels, pieces[-3:], strict=True)
    )


def _key(text: str, start: int, end: int) -> str:
    return place_key(text[start:end])


def _resolved(text: str, chain: Sequence[_Mention], register: PlaceRegister) -> list[tuple[_Mention, str]]:
    """The mentions of a chain whose names the register has otherwise, and those names."""
    if len(chain) == 1:
        return _alone(text, chain[0], register)
    ways = set(_ways(text, list(reversed(chain)), register.provinces, register))
    if not ways:
        return [found for mention in chain for found in _alone(text, mention, register)]
    if len(ways) > 1:
        least = min(_differences(text, chain, way) for way in ways)
        ways = {way for way in ways if _differences(text, chain, way) == least}
    if len(ways) > 1:
        return []
    names = reversed(ways.pop())
    return [
        (mention, name)
        for mention, name in zip(chain, names, strict=True)
        if not _same_name(text[mention.start : mention.end], name)
        and not _is_name_elsewhere(text[mention.start : mention.end], mention, register)
    ]


def _is_name_elsewhere(read: str, mention: _Mention, register: PlaceRegister) -> bool:
    """Whether units of other levels bear the name as it was read: registers spell one name in two ways.

    The district is "Mù Căng Chải" there, and its town "Mù Cang Chải".
    """
    spelled, key = new_tones(read), place_key(read)
    others = {PROVINCE, DISTRICT, COMMUNE}.difference(mention.levels)
    return any(spelled in register.spellings(level, key) for level in others)


def _ways(
    text: str, mentions: Sequence[_Mention], units: Mapping[str, tuple[Place, ...]], register: PlaceRegister
) -> Iterator[tuple[str, ...]]:
    """Every way to find the mentions, larger unit first, each within the one before: their names."""
    first = mentions[0]
    if units is register.provinces and PROVINCE not in first.levels:
        units = register.by_level[min(first.levels)]
    for place in _alike(_key(text, first.start, first.end), units):
        if place.level not in first.levels:
            continue
        if len(mentions) == 1:
            yield (new_tones(place.name),)
            continue
        for rest in _ways(text, mentions[1:], place.within, register):
            yield (new_tones(place.name), *rest)


def _alike(key: str, units: Mapping[str, tuple[Place, ...]]) -> tuple[Place, ...]:
    """Units with these letters; failing that, those with one letter other, in a name long enough."""
    exact = units.get(key)
    if exact is not None or len(key) < _LETTERS_FOR_ONE_WRONG or len(units) > 100:
        return exact or ()
    return tuple(
        place
        for other, places in units.items()
        if Levenshtein.distance(key, other, score_cutoff=1) <= 1
        for place in places
    )


def _differences(text: str, chain: Sequence[_Mention], way: Sequence[str]) -> int:
    """How many characters of the text a way would change."""
    return sum(
        Levenshtein.distance(new_tones(text[mention.start : mention.end]).lower(), name.lower())
        for mention, name in zip(chain, reversed(way), strict=True)
    )


def _alone(text: str, mention: _Mention, register: PlaceRegister) -> list[tuple[_Mention, str]]:
    """A unit named by itself: its name where all units of that level with its letters share one spelling."""
    read = text[mention.start : mention.end]
    key = place_key(read)
    spellings = frozenset[str]().union(*(register.spellings(level, key) for level in mention.levels))
    if len(spellings) != 1 or any(_same_name(read, name) for name in spellings):
        return []
    return [(mention, next(iter(spellings)))]


def _same_name(read: str, name: str) -> bool:
    """Whether a name is the register's but for spaces and capitals, which are the paper's own ("Cư Ê Wi")."""
    return same_spelling(*("".join(_with_i(part) for part in one.lower().split()) for one in (read, name)))


def _written(read: str, name: str) -> str:
    """The name in the manner of the text: syllables that agree stay as they are, capitals stay capitals.

    D and đ are told apart by every engine: where nothing else differs, the paper has another spelling.
    """
    if _strokes(read) != _strokes(name) and place_key(read) == place_key(name):
        return read
    old, new = read.split(" "), name.split(" ")
    if len(old) != len(new):
        return _spaced_as(read, name)
    return " ".join(_syllable(one, other) for one, other in zip(old, new, strict=True))


def _spaced_as(read: str, name: str) -> str:
    """The letters of a name with the spaces and the capitals of what was read, where they are as many."""
    letters = "".join(name.split())
    if len(letters) != len("".join(read.split())):
        return name.upper() if read.isupper() else name
    ahead = iter(letters)
    each = (old if old.isspace() else next(ahead) for old in read)
    return "".join(new.upper() if old.isupper() else new.lower() for old, new in zip(read, each, strict=True))


def _syllable(read: str, name: str) -> str:
    freely = folded(name) in _SPELLED_FREELY and folded(read)[:1] == folded(name)[:1]
    if freely or same_spelling(_with_i(read.lower()), _with_i(name.lower())):
        return read
    return name.upper() if read.isupper() and len(read) > 1 else name


def _with_i(syllable: str) -> str:
    """A syllable with i at its end for y: both are written ("Phú Quý", "Phú Quí")."""
    # "Thủy" and "Thuỷ" end alike only once the tone stands at one place.
    syllable = new_tones(syllable)
    return syllable[:-1] + syllable[-1:].translate(_Y_AS_I)


def _strokes(text: str) -> int:
    return text.lower().count("đ")
