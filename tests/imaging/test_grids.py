"""Where tables are, and what is none: forms printed in boxes, titles in a frame, streaks."""

from __future__ import annotations

from collections.abc import Sequence

from hrdigitize.domain.page import Grid
from hrdigitize.imaging.clean import clean
from hrdigitize.imaging.light import ink
from hrdigitize.imaging.pixels import Grey
from hrdigitize.imaging.ruled import find_rules
from tests.imaging.drawn import blank, picture, write

LEFT, RIGHT = 100, 1500
TABLE = (500, 900)


def frame(image: Grey, tops: Sequence[int], rows: Sequence[Sequence[int]]) -> None:
    """Rules across at `tops`; between them rules down at both ends and at each row's own places."""
    for y in tops:
        image[y : y + 4, LEFT:RIGHT] = 0
    for top, bottom, inner in zip(tops, tops[1:], rows, strict=False):
        for x in (LEFT, *inner, RIGHT - 4):
            image[top : bottom + 4, x : x + 4] = 0


def grids_of(image: Grey) -> tuple[Grid, ...]:
    return clean(picture(image)).grids


def cells_in_rows(grid: Grid) -> list[int]:
    return [sum(cell.row == row for cell in grid.cells) for row in range(grid.rows)]


def test_boxes_that_hold_one_line_are_told_apart() -> None:
    image = blank()
    frame(image, (200, 280, 360, 440), [(700,), (), (400, 1100)])
    (grid,) = grids_of(write(image, "Sinh ngày: 02/03/1984", 120, 204))
    assert cells_in_rows(grid) == [2, 1, 3]


def test_dividers_of_two_rows_that_nearly_stand_above_each_other_are_two() -> None:
    image = blank()
    frame(image, (200, 280, 360, 440), [(700,), (705,), ()])
    (grid,) = grids_of(image)
    assert cells_in_rows(grid) == [2, 2, 1]


def test_a_short_stroke_is_a_rule_only_from_one_rule_to_the_next() -> None:
    image = blank()
    image[300:304, LEFT:RIGHT] = 0
    image[230:300, 500:504] = 0
    assert not find_rules(ink(image)).vertical.any()
    image[226:230, LEFT:RIGHT] = 0
    assert find_rules(ink(image)).vertical.mask()[265, 502]


def test_a_fold_through_print_divides_no_box() -> None:
    image = write(blank(), "Nơi sinh: thành phố Đà Nẵng", 300, 212)
    frame(image, (200, 280, 360), [(560,), ()])
    (grid,) = grids_of(image)
    assert cells_in_rows(grid) == [1, 1]


def test_a_table_ends_where_rows_of_boxes_begin() -> None:
    image = blank()
    frame(image, (200, 300, 400, 500, 580, 660), [TABLE, TABLE, TABLE, (700,), ()])
    table, boxes = grids_of(image)
    assert (table.rows, table.columns) == (3, 3)
    assert cells_in_rows(boxes) == [2, 1]


def test_boxes_as_wide_as_the_form_are_no_rows_of_the_table_above() -> None:
    image = blank()
    frame(image, (200, 300, 400, 480, 560, 640), [TABLE, TABLE, (), (), (400, 1100)])
    assert [cells_in_rows(grid) for grid in grids_of(image)] == [[3, 3], [1, 1, 3]]


def test_a_title_in_the_frame_of_a_table_is_no_row_of_it() -> None:
    image = blank()
    frame(image, (200, 280, 380, 480), [(), TABLE, TABLE])
    assert [cells_in_rows(grid) for grid in grids_of(image)] == [[1], [3, 3]]


def test_the_white_between_two_frames_is_no_row() -> None:
    image = blank()
    frame(image, (200, 300, 400), [TABLE, TABLE])
    frame(image, (430, 510, 590), [(700,), ()])
    assert [cells_in_rows(grid) for grid in grids_of(image)] == [[3, 3], [2, 1]]


def test_a_row_that_lost_one_rule_stays_in_its_table() -> None:
    image = blank()
    frame(image, (200, 300, 400, 500, 600), [TABLE, TABLE, (900,), TABLE])
    (grid,) = grids_of(image)
    assert cells_in_rows(grid) == [3, 3, 3, 3]


def test_headers_over_two_columns_each_belong_to_the_table() -> None:
    image = blank()
    frame(image, (200, 300, 400, 500), [(900,), (500, 900, 1200), (500, 900, 1200)])
    (grid,) = grids_of(image)
    assert (grid.rows, grid.columns) == (3, 4)


def test_a_streak_that_runs_on_beyond_a_table_makes_no_column() -> None:
    image = blank()
    frame(image, (200, 300, 400, 500), [TABLE, TABLE, TABLE])
    image[60:700, 1200:1203] = 0
    (grid,) = grids_of(image)
    assert (grid.rows, grid.columns) == (3, 3)


def test_a_table_at_the_edge_of_the_page_keeps_its_columns() -> None:
    image = blank(height=420)
    frame(image, (4, 140, 260, 390), [(800,), (800,), (800,)])
    (grid,) = grids_of(image)
    assert (grid.rows, grid.columns) == (3, 2)


def test_a_streak_between_two_tables_takes_no_column_from_them() -> None:
    image = blank()
    frame(image, (200, 300, 400), [TABLE, TABLE])
    frame(image, (500, 600, 700), [TABLE, TABLE])
    image[400:500, 501:503] = 0
    assert [grid.columns for grid in grids_of(image)] == [3, 3]


def test_a_frame_that_goes_on_beyond_its_table_stays() -> None:
    image = blank()
    frame(image, (200, 300, 400), [TABLE, TABLE])
    image[60:700, LEFT : LEFT + 4] = 0
    (grid,) = grids_of(image)
    assert (grid.rows, grid.columns) == (2, 3)


def test_pieces_of_a_streak_are_no_columns_either() -> None:
    image = blank(height=1600)
    frame(image, (200, 300, 400, 500), [TABLE, TABLE, TABLE])
    frame(image, (600, 700, 800), [(700,), (700,)])
    for top, bottom in ((206, 494), (600, 720), (900, 1500)):
        image[top:bottom, 1190:1193] = 0
    assert [grid.columns for grid in grids_of(image)] == [3, 2]


def test_a_table_within_the_reach_of_a_streak_is_found_once() -> None:
    image = blank(height=1600)
    for top in (200, 600, 1000):
        frame(image, (top, top + 100, top + 200), [TABLE, TABLE])
    # A fold ties the middle table to a scratch that runs down beside all three.
    image[698:702, LEFT:1590] = 0
    image[100:1400, 1584:1588] = 0
    first, _, last = grids_of(image)
    assert (first.columns, last.columns) == (3, 3)
