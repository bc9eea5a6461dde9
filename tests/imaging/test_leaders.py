"""Values typed over a dotted leader: its dots go, the dots of letters and colons stay."""

from __future__ import annotations

import cv2
import numpy as np

from hrdigitize.imaging import light
from hrdigitize.imaging.components import components
from hrdigitize.imaging.leaders import without_leaders
from hrdigitize.imaging.pixels import Grey
from hrdigitize.imaging.specks import letter_bodies
from tests.imaging.drawn import blank, write

STEP, DOT, LEVEL = 15, 3, 250


def _leader(image: Grey, first: int, last: int, level: int = LEVEL) -> Grey:
    drawn = image.copy()
    for x in range(first, last, STEP):
        cv2.circle(drawn, (x, level), DOT, (20,), -1)
    return drawn


def _freed(image: Grey) -> Grey:
    ink = light.ink(image)
    return without_leaders(image, ink, letter_bodies(components(ink)))


def _ink(image: Grey, x: int, y: int) -> bool:
    return bool(image[y - DOT : y + DOT + 1, x - DOT : x + DOT + 1].min() < 128)


FREE = (300, 315, 330, 345, 420, 435, 540, 555)


def _typed_over(*, on_clean_paper: bool) -> Grey:
    """Dots that show between two words; under these there are further ones, or clean paper."""
    image = blank()
    for left, right in ((352, 412), (443, 532)):
        cv2.rectangle(image, (left, LEVEL - 40), (right, LEVEL - 12), (20,), -1)
    for x in FREE if on_clean_paper else range(300, 560, STEP):
        cv2.circle(image, (x, LEVEL), DOT, (20,), -1)
        if x not in FREE:
            cv2.rectangle(image, (x - 2, LEVEL - 12), (x + 2, LEVEL), (20,), -1)
    return image


def test_a_few_dots_between_words_are_the_leaders_where_it_goes_on_below_the_words() -> None:
    freed = _freed(_typed_over(on_clean_paper=False))
    assert not any(_ink(freed, x, LEVEL) for x in FREE)


def test_points_that_stand_in_step_by_chance_stay() -> None:
    freed = _freed(_typed_over(on_clean_paper=True))
    assert all(_ink(freed, x, LEVEL) for x in FREE)


def test_a_dot_that_is_out_of_step_belongs_to_a_letter() -> None:
    image = _leader(blank(), 300, 900)
    cv2.circle(image, (457, LEVEL + 3), DOT, (20,), -1)
    freed = _freed(image)
    assert _ink(freed, 459, LEVEL + 5)
    assert not any(_ink(freed, x, LEVEL - 1) for x in range(300, 440, STEP))


def test_the_lower_dot_of_a_colon_stays() -> None:
    image = _leader(blank(), 300, 900)
    cv2.circle(image, (300, LEVEL - 16), DOT, (20,), -1)
    freed = _freed(image)
    assert _ink(freed, 300, LEVEL)
    assert not _ink(freed, 330, LEVEL)


def test_full_stops_and_dots_of_a_sentence_are_no_leader() -> None:
    image = write(blank(), "Vị trí việc làm. Mã số. Bậc. Lịch. Họ. Tự.", 100, 200)
    assert np.array_equal(_freed(image), image)


def test_what_a_leader_adds_to_the_letters_over_it_goes() -> None:
    plain = write(blank(), "Tinh Tra Vinh", 300, 200)
    foot = int(np.flatnonzero((plain < 128).any(axis=1))[-1])
    freed = _freed(_leader(plain, 200, 1000, foot + 1))
    assert not (freed[foot + 2 :] < 128).any()
    lost = np.count_nonzero((plain < 128) & (freed >= 128))
    assert lost < 0.02 * np.count_nonzero(plain < 128)
