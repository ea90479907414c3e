"""All editions of the law at hand, shipped, frozen and handed in: gives the newest, or the one that a record names."""

from collections.abc import Iterable, Mapping

from lawfulshare.faults import BadCaseFile, Fault
from lawfulshare.law.packs.edition import Edition, frozen
from lawfulshare.law.packs.law import Law, LawOfTheDay
from lawfulshare.law.packs.overlay import Overlay
from lawfulshare.law.packs.pack import Pack, load, pack_of


class Shelf:
    """The one place that decides which edition is used: the newest of a nation, under its organisation's overlay."""

    def __init__(
        self,
        installed: Iterable[Edition] = (),
        earlier: Iterable[Edition] = (),
        overlays: Iterable[Overlay] = (),
        in_use: Mapping[str, str] | None = None,
        troubles: tuple[Fault, ...] = (),
    ) -> None:
        self.troubles = troubles
        self._installed = {edition.sha256: edition for edition in installed}
        self._earlier = {edition.sha256: edition for edition in earlier}
        self._overlays = {overlay.sha256: overlay for overlay in overlays}
        self._in_use = in_use or {}
        self._packs: dict[tuple[str, str | None], Pack] = {}

    def newest(self, nation: str) -> Pack:
        """Give the newest edition of a nation, under the overlay in use.

        Raises:
            BadCaseFile: there is no pack for that nation.
            BadPack: the pack has faults.
        """
        return self._under(self.unlaid(nation), self._in_use.get(nation, ""))

    def unlaid(self, nation: str) -> Pack:
        """Give the newest edition of a nation as it is without an overlay.

        Raises:
            BadCaseFile: there is no pack for that nation.
            BadPack: the pack has faults.
        """
        handed_in = [edition for edition in self._installed.values() if edition.nation == nation]
        best = max(handed_in, key=lambda edition: order(edition.version), default=None)
        if best is None:
            return load(nation)
        shipped = _shipped(nation)
        if shipped is not None and order(shipped.nation.version) >= order(best.version):
            return shipped
        return self._of(best)

    def on(self, nation: str, day: str) -> Law:
        """Give the law of a nation on a day, by its newest edition.

        Raises:
            BadCaseFile: there is no pack for that nation.
            BadPack: the pack has faults.
        """
        return self.newest(nation).on(day)

    def overlay(self, nation: str) -> Overlay | None:
        """Give the overlay in use for a nation."""
        return self._overlays.get(self._in_use.get(nation, ""))

    def named(self, named: LawOfTheDay) -> Law | None:
        """Give the law that a record names, by the digest of its edition; None where that edition is not known here.

        An overlay that is not known here is left away: the law then names none.
        """
        pack = self._edition(named)
        if pack is None:
            return None
        return self._under(pack, named.overlay or "").on(named.as_at)

    def _edition(self, named: LawOfTheDay) -> Pack | None:
        shipped = _shipped(named.pack)
        if shipped is not None and shipped.sha256 == named.sha256:
            return shipped
        edition = next(
            (known[named.sha256] for known in (self._installed, self._earlier) if named.sha256 in known), None
        )
        edition = edition or frozen(named.sha256)
        return self._of(edition) if edition is not None and edition.nation == named.pack else None

    def _of(self, edition: Edition) -> Pack:
        key = (edition.sha256, None)
        if key not in self._packs:
            self._packs[key] = pack_of(edition)
        return self._packs[key]

    def _under(self, pack: Pack, overlay: str) -> Pack:
        if overlay not in self._overlays:
            return pack
        key = (pack.sha256, overlay)
        if key not in self._packs:
            self._packs[key] = pack.under(self._overlays[overlay])
        return self._packs[key]


def _shipped(nation: str) -> Pack | None:
    try:
        return load(nation)
    except BadCaseFile:
        return None


def order(version: str) -> tuple[int, ...]:
    """Give a version as it is ordered: year, month, number."""
    return tuple(int(part) for part in version.split("."))
