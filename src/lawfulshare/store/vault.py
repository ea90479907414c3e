"""Opens the encrypted register: SQLCipher under SQLAlchemy, key from a passphrase or the system's keyring."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from lawfulshare.faults import CannotWrite, Fault, VaultTrouble
from lawfulshare.store import keys
from lawfulshare.store.tables import SCHEMA_VERSION, Kept, Table

DATA, LOCK = "vault.db", "vault.json"
PATIENCE_MS = 4000


class Vault:
    """One encrypted file of drafts and records. Every change is one transaction, on disk before it is answered."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @staticmethod
    def exists(home: Path) -> bool:
        """Say whether a vault is here."""
        return (home / LOCK).is_file()

    @staticmethod
    def needs_passphrase(home: Path) -> bool:
        """Say whether a passphrase opens the vault.

        Raises:
            VaultTrouble: there is no vault, or the file beside it is damaged.
        """
        return keys.read(home / LOCK).needs_passphrase

    @classmethod
    def create(cls, home: Path, passphrase: str | None = None) -> "Vault":
        """Make a vault: under a passphrase, else with its key in the system's keyring.

        Raises:
            VaultTrouble: one is here already, or there is neither passphrase nor keyring.
            CannotWrite: the folder cannot be written.
        """
        if cls.exists(home):
            raise VaultTrouble(Fault("vault", "there is one in this folder already", "Open it instead."))
        try:
            home.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as problem:
            raise CannotWrite.because(home.name, problem) from None
        key = keys.make(home / LOCK, passphrase)
        try:
            return cls._opened(home, key, new=True)
        except VaultTrouble:
            (home / LOCK).unlink(missing_ok=True)
            raise

    @classmethod
    def open(cls, home: Path, passphrase: str | None = None) -> "Vault":
        """Open the vault that is here.

        Raises:
            VaultTrouble: there is none, the passphrase is wrong, the file is damaged, or a newer program made it.
        """
        if not cls.exists(home):
            raise VaultTrouble(Fault("vault", "there is none in this folder", "Start LawfulShare once to make it."))
        return cls._opened(home, keys.unlock(keys.read(home / LOCK), passphrase), new=False)

    @classmethod
    def _opened(cls, home: Path, key: bytes, *, new: bool) -> "Vault":
        if not new and not (home / DATA).is_file():
            raise VaultTrouble(Fault("vault", f"{DATA} is missing", "Restore it from a copy."))
        vault = cls(_engine(home / DATA, key))
        try:
            with vault.begin() as session:
                if new:
                    Table.metadata.create_all(session.connection())
                    session.add(Kept(name="schema", body=str(SCHEMA_VERSION).encode()))
                kept = session.get(Kept, "schema")
                if kept is None or int(kept.body) > SCHEMA_VERSION:
                    raise VaultTrouble(
                        Fault("vault", "a newer program wrote it", "Open it with that version of LawfulShare.")
                    )
        except VaultTrouble:
            vault.close()
            raise
        return vault

    @contextlib.contextmanager
    def begin(self) -> Iterator[Session]:
        """Open one transaction: all of it is kept, or none.

        Raises:
            VaultTrouble: the disk is full or read-only, the file is damaged, or another program holds it.
        """
        try:
            with Session(self._engine) as session, session.begin():
                yield session
        except DatabaseError as problem:
            if type(problem).__name__ == "IntegrityError":
                raise
            raise _said(problem) from None

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
        """Close the file; the key is forgotten."""
        self._engine.dispose()


def _engine(path: Path, key: bytes) -> Engine:
    from sqlcipher3 import dbapi2

    def connect() -> Any:
        connection = dbapi2.connect(str(path), timeout=PATIENCE_MS / 1000, check_same_thread=False)
        # Errors would be printed on standard error otherwise, before anybody can say them in words.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        return connection

    engine = create_engine(
        "sqlite://", module=dbapi2, creator=connect, poolclass=QueuePool, pool_size=1, max_overflow=0
    )

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _: object) -> None:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "temp_store = MEMORY"):
            connection.execute(f"PRAGMA {pragma}")

    return engine


def _said(problem: DatabaseError) -> VaultTrouble:
    """Say in words what the database refused; nothing of what was written is repeated."""
    reason = str(problem.orig).lower()
    if "full" in reason:
        return VaultTrouble(
            Fault("vault", "the disk is full", "Free some space; your answers are still on the screen.")
        )
    if "readonly" in reason or "unable to open" in reason:
        return VaultTrouble(Fault("vault", "its folder cannot be written", "Make the folder writable, then try again."))
    if isinstance(problem, OperationalError) and "locked" in reason:
        return VaultTrouble(Fault("vault", "another LawfulShare is using it", "Close the other one, then try again."))
    return VaultTrouble(Fault("vault", "the file is damaged", "Restore vault.db from a copy."))
