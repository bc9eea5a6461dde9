"""Training lines: strips of cleaned pages with their texts, the same for the same seed."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from random import Random

import numpy as np
import pytest

from hrdigitize.ocr.line_input import HEIGHT, STEP, strip_of
from tests.generator.faces import FAMILIES
from tests.generator.generating import CALIBRATE, EXAM
from training.faces import HAND, PRINT, TYPEWRITER, FaceKind, FaceMissing, TrainingFace, face_path
from training.pages import Plan, samples
from training.shards import read_shard, write_shard

_ROOTS = (Path("/usr/share/fonts"), Path("tests/generator/fonts"))
#: Faces that the generator's packages bring: the others are there where lines are made.
_HAND = TrainingFace(("patrick-hand.ttf",), 1)
_PLAN = Plan(_ROOTS, (FaceKind(PRINT[:1], 80), FaceKind((_HAND,), 20, hand=True)))


def test_lines_are_strips_with_print_and_come_out_the_same_again() -> None:
    first, again = (list(islice(samples(Random(5), _PLAN), 60)) for _ in range(2))
    assert [line.text for line in first] == [line.text for line in again]
    for line, same in zip(first, again, strict=True):
        assert strip_of(line.crop).shape[0] == HEIGHT
        assert strip_of(line.crop).shape[1] % STEP == 0
        assert np.array_equal(line.crop, same.crop)
    printed = [line for line in first if line.text]
    assert sum(int(line.crop.min()) < 140 for line in printed) > 0.9 * len(printed)


def test_a_file_of_lines_gives_them_back(tmp_path: Path) -> None:
    lines = list(islice(samples(Random(6), _PLAN), 8))
    write_shard(tmp_path / "00000.npz", lines)
    found = read_shard(tmp_path / "00000.npz")
    assert list(found.texts) == [line.text for line in lines]
    assert all(
        np.array_equal(one, strip_of(line.crop)) for one, line in zip(found.strips, lines, strict=True)
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["00000.npz"]


def test_faces_that_calibrate_and_examine_are_never_trained_on() -> None:
    trained = {name for faces in (PRINT, TYPEWRITER, HAND) for face in faces for name in face.files}
    for use in (CALIBRATE, EXAM):
        for name in (*use.fonts, *use.mono_fonts):
            family = FAMILIES[name]
            assert not {family.regular, family.bold, family.italic} & trained, name


def test_a_missing_face_is_named() -> None:
    with pytest.raises(FaceMissing, match=r"nowhere\.ttf"):
        face_path("nowhere.ttf", _ROOTS)
