"""Saves one draft after another and says which it has saved, until somebody kills it."""

import sys
import time
from pathlib import Path

from lawfulshare.store.drafts import Drafts
from lawfulshare.store.vault import Vault

home, passphrase, case_id, how = sys.argv[1:]
drafts = Drafts(Vault.open(Path(home), passphrase))
print("ready", flush=True)
for version in range(1, 100_000):
    if how == "said-then-saved":
        print(version, flush=True)
        time.sleep(0.01)
    drafts.save(case_id, b"x" * 900, seen=version - 1, saved_at="2026-11-23", place="first", subject="Nobody")
    if how == "saved-then-said":
        print(version, flush=True)
