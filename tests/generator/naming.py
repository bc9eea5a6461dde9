"""Names of made-up people, after the custom of their people and their sex."""

from __future__ import annotations

from enum import StrEnum
from random import Random

from tests.generator.wordlists import NameBook, name_books


class Sex(StrEnum):
    """As the forms write it."""

    MALE = "nam"
    FEMALE = "nữ"


def draw_book(rng: Random) -> NameBook:
    """A people, as often as its share says."""
    return rng.choices(name_books(), weights=[book.share for book in name_books()])[0]


def draw_name(rng: Random, book: NameBook, sex: Sex, surname: str | None = None) -> str:
    """A full name in title case; with `surname`, one of that family."""
    pattern = rng.choice(book.male if sex is Sex.MALE else book.female)
    parts = {key: rng.choice(pool) for key, pool in book.pools.items()}
    if surname is not None:
        parts["surname"] = surname
    return pattern.format(**parts)


def surname_of(name: str, book: NameBook) -> str | None:
    """The surname that a name of this book carries; None where its pattern has none."""
    padded = f" {name} "
    known = [word for word in book.pools["surname"] if f" {word} " in padded]
    return max(known, key=len) if known else None
