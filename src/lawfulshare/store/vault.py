"""Opens the encrypted register and makes it; no plain file is ever the second choice."""

import contextlib
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from lawfulshare.faults import VaultTrouble
from lawfulshare.store import key_file
from lawfulshare.store.migrating import OLDEST, bring_up
from lawfulshare.store.tables import SCHEMA, Kept, Table
from lawfulshare.store.troubles import of_database, of_system, trouble

KEYRING_SERVICE = "LawfulShare vault"
KEY_FILE, DATABASE, UNFINISHED = "vault.json", "vault.db", "vault.new"
PATIENCE = 5.0
"""Seconds to wait while another window writes."""


class Vault:
    """The vault of one home, open; everything in it is encrypted from its first byte."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def create(cls, home: Path, passphrase: str | None = None) -> "Vault":
        """Make a vault, locked by the passphrase, or without one by the system's keyring; open it.

        Raises:
            VaultTrouble: there is one already, the passphrase is short, there is neither passphrase nor keyring, or
                the folder cannot be written.
        """
        if cls.exists(home):
            raise trouble("there_already")
        id_, key = secrets.token_hex(8), key_file.new_key()
        if passphrase is not None:
            kept = key_file.lock_by_passphrase(id_, key, passphrase)
        else:
            kept = key_file.lock_by_keyring(id_, key)
            _into_keyring(id_, key)
        unfinished = home / UNFINISHED
        try:
            home.mkdir(parents=True, exist_ok=True)
            unfinished.unlink(missing_ok=True)
            fresh = _engine(unfinished, key, wal=False)
            try:
                _lay_out(fresh)
            finally:
                fresh.dispose()
            unfinished.chmod(0o600)
            key_file.write(home / KEY_FILE, kept)
            unfinished.replace(home / DATABASE)
        except OSError as problem:
            raise of_system(problem) from None
        return cls(_checked(_engine(home / DATABASE, key), home / DATABASE))

    @classmethod
    def open(cls, home: Path, passphrase: str | None = None) -> "Vault":
        """Open the vault of a home.

        Raises:
            VaultTrouble: there is none, the passphrase is wrong or missing, the keyring is silent, the file is
                damaged or of a newer program, or the folder cannot be written.
        """
        if not cls.exists(home):
            raise trouble("missing")
        kept = key_file.read(home / KEY_FILE)
        if kept.locked_by == "keyring":
            key = _from_keyring(kept)
        elif passphrase is None:
            raise trouble("passphrase_wanted")
        else:
            key = key_file.unlock(kept, passphrase)
        if not (home / DATABASE).is_file():
            if not (home / UNFINISHED).is_file():
                raise trouble("damaged")
            try:
                (home / UNFINISHED).replace(home / DATABASE)
            except OSError as problem:
                raise of_system(problem) from None
        return cls(_checked(_engine(home / DATABASE, key), home / DATABASE))

    @staticmethod
    def exists(home: Path) -> bool:
        """Say whether a vault, or what is left of one, is in a home."""
        return (home / KEY_FILE).is_file() or (home / DATABASE).is_file()

    @staticmethod
    def needs_passphrase(home: Path) -> bool:
        """Say whether the vault is locked by a passphrase.

        Raises:
            VaultTrouble: the side file is missing or damaged.
        """
        return key_file.read(home / KEY_FILE).locked_by == "passphrase"

    @contextlib.contextmanager
    def begin(self) -> Iterator[Session]:
        """Work in one transaction: all of it is kept on the disk when this ends, or nothing.

        Raises:
            VaultTrouble: what the database refused, in words.
        """
        try:
            with Session(self._engine, expire_on_commit=False) as session, session.begin():
                yield session
        except (DBAPIError, NoConnection) as problem:
            raise of_database(problem) from None

    def kept(self, name: str) -> bytes | None:
        """Give what the vault keeps under a name."""
        with self.begin() as session:
            row = session.get(Kept, name)
            return None if row is None else row.body

    def keep(self, name: str, body: bytes) -> None:
        """Keep something under a name, in place of what was there."""
        with self.begin() as session:
            session.merge(Kept(name=name, body=body))

    def close(self) -> None:
        """Close the file; its journal is folded in."""
        self._engine.dispose()


def _engine(path: Path, key: bytes, *, wal: bool = True) -> Engine:
    from sqlcipher3 import dbapi2

    def connect() -> Any:
        connection = dbapi2.connect(str(path), timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            # First of all: without this, faults with the key are printed.
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute(f"PRAGMA journal_mode = {'WAL' if wal else 'DELETE'}")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA secure_delete = ON")
        except BaseException:
            connection.close()
            raise
        return connection

    # Values never stand in the words of an error: they are of a case.
    engine = create_engine(
        "sqlite://", module=dbapi2, creator=connect, poolclass=QueuePool, pool_size=1, max_overflow=0,
        hide_parameters=True,
    )  # fmt: skip
    # A writer takes its place at once, so that reading and then saving is one act.
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _lay_out(engine: Engine) -> None:
    try:
        with engine.begin() as connection:
            Table.metadata.create_all(connection)
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
    except DBAPIError as problem:
        raise of_database(problem) from None


def _checked(engine: Engine, path: Path) -> Engine:
    """Refuse a newer program's tables before anything is read from them, and bring an earlier one's up to date."""
    try:
        with engine.connect() as connection:
            version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        if OLDEST <= version < SCHEMA:
            bring_up(engine, path, version)
    except DBAPIError as problem:
        engine.dispose()
        raise of_database(problem) from None
    except VaultTrouble:
        engine.dispose()
        raise
    if not OLDEST <= version <= SCHEMA:
        engine.dispose()
        raise trouble("newer" if version > SCHEMA else "damaged")
    return engine


def _into_keyring(id_: str, key: bytes) -> None:
    import keyring

    from lawfulshare.record.locking import keyring_works

    if not keyring_works():
        raise trouble("no_keyring")

    try:
        keyring.set_password(KEYRING_SERVICE, id_, key.hex())
    except Exception:
        # Backends raise errors of their own kinds beside KeyringError.
        raise trouble("no_keyring") from None


def _from_keyring(kept: key_file.KeyFile) -> bytes:
    try:
        import keyring

        secret = keyring.get_password(KEYRING_SERVICE, kept.id)
        key = bytes.fromhex(secret) if secret else None
    except ValueError:
        raise trouble("keyring_other") from None
    except Exception:
        # Backends raise errors of their own kinds beside KeyringError.
        key = None
    if key is None:
        raise trouble("keyring_silent")
    if not key_file.fits(kept, key):
        raise trouble("keyring_other")
    return key
