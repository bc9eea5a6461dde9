"""The original files, sealed, each under the name of its content; never changed after they were written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from hrdigitize.crypto.sealing import SealBrokenError, Sealer
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.stored import ContentId
from hrdigitize.store import durable

SEALED_SUFFIX = ".sealed"


class Originals:
    """A folder of sealed files: `ab/abcdef….sealed`. All shard folders exist from the first day."""

    def __init__(self, folder: Path, sealer: Sealer) -> None:
        self._folder = folder
        self._sealer = sealer

    @staticmethod
    def lie_in(folder: Path) -> bool:
        """Whether a folder holds any sealed original."""
        return any(folder.glob(f"*/*{SEALED_SUFFIX}"))

    def prepare(self) -> None:
        """Makes the folders, durably; then a page never waits for one (and never loses one to a cut)."""
        with durable.plain_write_faults():
            for number in range(256):
                (self._folder / f"{number:02x}").mkdir(parents=True, exist_ok=True)
            durable.sync_folder(self._folder)
            durable.sync_folder(self._folder.parent)

    def drop_unfinished(self, left_before: datetime | None = None) -> int:
        """Removes what a cut left half written; nobody was ever told that it is safe. Gives the count.

        left_before: only what nobody touched since, where another program may be writing at this moment.
        """
        parts = self._folder.glob(f"*/*{durable.PART_SUFFIX}")
        unfinished = [
            part for part in parts if left_before is None or part.stat().st_mtime < left_before.timestamp()
        ]
        for part in unfinished:
            part.unlink()
        return len(unfinished)

    def keep(self, content: bytes) -> ContentId:
        """Safe on disk when this returns. The same bytes twice are kept once."""
        name = self.name_of(content)
        path = self._path(name)
        if path.exists() and self.is_whole(name):
            durable.sync_again(path)
            return name
        durable.write_whole(path, self._sealer.seal(content, self._about(name)))
        return name

    def name_of(self, content: bytes) -> ContentId:
        """What the store calls these bytes, whether it has them or not."""
        return self._sealer.content_id(content)

    def fetch(self, name: ContentId) -> bytes:
        """The original bytes; UserFault "original-missing" or "original-damaged"."""
        try:
            sealed = self._path(name).read_bytes()
        except FileNotFoundError:
            raise UserFault("original-missing") from None
        except OSError as error:
            raise UserFault("original-damaged") from error
        try:
            content = self._sealer.open(sealed, self._about(name))
        except SealBrokenError as broken:
            raise UserFault("original-damaged") from broken
        if self._sealer.content_id(content) != name:
            raise UserFault("original-damaged")
        return content

    def is_whole_at(self, folder: Path, name: ContentId) -> bool:
        """Whether another folder, laid out as this one, holds a whole original of this name."""
        return Originals(folder, self._sealer).is_whole(name)

    def is_whole(self, name: ContentId) -> bool:
        """Whether the original lies here and is what its name says."""
        try:
            self.fetch(name)
        except UserFault:
            return False
        return True

    def names(self) -> Iterator[ContentId]:
        """What lies in the folder, whether a row names it or not."""
        for path in sorted(self._folder.glob(f"*/*{SEALED_SUFFIX}")):
            yield ContentId(path.stem)

    def _path(self, name: ContentId) -> Path:
        return self._folder / name[:2] / f"{name}{SEALED_SUFFIX}"

    @staticmethod
    def _about(name: ContentId) -> str:
        return f"original/{name}"
