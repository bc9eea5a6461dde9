"""A card beside a form: what differs is said, what is missing is offered, nothing is changed."""

from __future__ import annotations

from dataclasses import replace

from hrdigitize.domain.geometry import UNMOVED, Box
from hrdigitize.domain.page import Code, PageKind, PageReading
from hrdigitize.domain.reading import FieldReading, FormReading, Severity, State
from hrdigitize.extraction.id_cards import ID_CARD_TYPE, cards_on, with_id_cards

_CODE = "067180012345|245012345|Lò Thị Ước|01051980|Nữ|Xã Ea Yông, Đắk Lắk|12082021"


def _page(*codes: str) -> PageReading:
    found = tuple(Code("qr", text, Box(100, 200, 150, 150)) for text in codes)
    return PageReading(
        1000, 1400, 300, 0, 0.0, PageKind.UNKNOWN, (), (), upright_to_kept=UNMOVED, codes=found
    )


def _field(text: str, value: str | None = None, *, accepted: bool = True) -> FieldReading:
    state = State.VALUE if text else State.BLANK
    return FieldReading(state, value or text or None, text, text, 1, Box(0, 0, 9, 9), 0.99, accepted)


_FIELDS = {
    "full_name": _field("LÒ THỊ ƯỚC"),
    "id_number": _field("067180012345"),
    "birth_date": _field("1/5/1980", "1980-05-01"),
    "gender": _field("Nữ"),
    "id_issue_date": _field("12/8/2021", "2021-08-12"),
    "permanent_residence": _field("Xã Ea Yông"),
}
_FORM = FormReading("2c-bnv-2008", "state-cv", 1, 1, _FIELDS, {})


def _with(**fields: FieldReading) -> FormReading:
    return replace(_FORM, fields={**_FIELDS, **fields})


def _beside(form: FormReading, *codes: str) -> FormReading:
    return with_id_cards([form], cards_on([_page(), _page(*codes)]))[0]


def test_a_form_that_agrees_is_left_as_it_is() -> None:
    assert _beside(_FORM, _CODE) == _FORM


def test_no_card_says_nothing() -> None:
    form = _with(birth_date=_field("", accepted=False))
    assert _beside(form, "HRDS1|a||b") == form


def test_what_differs_is_an_error_that_names_the_fields() -> None:
    form = _with(birth_date=_field("1/6/1980", "1980-06-01"), gender=_field("Nam"))
    read = _beside(form, _CODE)
    assert [(f.code, f.severity, f.fields) for f in read.findings] == [
        ("finding-id-card-differs", Severity.ERROR, ("birth_date", "gender"))
    ]
    assert read.fields == form.fields


def test_a_year_alone_and_the_former_number_agree() -> None:
    form = _with(birth_date=_field("1980", "1980"), id_number=_field("245 012 345"))
    assert _beside(form, _CODE) == form


def test_another_address_is_no_error() -> None:
    form = _with(permanent_residence=_field("Phường Ea Tam"))
    assert _beside(form, _CODE) == form


def test_a_blank_or_doubtful_field_is_offered_the_cards_value() -> None:
    form = _with(birth_date=_field("", accepted=False), gender=_field("Nam", accepted=False))
    read = _beside(form, _CODE)
    assert {f.fields: f.params["value"] for f in read.findings} == {
        ("birth_date",): "1980-05-01",
        ("gender",): "Nữ",
    }
    assert all(f.severity is Severity.WARNING for f in read.findings)
    assert read.fields["gender"].text == "Nam"
    assert [doubt.code for doubt in read.fields["birth_date"].doubts] == ["doubt-id-card-says"]


def test_somebody_elses_card_says_nothing_about_a_form() -> None:
    other = (
        _CODE.replace("067180012345", "067180099999")
        .replace("Lò Thị Ước", "Hà Văn Kim")
        .replace("245012345", "")
    )
    form = _with(birth_date=_field("2/2/1970", "1970-02-02"))
    assert _beside(form, other) == form


def test_two_cards_of_one_name_that_differ_say_nothing() -> None:
    form = _with(id_number=_field("", accepted=False))
    assert _beside(form, _CODE, _CODE.replace("067180012345", "067180077777")) == form


def test_a_copy_of_a_card_is_found_by_what_its_code_says() -> None:
    card = FormReading(None, ID_CARD_TYPE, 2, 2, {}, {})
    read = with_id_cards([_FORM, card], cards_on([_page(), _page(_CODE)]))[1]
    assert {key: one.text for key, one in read.index.items()} == {
        "full_name": "Lò Thị Ước",
        "id_number": "067180012345",
        "birth_date": "1980-05-01",
        "gender": "Nữ",
        "residence": "Xã Ea Yông, Đắk Lắk",
        "issued_on": "2021-08-12",
    }
    name = read.index["full_name"]
    assert (name.raw, name.page, name.box, name.confidence) == (_CODE, 2, Box(100, 200, 150, 150), 1.0)
