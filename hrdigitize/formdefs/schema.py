"""The shape of a form.toml: which keys it may have, and of which sort their values are."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(pattern=r"\S")]
Texts = Annotated[list[Text], Field(min_length=1)]


class _Shape(BaseModel):
    """Unknown keys are refused, and nothing is converted: a number is no text."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class FieldShape(_Shape):
    """`[fields.KEY]`"""

    type: Text
    label: Text
    group: Text


class ColumnShape(_Shape):
    """`[[tables.KEY.columns]]`; preprinted: what stands in cells of a blank form."""

    key: Text
    type: Text
    label: Text
    headers: Texts
    preprinted: list[Text] = []


class TableShape(_Shape):
    """`[tables.KEY]`"""

    label: Text
    group: Text
    columns: Annotated[list[ColumnShape], Field(min_length=1)]
    transposed: bool = False


class LabelShape(_Shape):
    """`[[labels]]`: exactly one of the first four (checked apart).

    columns, sets: of a part of a table, what is printed under this label and what the label itself says.
    above: the field's value stands on the line above its label. boxes: at most so many, one sign in each.
    sentences: what is printed around the blanks ("…") of the field.
    """

    field: Text | None = None
    table: Text | None = None
    heading: bool = False
    end: bool = False
    texts: Texts
    hints: list[Text] = []
    suffixes: list[Text] = []
    columns: list[Text] = []
    sets: dict[str, Text] = {}
    above: bool = False
    boxes: Annotated[int, Field(ge=2)] | None = None
    sentences: list[Text] = []


class PrintShape(_Shape):
    """`[[print]]`"""

    kind: Text
    text: str = ""
    target: str = ""
    options: dict[str, str] = {}


class FormShape(_Shape):
    """The whole file. unlabelled: fields that are found by other means than a printed label.

    read_as: "form" for values beside labels, "decision" for a paper laid out by the rules for papers.
    """

    id: Text
    name: Text
    source: Text
    valid_from: date
    valid_to: date | None = None
    marks: Texts
    title: Texts
    boilerplate: list[Text] = []
    read_as: Literal["form", "decision"] = "form"
    unlabelled: list[Text] = []
    groups: dict[str, Text]
    fields: dict[str, FieldShape]
    tables: dict[str, TableShape] = {}
    labels: Annotated[list[LabelShape], Field(min_length=1)]
    print_layout: Annotated[list[PrintShape], Field(alias="print")] = []
