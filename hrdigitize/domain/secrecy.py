"""State secrecy: the markings that a paper may bear, and what each means for digitising it."""

from __future__ import annotations

import unicodedata
from enum import StrEnum


class Secrecy(StrEnum):
    """How secret a paper is marked (Luật Bảo vệ bí mật nhà nước 117/2025/QH15), lowest first.

    OPEN: no marking. CONFIDENTIAL "Mật": may be digitised, each copy entered in the register of copies.
    SECRET "Tối mật" and TOP_SECRET "Tuyệt mật": never taken in by this program.
    """

    OPEN = "open"
    CONFIDENTIAL = "confidential"
    SECRET = "secret"
    TOP_SECRET = "top-secret"

    @property
    def is_refused(self) -> bool:
        """Whether a page so marked is kept out altogether."""
        return self in (Secrecy.SECRET, Secrecy.TOP_SECRET)

    def stops_at(self, declared: Secrecy) -> bool:
        """Whether a page so marked is not read in a batch that was declared as `declared`."""
        return self.is_refused or self.rank > declared.rank

    @property
    def rank(self) -> int:
        """0 for an open paper, more for a more secret one."""
        return list(Secrecy).index(self)


#: The words of the stamps, without marks and spaces.
_STAMPED = {"MAT": Secrecy.CONFIDENTIAL, "TOIMAT": Secrecy.SECRET, "TUYETMAT": Secrecy.TOP_SECRET}
#: "Mặt" is a word of its own, and no letter of a stamp.
_BOWL = "\u0306"
#: A longer word is still itself with one letter misread.
_LONG_WORD = 6


def marking_in(text: str) -> Secrecy:
    """The marking that a stamp with this text (NFC) gives; OPEN for any other text.

    Only capitals, and nothing beside the words: "BẢO MẬT", "Mật" and "VẮNG MẶT" mark nothing. Marks may be
    misread, and of the two longer texts one letter; a clear "MẶT" is not "MẬT".
    """
    letters = [letter for letter in unicodedata.normalize("NFD", text) if not letter.isspace()]
    word = "".join(letter for letter in letters if letter.isalpha())
    if not word or not word.isupper():
        return Secrecy.OPEN
    if word == "MAT" and _BOWL in letters:
        return Secrecy.OPEN
    # What is left of a frame is read as a letter before or behind the word.
    if "Ậ" in text and len(word) == 4 and "MAT" in (word[1:], word[:-1]):
        return Secrecy.CONFIDENTIAL
    for stamped, secrecy in _STAMPED.items():
        if word == stamped or (len(stamped) >= _LONG_WORD and _one_letter_apart(word, stamped)):
            return secrecy
    return Secrecy.OPEN


def _one_letter_apart(word: str, other: str) -> bool:
    """Whether one letter is another one, too many or missing."""
    if len(word) == len(other):
        return sum(one != two for one, two in zip(word, other, strict=True)) == 1
    shorter, longer = sorted((word, other), key=len)
    return len(longer) - len(shorter) == 1 and any(
        longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))
    )
