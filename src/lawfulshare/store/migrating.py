"""Brings the vault of an earlier program up to this one's tables: all of it or nothing, a copy kept until it is done.

What each number added: 2, which record amends which, and the review sheets.
"""

import contextlib
import shutil
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from lawfulshare.store.tables import SCHEMA, Table
from lawfulshare.store.troubles import of_database, of_system

OLDEST = 1
"""The first number that a vault ever had; whatever is below it is none of ours."""


def bring_up(engine: Engine, path: Path, version: int) -> None:
    """Bring a vault of that number up to this program's.

    Up to now a new number only added tables, so that making those that are missing is all there is to do.

    Raises:
        VaultTrouble: the disk is full, or the vault cannot be written; it is then as it was.
    """
    copy = path.with_name(f"{path.name}.{version}")
    try:
        with contextlib.closing(engine.raw_connection()) as raw:
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")  # all of it in the one file that is copied
        shutil.copy2(path, copy)
        with engine.begin() as connection:
            Table.metadata.create_all(connection)
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
    except OSError as problem:
        with contextlib.suppress(OSError):
            copy.unlink(missing_ok=True)
        raise of_system(problem) from None
    except DBAPIError as problem:
        raise of_database(problem) from None
    with contextlib.suppress(OSError):
        copy.unlink()
