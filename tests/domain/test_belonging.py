"""Whose a document is: names with forms of address, misread letters, namesakes, decisions about several."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdigitize.domain import belonging as module
from hrdigitize.domain.belonging import Belonging, Named, belonging, most_named
from hrdigitize.domain.record import DocumentId

_PERSON = Named("NGUYỄN THỊ ƯỚC", "1970-07-06", "001170012345")


@pytest.mark.parametrize(
    ("persons", "whose"),
    [
        ((Named("Nguyễn Thị Ước"),), Belonging.OWN),
        ((Named("bà Nguyễn Thị Ước"),), Belonging.OWN),
        ((Named("Ông (bà): Nguyễn Thị Ước"),), Belonging.OWN),
        ((Named("Đồng chí NGUYỄN THỊ ƯỚC", "1970"),), Belonging.OWN),
        # A mark misread; nothing else speaks against it.
        ((Named("Nguyễn Thị Uớc"),), Belonging.OWN),
        # A letter misread, and the birth date agrees.
        ((Named("Nguyễn Thi Ướe", "06/07/1970"),), Belonging.UNSURE),
        ((Named("Nguyễn Thị Ướe", "1970-07-06"),), Belonging.OWN),
        ((Named("Nguyễn Thị Ướe"),), Belonging.UNSURE),
        # A namesake, another birth date altogether; one figure may be misread.
        ((Named("Nguyễn Thị Ước", "1985-02-11"),), Belonging.OTHER),
        ((Named("Nguyễn Thị Ước", "1970-07-08"),), Belonging.UNSURE),
        ((Named("Nguyễn Thị Ước", id_number="001170012345"),), Belonging.OWN),
        ((Named("Nguyễn Thị Ước", id_number="001170099999"),), Belonging.UNSURE),
        ((Named("Trần Văn Ba", id_number="001170099999"),), Belonging.OTHER),
        ((Named(id_number="001170099999"),), Belonging.OTHER),
        ((Named("Trần Văn Ba"),), Belonging.OTHER),
        ((Named("Trần Văn Ba"), Named("Nguyễn Thị Ước")), Belonging.OWN),
        ((Named("ông Trần Văn Ba, bà Nguyễn Thị Ước và ông Lê Tư"),), Belonging.OWN),
        ((Named("Trần Văn Ba"), Named("Lê Tư")), Belonging.OTHER),
        ((), Belonging.UNSURE),
        ((Named(),), Belonging.UNSURE),
    ],
)
def test_whose_a_document_is(persons: Sequence[Named], whose: Belonging) -> None:
    assert belonging(persons, _PERSON) is whose


def test_ong_is_a_surname_as_well() -> None:
    assert belonging([Named("Ông Văn Tám")], Named("ÔNG VĂN TÁM")) is Belonging.OWN
    assert belonging([Named("ông Ông Văn Tám")], Named("ÔNG VĂN TÁM")) is Belonging.OWN


def _batch(*names: str) -> dict[DocumentId, tuple[Named, ...]]:
    return {DocumentId(f"d{n}"): (Named(name),) if name else () for n, name in enumerate(names)}


def test_the_person_of_most_documents_is_that_of_the_batch() -> None:
    found = most_named(_batch("Lê Tư", "bà Nguyễn Thị Ước", "NGUYỄN THỊ ƯỚC", "", "Nguyễn Thị Ước"))
    assert found is not None
    assert belonging([found], _PERSON) is Belonging.OWN


def test_nobody_is_supposed_where_no_one_has_more_than_half() -> None:
    assert most_named(_batch("Lê Tư", "Nguyễn Thị Ước")) is None
    assert most_named(_batch("Nguyễn Thị Ước")) is None
    assert most_named(_batch("", "")) is None
    assert most_named(_batch("Lê Tư", "Lê Tư", "Trần Ba", "Trần Ba")) is None


def test_what_is_known_of_the_person_is_taken_together() -> None:
    documents = _batch("Nguyễn Thị Ước", "Nguyễn Thị Ước")
    documents[DocumentId("cv")] = (_PERSON,)
    assert most_named(documents) == Named("Nguyễn Thị Ước", "1970-07-06", "001170012345")


def test_who_is_less_well_known_never_hides_who_has_more() -> None:
    """Found by chance in the property below: the first of a name took up a number and hid the second."""
    facts = [
        ("Nguyễn Thị Ước", "001170099999"),
        ("Lê Tư", ""),
        ("Lê Tư", "001170012345"),
        ("Nguyễn Thị Ước", "001170012345"),
    ]
    documents = {DocumentId(f"d{n}"): (Named(name, "", number),) for n, (name, number) in enumerate(facts)}
    assert most_named(documents) == Named("Lê Tư", "", "001170012345")


def test_a_pile_of_many_persons_papers_is_looked_through_and_not_compared_each_with_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = list[Named]()

    def noted(one: Named, other: Named) -> Belonging:
        compared.append(one)
        return same(one, other)

    same = module._same
    monkeypatch.setattr(module, "_same", noted)
    half = 300
    others = [f"Lê Văn {chr(97 + n % 26) * 3}{chr(97 + n // 26) * 3}" for n in range(half)]
    assert most_named(_batch(*others)) is None
    assert not compared
    assert most_named(_batch(*others, *["Nguyễn Thị Ước"] * (half + 1))) == Named("Nguyễn Thị Ước")
    assert len(compared) < 4 * half


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                ["Nguyễn Thị Ước", "bà NGUYỄN THỊ UỚC", "Nguyễn Thị Ướe", "Lê Tư", "Lê Tự, Trần Ba", ""]
            ),
            st.sampled_from(["", "1970", "1970-07-06", "1970-07-08", "1985-02-11"]),
            st.sampled_from(["", "001170012345", "001170099999", "125 899"]),
        ),
        max_size=7,
    )
)
def test_looking_for_traits_first_misses_nobody(facts: list[tuple[str, str, str]]) -> None:
    documents = {DocumentId(f"d{n}"): (Named(*fact),) for n, fact in enumerate(facts)}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(module, "_traits", lambda _: {"anybody"})
        all_compared = most_named(documents)
    assert most_named(documents) == all_compared
