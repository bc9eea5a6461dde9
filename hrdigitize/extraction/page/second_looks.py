"""Second looks: which words of a page are read again, and by whom.

The first look reads everything once. Where it was the line reader's, the arbiter reads every word that is not
printed wording of a form, and the engine those on which the two differ. Without line readers another network
of the engine reads figures and every word that is not certain, and where the two differ the engine reads the
place once more a little smaller. All crops of a page are read in one call. How looks are put together is said
in `two_looks`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import chain

from hrdigitize.domain.page import TextLine, Word
from hrdigitize.extraction.page import capitals, crops, stops, two_looks
from hrdigitize.extraction.page.crops import PLAIN, REDUCED, STRIP, Cut, Run
from hrdigitize.extraction.page.printed import PrintedWording
from hrdigitize.extraction.page.regions import Region
from hrdigitize.ocr.engine import Engines, LineReader

#: Printed wording read less surely than this is read again like everything else.
_SURE = 0.8
#: So many words of printed wording without a colon are a title, a note or a sentence of the form; fewer may
#: be a value that is worded like a hint ("Đại học, Kỹ sư").
_LONG_RUN = 8
#: A word without figures that the engine is at least this sure of is read by no other network. Measured
#: on 6,073 such words of generated forms: the networks differ in 13, and the second one was right in none.
_CERTAIN = 0.96
#: With one engine alone, words less sure than this are read again.
_WEAK = 0.92


def looked_again(regions: Sequence[Region], engines: Engines, printed: PrintedWording) -> list[Region]:
    """The regions with their lines after all looks.

    With neither line readers nor another network the engine reads unsure words again, reduced.
    """
    if engines.arbiter is not None and engines.reader is not None:
        read = [_marked(region, printed, _is_known) for region in regions]
        return _confirmed(read, engines.arbiter, engines.first)
    if engines.network is None:
        return _read_again(regions, engines.first, REDUCED, lambda word: word.confidence < _WEAK)
    seen = [_marked(region, printed, _is_certain) for region in regions]
    seen = _read_again(seen, engines.network, PLAIN, _is_open)
    return _read_again(seen, engines.first, REDUCED, _is_disputed)


def _is_open(word: Word) -> bool:
    return not word.agreed


def _is_disputed(word: Word) -> bool:
    return word.other is not None


def _marked(region: Region, printed: PrintedWording, spare: Callable[[Word, bool], bool]) -> Region:
    """The region with the words that need no other opinion counted as agreed upon.

    What stands in a cell is read again, whatever it is: forms print "Chính quy" as a hint, clerks type it.
    """
    known = [
        (False,) * len(line.words) if region.cell else _labelling(line, printed) for line in region.lines
    ]
    return region.reading(
        _spared(line, covered, spare) for line, covered in zip(region.lines, known, strict=True)
    )


def _labelling(line: TextLine, printed: PrintedWording) -> tuple[bool, ...]:
    """For each word whether it is part of a label or a note: printed wording up to a colon, or much of it."""
    known = list(printed.covers([word.text for word in line.words]))
    for first, last in crops.stretches(known):
        ends = next(
            (at for at in reversed(range(first, last)) if line.words[at].text.endswith(":")), first - 1
        )
        begins = ends + 1
        if last - begins < _LONG_RUN:
            known[begins:last] = [False] * (last - begins)
    return tuple(known)


def _spared(line: TextLine, covered: Sequence[bool], spare: Callable[[Word, bool], bool]) -> TextLine:
    words = tuple(
        replace(word, agreed=spared, confirmed=word.confidence if spared else 0.0)
        for word, known in zip(line.words, covered, strict=True)
        for spared in (spare(word, known),)
    )
    return replace(line, words=words)


def _is_known(word: Word, printed: bool) -> bool:  # noqa: FBT001 - what `covers` says of the word
    return printed and word.confidence >= _SURE


def _is_certain(word: Word, printed: bool) -> bool:  # noqa: FBT001
    sure = word.confidence >= _CERTAIN and not any(character.isdigit() for character in word.text)
    return sure or _is_known(word, printed)


def _confirmed(regions: Sequence[Region], arbiter: LineReader, engine: LineReader) -> list[Region]:
    """What the line reader read, read by the arbiter, and by the engine where the two differ.

    On a page that is filled in by hand the engine is not asked about what a hand drew: of such lines it gets
    1 of 4 right, the line reader 3 of 4.
    """
    asked = crops.runs(regions, _is_open)
    firsts = [run.words(regions) for run in asked]
    seconds = crops.read(regions, asked, arbiter, STRIP)
    filled_by_hand = _mostly_by_hand(chain.from_iterable(seconds))
    disputed = [
        at
        for at, (first, second) in enumerate(zip(firsts, seconds, strict=True))
        if not two_looks.alike(first, second) and not (filled_by_hand and _mostly_by_hand(second))
    ]
    looks = crops.read(regions, [asked[at] for at in disputed], engine, PLAIN)
    thirds = dict(zip(disputed, looks, strict=True))
    settled = [
        two_looks.led(third, first, second) if (third := thirds.get(at)) else two_looks.led(first, second)
        for at, (first, second) in enumerate(zip(firsts, seconds, strict=True))
    ]
    doubted = [_doubted(words, run, regions[run.region]) for run, words in zip(asked, settled, strict=True)]
    return crops.replaced(regions, asked, doubted)


def _mostly_by_hand(words: Iterable[Word]) -> bool:
    drawn = [word.by_hand for word in words]
    return 2 * sum(drawn) > len(drawn)


def _doubted(words: Sequence[Word], run: Run, region: Region) -> tuple[Word, ...]:
    """The words, unsure where what the clean-up left of the picture speaks against both line readers."""
    found = capitals.doubted(words, region.image)
    ends = run.last == len(region.lines[run.line].words)
    return stops.doubted(found, region.image) if ends else found


def _read_again(
    regions: Sequence[Region], reader: LineReader, cut: Cut, chosen: Callable[[Word], bool]
) -> list[Region]:
    """The chosen words of all regions read in one call, each run of neighbours as one crop."""
    asked = crops.runs(regions, chosen)
    looks = crops.read(regions, asked, reader, cut)
    settled = [two_looks.together(run.words(regions), words) for run, words in zip(asked, looks, strict=True)]
    return crops.replaced(regions, asked, settled)
