"""Texts for training lines: what stands on forms, and what no list holds, so that letters are learnt.

A reader that learnt words only would read the likeliest word where the paper says another one; a quarter of
the texts are syllables by chance, each rime and tone as often as any other, or no words at all.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from random import Random
from unicodedata import normalize

from hrdigitize import bundle
from hrdigitize.domain.syllables import TONES, is_syllable
from hrdigitize.extraction.page.printed import wording_of
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.ocr.line_input import ALPHABET


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_ONSETS = _words(
    """
    b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x
    """
)
_VOWELS = _words(
    """
    a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iêu iu oa oai oay oe oi oo ôi ơi ua uâ uê ui uơ
    uôi uy uya uyê ưa ưi ươi ươu ưu iê oă uô ươ yê yêu
    """
)
_CODAS = ("", "c", "ch", "m", "n", "ng", "nh", "p", "t")
_HIGHLAND = _words(
    """
    Ea Krông Kpă Niê Mlô Êban Ayun Hleo Kbang Čư Cư Kuin Buôn Plei Rơ Châm Siu Ksor Nay Rahlan Y H' K'
    Đăk Đắk R'Lấp M'gar M'Đrăk Súp Drăng H'Mông H'Bia K'Pă K'Srê Blơi Chư Sê Pưh Păh Ia Grai Lắk Knốp
    Pốk
    """
)

#: What highland syllables open and end with, and their vowels; words of the list above keep their own shares.
_HIGHLAND_ONSETS = _words(
    """
    b bl br bh č d dr đ g gr h hr hm hl j k kb kd kn kp kr kl ks l m ml mr n ñ ng p pl pr r rb rm s sr t w y
    hñ tl dl mñ
    """
)
_HIGHLAND_VOWELS = _words("a ă â e ĕ ê i ĭ o ŏ ô ơ u ŭ ư ia iê ua uô ươ ui ai ao au oa ơi")
_HIGHLAND_CODAS = ("", "", "c", "ch", "h", "k", "l", "m", "n", "ng", "o", "p", "r", "t", "ñ", "č")


@cache
def syllables() -> tuple[str, ...]:
    """Every syllable that Vietnamese spelling allows, in small letters, with old and new tone placement."""
    found = {
        normalize("NFC", onset + vowel[: at + 1] + tone + vowel[at + 1 :] + coda)
        for onset in ("", *_ONSETS)
        for vowel in _VOWELS
        for coda in _CODAS
        for tone in TONES
        for at in _tone_places(vowel, coda)
    }
    return tuple(sorted(text for text in found if is_syllable(text)))


def _tone_places(vowel: str, coda: str) -> tuple[int, ...]:
    """The letters of a group of vowels that may bear its tone; two where schools differ ("hòa", "hoà")."""
    marked = [at for at, letter in enumerate(vowel) if letter in "ăâêôơư"]
    if len(vowel) == 1 or marked:
        return (marked[-1] if marked else 0,)
    if len(vowel) == 3 or coda:
        return (1,)
    return (0, 1) if vowel in ("oa", "oe", "uy") else (0,)


@cache
def _by_tone() -> dict[str, tuple[str, ...]]:
    """Syllables by tone: the hook and the tilde are rare in language, and no rarer here."""
    found: dict[str, list[str]] = {tone: [] for tone in TONES}
    for text in syllables():
        tone = next((sign for sign in normalize("NFD", text) if sign in TONES[1:]), "")
        found[tone].append(text)
    return {tone: tuple(texts) for tone, texts in found.items()}


def _syllable(rng: Random) -> str:
    return rng.choice(_by_tone()[rng.choice(TONES)])


@cache
def _by_vowel() -> dict[str, tuple[str, ...]]:
    """Syllables by their toned vowel: each of the 72 is drawn as often as any other."""
    found: dict[str, list[str]] = {}
    for text in syllables():
        for letter in text:
            if letter not in "bcdđghklmnpqrstvx":
                found.setdefault(letter, []).append(text)
    return {vowel: tuple(texts) for vowel, texts in found.items()}


def _rare_vowels(rng: Random) -> str:
    """Syllables with vowels as often as any other, as names bear them: "Hiển", "HIỂN"."""
    pools = tuple(_by_vowel().values())
    words = [rng.choice(rng.choice(pools)) for _ in range(rng.choice((1, 1, 2, 3)))]
    case = rng.choice((str.upper, str.upper, str.capitalize, str))
    return " ".join(case(word) for word in words)


@cache
def _known() -> dict[str, tuple[str, ...]]:
    """What lists, registers and forms hold: places, names, entries, phrases, printed wording."""
    root = bundle.resources() / "reference"
    names = tomllib.loads((root / "names.toml").read_text("utf-8"))
    places = [
        line.strip().split("|")[0]
        for line in (root / "places.txt").read_text("utf-8").splitlines()
        if "|" in line
    ]
    phrases = [line for line in (root / "phrases.txt").read_text("utf-8").splitlines() if line[:1] not in "#"]
    entries: list[str] = []
    for path in sorted((root / "lists").glob("*.toml")):
        for name, others in tomllib.loads(path.read_text("utf-8"))["entries"].items():
            entries += [name, *(others if isinstance(others, list) else ())]
    printed = [text for form in load_forms().values() for text in wording_of(form)]
    return {
        "surnames": tuple(names["surnames"]),
        "given": tuple(names["given"]),
        "places": tuple(sorted(set(places))),
        "phrases": tuple(phrases),
        "entries": tuple(entries),
        "printed": tuple(sorted(set(printed))),
    }


def _windows(words: Sequence[str], rng: Random, longest: int = 5) -> str:
    """Some neighbouring words: a crop seldom holds the whole of a sentence."""
    count = min(len(words), rng.randint(1, longest))
    start = rng.randint(0, len(words) - count)
    return " ".join(words[start : start + count])


def _random_syllables(rng: Random) -> str:
    return " ".join(_syllable(rng) for _ in range(rng.choice((1, 1, 2, 2, 3, 4))))


def _name(rng: Random) -> str:
    known = _known()
    if rng.random() < 0.12:
        return " ".join(rng.choice(_HIGHLAND) for _ in range(rng.randint(1, 3)))
    given = [rng.choice(known["given"]) if rng.random() < 0.4 else _syllable(rng).capitalize()]
    middle = [_syllable(rng).capitalize() for _ in range(rng.randint(0, 2))]
    surname = [rng.choice(known["surnames"])] if rng.random() < 0.6 else []
    text = " ".join([*surname, *middle, *given])
    return text.upper() if rng.random() < 0.4 else text


def _highland(rng: Random) -> str:
    """Names of highland people, with letters that no Vietnamese word has, and with no tone."""
    words = []
    for _ in range(rng.randint(1, 3)):
        word = rng.choice(_HIGHLAND_ONSETS) + rng.choice(_HIGHLAND_VOWELS) + rng.choice(_HIGHLAND_CODAS)
        opening = rng.choice(("", "", "", "", "H'", "K'", "R'", "Ê", "A", "Ea ", "Y ")) + word
        words.append(rng.choice((opening, opening[:1].upper() + opening[1:], opening.title())))
    text = " ".join(words)
    return text.upper() if rng.random() < 0.35 else text


def _line(rng: Random) -> str:
    """Labels with their values, as a whole line of a form has them: the first look reads such lines."""
    parts = []
    for _ in range(rng.randint(1, 3)):
        label = _windows(rng.choice(_known()["printed"]).split(), rng, 7)
        value = rng.choice((_name, _date, _figure, _from("places"), _from("entries"), lambda _: ""))(rng)
        parts.append(f"{label}{rng.choice((':', ': ', ': ', ' : ', ' '))}{value}".strip())
    return rng.choice((" ", ", ", "; ", " - ", ". ")).join(parts)


def _from(pool: str) -> Callable[[Random], str]:
    def drawn(rng: Random) -> str:
        return _windows(rng.choice(_known()[pool]).split(), rng)

    return drawn


def _date(rng: Random) -> str:
    sign = rng.choice("///..-")
    day, month, year = rng.randint(1, 31), rng.randint(1, 12), rng.randint(1930, 2026)
    full = f"{day:02}{sign}{month:02}{sign}{year}"
    short = f"{month:02}{sign}{year}"
    end = f"{rng.randint(1, 12):02}{sign}{rng.randint(1930, 2026)}"
    dash = rng.choice(("-", " - ", "–", " – ", " đến "))
    forms = (
        full, full, f"{day}{sign}{month}{sign}{year}", short, short, f"{short}{dash}{end}",
        f"{year}{dash}{year + 3}", str(year),
        f"ngày {day:02} tháng {month:02} năm {year}", f"{day:02} {month:02} {year}", f"Từ {short}",
    )  # fmt: skip
    return rng.choice(forms)


def _digits(rng: Random, count: int) -> str:
    return "".join(rng.choice("0123456789") for _ in range(count))


def _figure(rng: Random) -> str:
    forms: Sequence[Callable[[], str]] = (
        lambda: _digits(rng, rng.choice((9, 12, 10))),
        lambda: f"{rng.choice(('01', '03', '06', '15', '16', '13', '02'))}.{_digits(rng, 3)}",
        lambda: f"{_digits(rng, 2)}{rng.choice('abc')}.{_digits(rng, 3)}",
        lambda: f"V.0{rng.randint(1, 9)}.0{rng.randint(1, 9)}.{_digits(rng, 2)}",
        lambda: f"{rng.randint(1, 8)}{rng.choice(',,.')}{_digits(rng, 2)}",
        lambda: f"{rng.randint(1, 8)}{rng.choice(',.')}{_digits(rng, 2)}{rng.choice(('', ';', ' -'))}",
        lambda: f"{rng.randint(1, 12)}/{rng.randint(9, 12)}",
        lambda: f"{rng.randint(5, 40)}{rng.choice(('%', ' %'))}",
        lambda: f"{rng.randint(1, 9)}{_digits(rng, rng.randint(0, 2))}",
        lambda: f"1{rng.choice(('m', ',', ' m ', 'm '))}{_digits(rng, 2)}{rng.choice(('', ' m', 'm', 'cm'))}",
        lambda: f"{rng.randint(38, 95)} kg",
        lambda: f"0{_digits(rng, 3)}{rng.choice('. ')}{_digits(rng, 3)}{rng.choice('. ')}{_digits(rng, 3)}",
        lambda: f"Số {_digits(rng, rng.randint(1, 4))}/QĐ-{rng.choice(('UBND', 'SNV', 'TU', 'HU', 'BTC'))}",
        lambda: f"{_digits(rng, rng.randint(1, 4))}-{rng.choice(('QĐ/TU', 'NQ/HU', 'QĐNS/HU', 'CV/BTC'))}",
        lambda: f"{rng.randint(1, 31)}) ",
        lambda: f"{rng.randint(1, 31)}. {_syllable(rng).capitalize()}",
        lambda: f"{rng.choice(('A', 'B', 'AB', 'O'))}{rng.choice(('', '+', '-'))}",
        lambda: f"{rng.randint(1, 12)}/12",
        lambda: rng.choice(("x", "X", "I", "II", "III", "IV", "V", "VI", "Loại I", "hạng II", "Không")),
        lambda: f"{rng.randint(1, 99)}.{_digits(rng, 3)}.{_digits(rng, 3)}",
        lambda: _digits(rng, rng.randint(2, 14)),
    )  # fmt: skip
    return rng.choice(forms)().strip()


def _letters(rng: Random) -> str:
    """No words at all: every character as often as any other."""
    count = rng.randint(1, 9)
    return " ".join("".join(rng.choice(ALPHABET[1:]) for _ in range(count)).split())


def _signed(rng: Random) -> str:
    """Words with the signs that stand between them on forms."""
    words = [_syllable(rng) if rng.random() < 0.5 else _name(rng) for _ in range(rng.randint(2, 4))]
    text = words[0]
    for word in words[1:]:
        text += rng.choice((", ", ", ", "; ", " - ", ". ", ": ", "/", " (", ") ", " – ", "-", ".")) + word
    return text + rng.choice(("", "", ".", ";", ",", ":", ")"))


_SOURCES: Sequence[tuple[float, Callable[[Random], str]]] = (
    (0.14, _random_syllables),
    (0.07, _rare_vowels),
    (0.11, _name),
    (0.08, _highland),
    (0.07, _from("places")),
    (0.07, _from("phrases")),
    (0.04, _from("entries")),
    (0.04, _from("printed")),
    (0.11, _line),
    (0.08, _date),
    (0.10, _figure),
    (0.05, _letters),
    (0.04, _signed),
)


def texts(rng: Random) -> Iterator[str]:
    """Texts without end, in characters that the reader knows."""
    shares = [share for share, _ in _SOURCES]
    makers = [maker for _, maker in _SOURCES]
    while True:
        text = normalize("NFC", _cased(rng.choices(makers, shares)[0](rng), rng))
        if text and all(character in ALPHABET for character in text):
            yield text


def _cased(text: str, rng: Random) -> str:
    chance = rng.random()
    if chance < 0.12:
        return text.upper()
    if chance < 0.24:
        return text[:1].upper() + text[1:]
    return text
