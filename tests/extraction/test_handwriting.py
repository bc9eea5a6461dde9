"""What a hand drew is read as a proposal, and never accepted unseen."""

from __future__ import annotations

from dataclasses import replace

from hrdigitize.domain.page import PageReading
from tests.extraction.printed import page
from tests.extraction.test_read_document import TOP, read


def drawn_by_hand(sheet: PageReading, *texts: str) -> PageReading:
    """The page, the words of these lines drawn by hand and all others looked at and printed."""
    lines = tuple(
        replace(line, words=tuple(replace(w, hand=0.9 if line.text in texts else 0.01) for w in line.words))
        for line in sheet.lines
    )
    return replace(sheet, lines=lines)


def test_one_value_by_hand_is_doubted_and_the_typed_ones_are_not() -> None:
    sheet = page([*TOP, *["lời khai trên đây là đúng"] * 40])
    found = read(drawn_by_hand(sheet, TOP[2])).fields
    assert "doubt-handwriting" in [doubt.code for doubt in found["employing_agency"].doubts]
    assert all(doubt.code != "doubt-handwriting" for doubt in found["birth_place"].doubts)


def test_of_a_form_filled_in_by_hand_no_value_is_accepted() -> None:
    found = read(drawn_by_hand(page(TOP), *TOP[5:])).fields
    values = [reading for reading in found.values() if reading.text]
    assert len(values) > 4
    assert all("doubt-handwriting" in [doubt.code for doubt in reading.doubts] for reading in values)
    # Nor is a blank: a stroke that nobody read leaves a place as empty as no stroke.
    assert "doubt-blank-by-hand" in [doubt.code for doubt in found["other_names"].doubts]
    assert not any(reading.accepted for reading in found.values())


def test_where_no_line_reader_looked_nothing_is_accepted_since_nobody_told_print_from_handwriting() -> None:
    sheet = page(TOP)
    assert any(reading.accepted for reading in read(sheet).fields.values())
    unlooked = replace(
        sheet,
        lines=tuple(
            replace(line, words=tuple(replace(word, hand=0.0) for word in line.words)) for line in sheet.lines
        ),
    )
    found = read(unlooked).fields.values()
    assert not any(reading.accepted for reading in found)
    assert all("doubt-no-line-reader" in [doubt.code for doubt in one.doubts] for one in found if one.page)
