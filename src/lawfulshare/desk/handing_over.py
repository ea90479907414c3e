"""Hands a draft over to a colleague in one sealed file, takes one over, and remembers which were handed over."""

import json
from typing import Any

from lawfulshare.case import case_file
from lawfulshare.desk.in_hand import Clock
from lawfulshare.faults import LawfulShareError
from lawfulshare.guide import naming
from lawfulshare.store.drafts import Drafts
from lawfulshare.store.handover import seal, unseal
from lawfulshare.store.troubles import trouble
from lawfulshare.store.vault import Vault
from lawfulshare.wording import wording

KEPT = "handed_over"


class HandedOver:
    """Which drafts of this desk were handed over, and on which day; a draft is never deleted unasked."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def days(self) -> dict[str, str]:
        """Give the day on which each draft was handed over, by its id."""
        kept = self._vault.kept(KEPT)
        return dict(json.loads(kept)) if kept else {}

    def mark(self, case_id: str, day: str) -> None:
        """Remember that a draft was handed over."""
        self._vault.keep(KEPT, json.dumps(self.days() | {case_id: day}).encode())


def hand_over(drafts: Drafts, case_id: str, passphrase: str, who: str) -> bytes:
    """Give the sealed file of a draft; `who` hands it over.

    Raises:
        VaultTrouble: the draft is no longer here, or the passphrase is too short.
    """
    draft = drafts.open(case_id)
    body = {"from": who, "place": draft.place, "saved_at": draft.saved_at, "draft": json.loads(draft.body)}
    return seal(json.dumps(body, ensure_ascii=False).encode(), passphrase)


def take_over(drafts: Drafts, file: bytes, passphrase: str, clock: Clock) -> str:
    """Keep the draft of a sealed file among one's own, as a new one, and give its id.

    Raises:
        VaultTrouble: it is no such file, is damaged, that is not its passphrase, or it cannot be kept.
    """
    body = unseal(file, passphrase)
    try:
        stated: dict[str, Any] = json.loads(body)
        kept = stated["draft"]
        case = case_file.read(json.dumps(kept["case"]).encode())
        place, stale = str(stated["place"]), [str(path) for path in kept["stale"]]
    except (LawfulShareError, KeyError, TypeError, ValueError):
        raise trouble("handover_damaged", "handover") from None
    case_id = clock.new_id()
    mine = {**kept, "case": json.loads(case_file.write(case)), "stale": stale}
    drafts.save(
        case_id,
        json.dumps(mine, ensure_ascii=False).encode(),
        seen=0,
        saved_at=clock.now().isoformat(timespec="seconds"),
        place=place,
        subject=naming.subject(case) or wording()("desk.nobody_named"),
    )
    return case_id
