"""Somebody who presses anything in the real window meets no dead end, loses no answer and breaks nothing."""

import random
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "guide"))
from guided import said
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from window_drive import decided, opened

from lawfulshare.case.case_file import plain
from lawfulshare.desktop.amounts import AmountButton
from lawfulshare.desktop.choosing import OneOf, SomeOf
from lawfulshare.desktop.dialogs import close_everything_on_top
from lawfulshare.desktop.driving import type_text
from lawfulshare.desktop.field import Field
from lawfulshare.desktop.fields import DayField, Number, Written
from lawfulshare.desktop.pickers import Picked
from lawfulshare.guide.doors import doors

CASE = decided("02-relapse-and-a-five-year-old", "SHARE", ("art6-1-e-public-task",))
CTRL, ALT, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
MOVES = (
    (Qt.Key.Key_Return, CTRL), (Qt.Key.Key_Return, CTRL), (Qt.Key.Key_Left, ALT), (Qt.Key.Key_F8, NONE),
    (Qt.Key.Key_F6, NONE), (Qt.Key.Key_F1, NONE), (Qt.Key.Key_F9, NONE),
)  # fmt: skip
DEEDS = 40
TEXTS = {Number: ("7", "no number"), DayField: ("25 11 2026", "some day"), Written: ("Kian", "He was hungry at 8.", "")}


@pytest.fixture(scope="module")
def driver(tmp_path_factory, qapp):
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LAWFULSHARE_HOME", str(home))
        for ask in ("getOpenFileName", "getSaveFileName"):  # a box of the system's own, which waits for an answer
            patch.setattr(QFileDialog, ask, lambda *_: ("", ""))
        driven = opened(home, CASE)
        yield driven
        driven.window.close()


def press_something(chance, driver):
    """Press, tick, type or choose one thing of the page; say what."""
    shown = driver.wizard.shown
    buttons = [one for one in shown.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
    fields = [one for one in shown.findChildren(Field) if one.isVisible() and one.controls()]
    if fields and chance.random() < 0.6:
        field = chance.choice(fields)
        if isinstance(field, OneOf | SomeOf):
            driver.press(chance.choice(field.controls()))
        elif isinstance(field, Picked):
            box = field.controls()[0]
            type_text(box.line, chance.choice([box.itemText(at) for at in range(box.count())] or [""]))
            field.flush()
        elif isinstance(field, Written):
            kind = next(kind for kind in TEXTS if isinstance(field, kind))
            type_text(field.controls()[0], chance.choice(TEXTS[kind]))
            field.flush()
        return f"{type(field).__name__} {field.path}"
    if not buttons:
        return "nothing"
    button = chance.choice(buttons)
    told = f"{type(button).__name__} {button.accessibleName()}"
    if isinstance(button, AmountButton):
        button.setFocus()
        QTest.keyClick(button, chance.choice("SUAW"))
    else:
        driver.press(button)
    return told


def answers_of(driver):
    return {path: value for path, value in said(driver.wizard.work.case).items() if not path.startswith("disclosures")}


def close_what_opened(driver):
    close_everything_on_top()
    if driver.window.cover.isVisible():
        driver.window.hide_now()


@given(seed=st.integers(0, 2**32))
@settings(
    max_examples=max(2, settings.default.max_examples // 20), deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
def test_pressing_anything_breaks_nothing_and_loses_nothing(driver, seed):
    chance = random.Random(seed)
    driver.rooms.to_start()
    mode = chance.choice(tuple(doors()))
    driver.rooms.begin(mode)
    for _ in range(DEEDS):
        wizard = driver.wizard
        if chance.random() < 0.35:
            before, at = answers_of(driver), wizard.work.page.name
            key, held = chance.choice(MOVES)
            driver.key(key, held)
            close_what_opened(driver)
            assert answers_of(driver) == before, f"{key} on {at}"
        elif wizard.work.page.special != "sign":
            press_something(chance, driver)
            close_what_opened(driver)
        if driver.window.room() is driver.window.start:
            break  # "finish later" leaves the case on purpose
        assert driver.window.room() is driver.case.wizard
        assert wizard.shown.isVisible()
        assert wizard.work.page.name in [page.name for page in wizard.work.walk.pages]
    driver.wait(lambda: not driver.window.background.is_busy("search"))
    kept = driver.rooms.desk.resume(wizard.work.case_id)
    assert plain(kept.case) == plain(wizard.work.case)
    assert kept.page.name == wizard.work.page.name
