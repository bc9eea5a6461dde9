"""Tables that their headers cannot tell apart: those of the own family and of the other one's."""

from __future__ import annotations

from tests.extraction.forms.read_forms import read
from tests.extraction.printed import page

_HEAD = ["Quan hệ", "Họ và tên", "Năm sinh", "Quê quán, nghề nghiệp, chức danh, đơn vị công tác"]
_OWN = [["Bố đẻ", "Lò Văn Ước", "1950", "Làm ruộng"], ["Con", "Lò Thị Nhung", "2001", "Học sinh"]]
_OTHER = ["Bố chồng", "Bế Văn Thịnh", "1948", "Làm ruộng"]
_BEHIND = "b) Về bên vợ (hoặc chồng): Bố, Mẹ, anh chị em ruột"


def test_rows_above_a_found_label_are_not_its_own_though_the_header_is_printed_again() -> None:
    """The label of the first table was lost at a fold; its second page begins with the header."""
    first = page(["28. QUAN HỆ GIA ĐÌNH", "#0"], tables=[[_HEAD, _OWN[0]]])
    second = page(["#0", _BEHIND, "#1"], tables=[[_HEAD, _OWN[1]], [_HEAD, _OTHER]])
    found = read("2c-tctw-98", first, second).tables
    assert [row["name"].text for row in found["family"]] == ["Lò Văn Ước", "Lò Thị Nhung"]
    assert [row["name"].text for row in found["family_in_law"]] == ["Bế Văn Thịnh"]
