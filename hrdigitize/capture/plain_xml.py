"""XML of unknown origin as plain elements: no document type, so no entities; size and depth bounded."""

from __future__ import annotations

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

_MOST_DEEP = 64
_MOST_ELEMENTS = 20_000


class BadXmlError(Exception):
    """No XML, or more of it than the program takes."""


def parsed(content: bytes) -> Element:
    """The root; names without their namespaces. BadXmlError."""
    building = _Building()
    reader = expat.ParserCreate(namespace_separator=" ")
    reader.StartDoctypeDeclHandler = _refuse
    reader.StartElementHandler = building.start
    reader.EndElementHandler = building.end
    reader.CharacterDataHandler = building.builder.data
    try:
        reader.Parse(content, True)  # noqa: FBT003 - expat takes it by place only
        return building.builder.close()
    except (expat.ExpatError, AssertionError, ValueError) as fault:
        raise BadXmlError from fault


def _refuse(*_: object) -> None:
    raise BadXmlError


class _Building:
    """The tree as far as it is read."""

    def __init__(self) -> None:
        self.builder: TreeBuilder = TreeBuilder()
        self._depth = 0
        self._elements = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > _MOST_DEEP or self._elements > _MOST_ELEMENTS:
            raise BadXmlError
        self.builder.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        self._depth -= 1
        self.builder.end(_local(name))


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
