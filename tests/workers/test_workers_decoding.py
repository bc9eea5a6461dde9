"""Foreign files decoded in real helper processes: sound ones whole, bad ones refused, nothing else harmed."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator

import pytest

from hrdigitize.domain.faults import UserFault
from hrdigitize.processes.limits import Limits
from hrdigitize.workers.decoding import DECODING_LIMITS, Decoder
from tests.capture.scans import claiming_png, noise, page, saved


def _refusal(decoder: Decoder, data: bytes) -> str:
    with pytest.raises(UserFault) as refused:
        list(decoder.decode(data))
    return refused.value.code


def _stack(count: int) -> bytes:
    pages = [page((60 + number, 40)) for number in range(count)]
    return saved(pages[0], "TIFF", save_all=True, append_images=pages[1:])


def _helpers() -> list[int]:
    return [child.pid for child in multiprocessing.active_children() if child.pid]


def test_pixels_arrive_as_they_are() -> None:
    image = noise((2480, 3508))
    (picture,) = Decoder().decode(saved(image, "PNG", dpi=(300, 300)))
    assert (picture.width, picture.height, picture.channels, picture.dpi) == (2480, 3508, 1, 300)
    assert picture.pixels == image.tobytes()


def test_pages_arrive_one_at_a_time_and_the_helper_ends() -> None:
    pictures = Decoder().decode(_stack(3))
    assert next(pictures).width == 60
    assert len(_helpers()) == 1
    assert [picture.width for picture in pictures] == [61, 62]
    assert _helpers() == []


def test_a_helper_serves_a_few_files_one_after_another_and_is_replaced() -> None:
    decoder = Decoder()
    seen = []
    for _ in range(18):
        assert [picture.width for picture in decoder.decode(_stack(1))] == [60]
        seen += _helpers()
    assert len(set(seen)) == 2
    # The sixteenth file is its last; the next one's helper waits again.
    assert seen.count(seen[0]) == 15
    decoder.close()
    assert _helpers() == []


def test_who_takes_the_only_page_and_goes_leaves_a_helper_for_the_next_file() -> None:
    decoder = Decoder()
    seen = set()
    for _ in range(3):
        pictures = decoder.decode(_stack(1))
        assert next(pictures).width == 60
        del pictures
        gc.collect()
        seen |= set(_helpers())
    assert len(seen) == 1
    decoder.close()
    assert _helpers() == []


def test_a_helper_that_refused_a_file_gets_no_other_one() -> None:
    decoder = Decoder()
    assert _refusal(decoder, b"%PDF-1.4 nothing at all %%EOF") == "file-broken"
    assert _helpers() == []
    assert [picture.width for picture in decoder.decode(_stack(1))] == [60]
    decoder.close()


def test_files_that_are_decoded_beside_each_other_have_helpers_of_their_own() -> None:
    decoder = Decoder()
    one, other = decoder.decode(_stack(2)), decoder.decode(_stack(2))
    assert (next(one).width, next(other).width) == (60, 60)
    assert len(_helpers()) == 2
    assert ([picture.width for picture in one], [picture.width for picture in other]) == ([61], [61])
    # Both wait for the next files of two stacks that are read beside each other.
    first = set(_helpers())
    assert len(first) == 2
    one, other, third = (decoder.decode(_stack(2)) for _ in range(3))
    assert [next(pictures).width for pictures in (one, other, third)] == [60, 60, 60]
    assert len(set(_helpers()) - first) == 1
    assert [len(list(pictures)) for pictures in (one, other, third)] == [1, 1, 1]
    assert set(_helpers()) == first
    decoder.close()
    assert _helpers() == []


def test_a_reader_who_goes_away_leaves_no_helper() -> None:
    pictures = Decoder().decode(_stack(3))
    next(pictures)
    del pictures
    gc.collect()
    assert _helpers() == []


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file-empty"),
        ("Không phải ảnh".encode() * 50, "file-not-image"),
        (saved(noise((600, 800)), "JPEG")[:200_000], "file-truncated"),
        (claiming_png(20_000, 20_000), "page-too-large"),
        (b"%PDF-1.4 nothing at all %%EOF", "file-broken"),
    ],
)
def test_a_bad_file_is_refused_with_its_reason(data: bytes, code: str) -> None:
    assert _refusal(Decoder(), data) == code


def test_a_helper_without_enough_memory_refuses_the_file() -> None:
    starved = Decoder(limits=Limits(memory_bytes=200 << 20, open_files=16))
    large = saved(page((8000, 8000), "RGB"), "PNG")
    assert _refusal(starved, large) in ("decoder-memory", "decoder-died")


def test_a_stuck_helper_is_stopped_and_reported() -> None:
    begun = time.monotonic()
    assert _refusal(Decoder(page_time_s=0.01), saved(noise(), "PNG")) == "decoder-stuck"
    assert time.monotonic() - begun < 10
    assert _helpers() == []


def _kill_each(stop: threading.Event) -> Iterator[None]:
    while not stop.is_set():
        for pid in _helpers():
            os.kill(pid, signal.SIGKILL)
        time.sleep(0.01)
        yield


def test_a_helper_that_is_killed_again_and_again_is_reported() -> None:
    stop = threading.Event()
    killer = threading.Thread(target=lambda: list(_kill_each(stop)))
    killer.start()
    try:
        assert _refusal(Decoder(), saved(noise((2480, 3508)), "PNG")) == "decoder-died"
    finally:
        stop.set()
        killer.join()


def test_a_helper_that_is_killed_once_is_replaced_and_no_page_is_lost_or_doubled() -> None:
    pictures = Decoder().decode(_stack(40))
    widths = [next(pictures).width]
    (victim,) = _helpers()
    os.kill(victim, signal.SIGKILL)
    widths += [picture.width for picture in pictures]
    assert widths == [60 + number for number in range(40)]


def test_decoding_needs_few_files_and_no_children() -> None:
    assert DECODING_LIMITS.open_files <= 16
    assert DECODING_LIMITS.file_bytes == 0
    assert not DECODING_LIMITS.children
