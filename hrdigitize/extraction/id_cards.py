"""Identity cards among the papers of a batch: strong evidence for what the forms say about their owner.

A card changes no value. What it says otherwise is an error to be settled by a person; where a form is
blank or doubtful, its value is offered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.id_card import IdCard, parse_id_card
from hrdigitize.domain.page import PageReading
from hrdigitize.domain.reading import Doubt, FieldReading, Finding, FormReading, Severity, State
from hrdigitize.domain.vietnamese import new_tones

#: The type of a document that is a copy of an identity card.
ID_CARD_TYPE = "state-id-card"
_DIFFERS, _OFFERS, _DOUBT = "finding-id-card-differs", "finding-id-card-offers", "doubt-id-card-says"
#: What a card must agree with. Its address may be older or newer than a form's, and is offered only.
_COMPARED = ("full_name", "id_number", "birth_date", "gender", "id_issue_date")
#: All fields of forms that a card speaks of.
CARD_FIELDS = (*_COMPARED, "permanent_residence")
#: Index fields of a copy of a card, by the fields of forms.
_INDEXED = {"permanent_residence": "residence", "id_issue_date": "issued_on"}


@dataclass(frozen=True, slots=True)
class FoundCard:
    """A card's code as read: what it says, on which page of the stack (from 1), where on the kept page."""

    card: IdCard
    page: int
    box: Box
    raw: str


def cards_on(readings: Sequence[PageReading], first_page: int = 1) -> tuple[FoundCard, ...]:
    """Every identity card whose code was read on these pages; first_page: the number of the first one."""
    return tuple(
        FoundCard(card, number, reading.to_kept(code.box), code.text)
        for number, reading in enumerate(readings, start=first_page)
        for code in reading.codes
        if code.kind == "qr" and (card := parse_id_card(code.text)) is not None
    )


def with_id_cards(documents: Sequence[FormReading], found: Sequence[FoundCard]) -> tuple[FormReading, ...]:
    """The documents of a batch with what its cards say: index fields of card copies, findings, offers."""
    return tuple(_checked(_indexed(document, found), found) for document in documents)


def _indexed(document: FormReading, found: Sequence[FoundCard]) -> FormReading:
    """A copy of a card with the index fields that its code gives."""
    own = [one for one in found if document.first_page <= one.page <= document.last_page]
    if document.type != ID_CARD_TYPE or len({one.card.number for one in own}) != 1:
        return document
    told = {_INDEXED.get(key, key): _told(own[0], value) for key, value in own[0].card.fields.items()}
    return replace(document, index={**document.index, **told})


def _told(found: FoundCard, value: str) -> FieldReading:
    """A value of the card as a reading: a code is read rightly or not at all."""
    return FieldReading(State.VALUE, value, value, found.raw, found.page, found.box, 1.0, accepted=True)


def _checked(document: FormReading, found: Sequence[FoundCard]) -> FormReading:
    """The document beside the card of the same person; unchanged where there is none, or two that differ."""
    cards = {one.card for one in found if _is_owner(one.card, document.fields)}
    if document.form is None or len(cards) != 1:
        return document
    card = cards.pop()
    findings = tuple(_findings(card, document.fields))
    offered = {key for finding in findings if finding.code == _OFFERS for key in finding.fields}
    fields = {
        key: replace(read, accepted=False, doubts=(*read.doubts, Doubt(_DOUBT))) if key in offered else read
        for key, read in document.fields.items()
    }
    return replace(document, fields=fields, findings=(*document.findings, *findings))


def _is_owner(card: IdCard, fields: Mapping[str, FieldReading]) -> bool:
    """Whether the form is about the card's owner: by number, former one included, or by name."""
    number, name = fields.get("id_number"), fields.get("full_name")
    numbers = {one for one in (card.number, card.former) if one}
    same_number = number is not None and _digits(number.text) in numbers
    return same_number or (name is not None and _name(name.text) == _name(card.full_name))


def _findings(card: IdCard, fields: Mapping[str, FieldReading]) -> Iterator[Finding]:
    differing = []
    for key, value in card.fields.items():
        read = fields.get(key)
        if read is None or _agrees(key, read, card):
            continue
        if read.state is State.VALUE and read.accepted:
            differing += [key] if key in _COMPARED else []
        else:
            yield Finding(_OFFERS, Severity.WARNING, (key,), {"value": value})
    if differing:
        yield Finding(_DIFFERS, Severity.ERROR, tuple(differing))


def _agrees(key: str, read: FieldReading, card: IdCard) -> bool:
    """Whether what was read is what the card says, or a less exact word for it ("1970")."""
    if read.state is not State.VALUE:
        return False
    if key == "full_name":
        return _name(read.text) == _name(card.full_name)
    if key == "id_number":
        return _digits(read.text) in (card.number, card.former)
    said = card.fields[key]
    value = read.value if isinstance(read.value, str) else read.text
    if key in ("birth_date", "id_issue_date"):
        return bool(value) and said.startswith(value)
    return _name(value) == _name(said)


def _name(text: str) -> str:
    return new_tones(" ".join(text.lower().split()))


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())
