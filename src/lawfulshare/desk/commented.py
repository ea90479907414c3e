"""Comments that a supervisor has written and not signed yet, kept in the vault by the digest of their record."""

import json
from typing import TYPE_CHECKING

from lawfulshare.store.vault import Vault

if TYPE_CHECKING:
    from lawfulshare.record.review_sheet import Comment

KEPT = "comments"


class Commented:
    """The comments of a vault; they go once a verdict is signed."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def of_record(self, digest: str) -> "tuple[Comment, ...]":
        """Give what was written of a record."""
        from lawfulshare.record.review_sheet import Comment

        return tuple(Comment.model_validate(one) for one in self._all().get(digest, ()))

    def keep(self, digest: str, comments: "tuple[Comment, ...]") -> None:
        """Keep what is written of a record now, in place of what was; nothing for none."""
        every = self._all()
        every.pop(digest, None)
        if comments:
            every[digest] = [comment.model_dump(mode="json") for comment in comments]
        self._vault.keep(KEPT, json.dumps(every, ensure_ascii=False).encode())

    def _all(self) -> dict[str, list[dict[str, str | None]]]:
        kept = self._vault.kept(KEPT)
        return dict(json.loads(kept)) if kept else {}
