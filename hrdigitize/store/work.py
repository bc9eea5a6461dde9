"""A unit of work: everything in it is written together with one line of the audit log, or nothing is."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.domain.record import AuditEntry
from hrdigitize.store.arrangements import Arrangements
from hrdigitize.store.audit import AuditLog
from hrdigitize.store.batch_book import BatchBook
from hrdigitize.store.batches import Batches
from hrdigitize.store.cadres import Cadres
from hrdigitize.store.columns import Columns
from hrdigitize.store.documents import Documents
from hrdigitize.store.dossiers import Dossiers
from hrdigitize.store.efforts import Efforts
from hrdigitize.store.holdings import Holdings
from hrdigitize.store.markings import Markings
from hrdigitize.store.neighbours import Neighbours
from hrdigitize.store.overview import Overview
from hrdigitize.store.page_words import PageWords
from hrdigitize.store.samples import Samples
from hrdigitize.store.scan_profiles import ScanProfileBook
from hrdigitize.store.searching.finder import Finder
from hrdigitize.store.searching.index import SearchIndex
from hrdigitize.store.searching.listed import Listed
from hrdigitize.store.searching.sources import SearchSources
from hrdigitize.store.searching.touched import Touched
from hrdigitize.store.turned_stacks import TurnedStacks
from hrdigitize.store.units import Units
from hrdigitize.store.users import UserBook


class View:
    """What a store holds, for looking at."""

    def __init__(self, session: Session, identifiers: Identifiers) -> None:
        self.batches = Batches(session)
        self.batch_book = BatchBook(session)
        self.turned_stacks = TurnedStacks(session)
        self.arrangements = Arrangements(session)
        self.neighbours = Neighbours(session)
        self.documents = Documents(session)
        self.holdings = Holdings(session)
        self.page_words = PageWords(session)
        self.columns = Columns(session)
        self.samples = Samples(session)
        self.efforts = Efforts(session)
        self.markings = Markings(session)
        self.cadres = Cadres(session, identifiers)
        self.dossiers = Dossiers(session)
        self.overview = Overview(session)
        self.units = Units(session)
        self.users = UserBook(session)
        self.scan_profiles = ScanProfileBook(session)
        self.audit = AuditLog(session)
        sources = SearchSources(session, self.cadres)
        self.finder = Finder(session, sources)
        self.listed = Listed(session)
        self.index = SearchIndex(session, sources, self.listed)


class Work(View):
    """What a store holds, for one actor to change. Without `commit` nothing stays.

    at: the one moment that everything written in this unit carries. The search index follows at the end.
    """

    def __init__(self, session: Session, identifiers: Identifiers, actor: Actor, at: datetime) -> None:
        super().__init__(session, identifiers)
        self._session = session
        self._touched = Touched(session)
        self.actor = actor
        self.at = at

    def commit(self, action: str, subject: str, **detail: str | int) -> None:
        """Makes the change last, with its audit entry; when this returns it is on the disk.

        action: a past participle such as "document-approved". subject: the identifier it is about.
        detail: codes, counts and identifiers, never a personal value.
        """
        self._session.flush()
        self.index.refresh(self._touched.cadres, self._touched.documents)
        self.listed.refresh(self._touched.listed, self._touched.pages)
        plain = {name: str(value) for name, value in detail.items()}
        self.audit.append(AuditEntry(0, self.at, self.actor, action, subject, plain))
        self._session.commit()
