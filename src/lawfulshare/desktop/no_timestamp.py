"""No timestamp came and nothing was signed: whether to sign without one, or not now."""

from collections.abc import Callable

from lawfulshare.desktop.dialogs import Question
from lawfulshare.desktop.main_window import MainWindow
from lawfulshare.faults import NoTimestamp


def ask_without_timestamp(window: MainWindow, problem: NoTimestamp, sign: Callable[[], None]) -> None:
    """Ask, and sign without one if that is wished."""
    words, fault = window.words, problem.faults[0]
    Question(
        words("identity.sign.no_timestamp"),
        words("identity.sign.no_timestamp_follows", says=f"{fault.where[:1].upper()}{fault.where[1:]}: {fault.what}."),
        keep=words("identity.sign.no_timestamp_keep"),
        deed=words("identity.sign.no_timestamp_deed"),
        done=sign,
        parent=window,
    ).open()
