"""Scan settings under names: ready ones by the rules, the office's own, and those that its head locked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.scanning import (
    LEAST_DPI,
    LEAST_MM,
    LEAST_THRESHOLD,
    MOST_DPI,
    MOST_MM,
    MOST_THRESHOLD,
    ScanProfile,
    ScanSettings,
    fits,
)
from hrdigitize.domain.vietnamese import one_spaced
from hrdigitize.services.permissions import Action, may, require, require_either
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.store.work import View, Work

_MOST_LETTERS = 60
#: What the log says that it is about. Not the name: that is free text, and the log holds none.
_SUBJECT = "scan-profiles"


class ScanProfiles:
    """Keeps scan settings by name. Locked ones only the head of the office changes. From any thread.

    ready: those that come with the program; nobody changes them.
    """

    def __init__(self, store: Store, lane: Lane, *, ready: Sequence[ScanProfile]) -> None:
        self._store = store
        self._lane = lane
        self._ready = {_key(one.name): one for one in ready}

    def all(self, *, actor: Actor) -> tuple[ScanProfile, ...]:
        """Every profile: the ready ones first, then the office's own by name."""
        require_either(actor, Action.CAPTURE, Action.LOCK_SCAN_SETTINGS)
        return self._lane.run(self._all)

    def named(self, name: str, *, actor: Actor) -> ScanProfile:
        """The profile of this name, whatever its case. UserFault "scan-profile-unknown"."""
        require_either(actor, Action.CAPTURE, Action.LOCK_SCAN_SETTINGS)
        ready = self._ready.get(_key(name))
        return ready if ready is not None else self._lane.run(lambda: self._named(name))

    def save(self, name: str, settings: ScanSettings, *, actor: Actor) -> ScanProfile:
        """Keeps the settings under the name; what stood there before is replaced, its lock stays.

        UserFault "scan-profile-name" (empty, too long), "scan-settings-outside", "scan-profile-ready" and
        "scan-profile-locked".
        """
        require_either(actor, Action.CAPTURE, Action.LOCK_SCAN_SETTINGS)
        plain = one_spaced(name)
        if not plain or len(plain) > _MOST_LETTERS:
            raise UserFault("scan-profile-name", most=_MOST_LETTERS)
        require_fit(settings)
        self._require_own(plain)
        return self._lane.run(lambda: self._saved(plain, settings, actor))

    def remove(self, name: str, *, actor: Actor) -> None:
        """The profile goes. UserFault "scan-profile-unknown", "scan-profile-ready", "scan-profile-locked"."""
        require_either(actor, Action.CAPTURE, Action.LOCK_SCAN_SETTINGS)
        self._require_own(name)
        self._lane.run(lambda: self._removed(name, actor))

    def lock(self, name: str, *, actor: Actor) -> ScanProfile:
        """From now on only the head changes it. UserFault "scan-profile-unknown", "scan-profile-ready"."""
        require(actor, Action.LOCK_SCAN_SETTINGS)
        self._require_own(name)
        return self._lane.run(lambda: self._put_lock(name, actor, locked=True))

    def unlock(self, name: str, *, actor: Actor) -> ScanProfile:
        """Whoever scans may change it again. Faults as `lock`."""
        require(actor, Action.LOCK_SCAN_SETTINGS)
        self._require_own(name)
        return self._lane.run(lambda: self._put_lock(name, actor, locked=False))

    def _require_own(self, name: str) -> None:
        if _key(name) in self._ready:
            raise UserFault("scan-profile-ready")

    def _all(self) -> tuple[ScanProfile, ...]:
        with self._store.view() as view:
            return (*self._ready.values(), *view.scan_profiles.all())

    def _named(self, name: str) -> ScanProfile:
        with self._store.view() as view:
            return _known(view, name)

    def _saved(self, name: str, settings: ScanSettings, actor: Actor) -> ScanProfile:
        with self._store.work(actor) as work:
            before = _found(work, name)
            if before is None:
                profile = ScanProfile(name, settings)
            else:
                _require_free(before, actor)
                profile = replace(before, settings=settings)
            work.scan_profiles.put(profile)
            _commit(work, "scan-profile-saved")
            return profile

    def _removed(self, name: str, actor: Actor) -> None:
        with self._store.work(actor) as work:
            profile = _known(work, name)
            _require_free(profile, actor)
            work.scan_profiles.remove(profile.name)
            _commit(work, "scan-profile-removed")

    def _put_lock(self, name: str, actor: Actor, *, locked: bool) -> ScanProfile:
        with self._store.work(actor) as work:
            profile = replace(_known(work, name), locked=locked)
            work.scan_profiles.put(profile)
            _commit(work, "scan-profile-locked" if locked else "scan-profile-unlocked")
            return profile


def _commit(work: Work, action: str) -> None:
    work.commit(action, _SUBJECT)


def _found(view: View, name: str) -> ScanProfile | None:
    return next((one for one in view.scan_profiles.all() if _key(one.name) == _key(name)), None)


def _known(view: View, name: str) -> ScanProfile:
    profile = _found(view, name)
    if profile is None:
        raise UserFault("scan-profile-unknown")
    return profile


def _require_free(profile: ScanProfile, actor: Actor) -> None:
    if profile.locked and not may(actor, Action.LOCK_SCAN_SETTINGS):
        raise UserFault("scan-profile-locked")


def require_fit(settings: ScanSettings) -> None:
    """UserFault "scan-settings-outside" for what no scanner can be asked for."""
    if not fits(settings):
        raise UserFault(
            "scan-settings-outside",
            least_dpi=LEAST_DPI,
            most_dpi=MOST_DPI,
            least_mm=LEAST_MM,
            most_mm=MOST_MM,
            least=LEAST_THRESHOLD,
            most=MOST_THRESHOLD,
        )


def _key(name: str) -> str:
    """Two names are one where they differ in case and spaces alone."""
    return one_spaced(name).casefold()
