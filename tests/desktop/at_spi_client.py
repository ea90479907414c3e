"""Goes through the share door from another process, as a screen reader does: by names, roles and actions alone.

Run by Debian's own Python (it has Atspi): at_spi_client.py PLAN. It knows nothing of the program but the words of the
plan. It fails with what it could not find, and prints what was announced.
"""

import json
import sys
import time
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 20.0
NAMED = ("push button", "button", "radio button", "check box", "combo box", "text", "entry", "password text",
         "scroll bar", "list", "table", "slider", "spin button")  # fmt: skip
PRESSABLE = ("push button", "button", "radio button", "check box", "menu item")


class NotFound(Exception):
    """What a person would have looked for in vain."""


class Reader:
    """A screen reader of its own: hears announcements, finds by name and role, presses and types."""

    def __init__(self):
        self.heard, self.where = [], "the window"
        self._listener = Atspi.EventListener.new(self._hear)
        self._listener.register("object:announcement")
        self.app = self.wait(self._find_app, "an application called LawfulShare")

    def turn(self, seconds=0.05):
        """Let events come in for a while."""
        until = time.monotonic() + seconds
        while True:
            while GLib.MainContext.default().iteration(False):
                pass
            if time.monotonic() >= until:
                return
            time.sleep(0.01)

    def wait(self, look, what):
        """Look until something is found; a step that the window has not drawn yet is looked at again."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                found = look()
            except GLib.Error:  # it went away while one looked
                found = None
            if found:
                return found
            if time.monotonic() > until:
                shown = [
                    f"{thing.get_role_name()} {thing.get_name()!r}" for thing in self.showing() if thing.get_name()
                ]
                raise NotFound(f"{self.where}: {what}\nheard {self.heard}\nshown " + "\n  ".join(shown))
            self.turn()

    def showing(self, root=None):
        """Walk all that is shown under a thing."""
        root = root or self.app
        for place in range(root.get_child_count()):
            child = root.get_child_at_index(place)
            if child is None:
                continue
            role = child.get_role_name()
            if role != "application" and not child.get_state_set().contains(Atspi.StateType.SHOWING):
                if child.get_state_set().contains(Atspi.StateType.VISIBLE) and child.get_child_count() == 0:
                    yield child  # scrolled out of sight
                if not child.get_state_set().contains(Atspi.StateType.VISIBLE):
                    continue
            else:
                yield child
            yield from self.showing(child)

    def first(self, names, roles=None, root=None, begins=False):
        """Give the first thing of one of these names, in one of these roles."""
        names = (names,) if isinstance(names, str) else names
        for thing in self.showing(root):
            if roles and thing.get_role_name() not in roles:
                continue
            called = thing.get_name()
            if called in names or (begins and any(called.startswith(name) for name in names)):
                return thing
        return None

    def find(self, names, roles=None, root=None, begins=False):
        """Wait for the first thing of one of these names."""
        return self.wait(lambda: self.first(names, roles, root, begins), f"{names!r} as {roles or 'anything'}")

    def press(self, thing):
        """Press a thing by its action."""
        actions = [Atspi.Action.get_action_name(thing, at) for at in range(Atspi.Action.get_n_actions(thing))]
        for name in ("Press", "Toggle"):
            if name in actions:
                Atspi.Action.do_action(thing, actions.index(name))
                self.turn(0.12)
                return
        raise NotFound(f"{self.where}: nothing to press at {thing.get_name()!r}, only {actions}")

    def press_named(self, names, root=None, begins=False):
        """Press a button by its name."""
        self.press(self.find(names, PRESSABLE, root, begins))

    def write(self, thing, text):
        """Put a text into a field in place of what is there."""
        Atspi.Component.grab_focus(thing)
        if not Atspi.EditableText.set_text_contents(thing, text):
            raise NotFound(f"{self.where}: {thing.get_name()!r} takes no text")
        self.turn(0.12)

    def key(self, thing, letter):
        """Press a key on a thing; its description said which letters it takes."""
        if f"{letter.upper()} " not in Atspi.Accessible.get_description(thing):
            raise NotFound(f"{self.where}: {thing.get_name()!r} does not say that it takes {letter!r}")
        Atspi.Component.grab_focus(self.app.get_child_at_index(0))
        Atspi.Component.grab_focus(thing)
        self.turn(0.1)
        Atspi.generate_keyboard_event(ord(letter), None, Atspi.KeySynthType.SYM)
        self.turn(0.15)

    def answer(self, told, root=None):
        """Answer one question by what stands in its group."""
        group = self.find(told["questions"], ("panel", "grouping"), root)
        inside = [(thing, thing.get_role_name()) for thing in self.showing(group)]
        if not told["words"]:
            self.press_named([f"{told['leave_open']}: {question}" for question in told["questions"]], group)
            return
        written = [thing for thing, role in inside if role in ("text", "entry", "password text")]
        if written:
            self.write(written[0], told["words"][0])
            return
        for said in told["words"]:
            thing = self.find(said, ("radio button", "check box"), self.find(told["questions"], ("panel",), root))
            if not thing.get_state_set().contains(Atspi.StateType.CHECKED):
                self.press(thing)

    def _find_app(self):
        desktop = Atspi.get_desktop(0)
        every = (desktop.get_child_at_index(place) for place in range(desktop.get_child_count()))
        return next((app for app in every if app is not None and app.get_name() == "LawfulShare"), None)

    def _hear(self, event):
        self.heard.append(str(event.any_data))


class Walk:
    """The share door from the first start to the signed record."""

    def __init__(self, plan):
        self.plan, self.reader = plan, Reader()

    def go(self):
        """Do all of it."""
        self._first_start(self.plan["first"])
        self.reader.press_named(self.plan["door"], begins=True)
        refused = False
        for page in self.plan["pages"]:
            self._arrive(page["title"])
            if page["insists"] and not refused:
                self._go_on_too_early()
                refused = True
            self._answer_page(page)
            self.reader.press_named(self.plan["continue"], begins=True)
        if not refused:
            raise NotFound("a page that insists on an answer")
        self._arrive(self.plan["sign"]["title"])
        self.reader.press_named(self.plan["sign"]["press"])
        self.reader.where = "signing"
        self.reader.find(self.plan["after"])

    def _first_start(self, told):
        reader = self.reader
        reader.where = told["title"]
        reader.find(told["title"])
        for one in told["answers"]:
            reader.answer(one)
        for label in told["passphrase"]:
            reader.write(reader.find(label, ("password text",)), self.plan["secret"])
        reader.press_named(told["press"])
        reader.find(told["start"])

    def _arrive(self, title):
        """A page has come when it is there by its name and was announced."""
        self.reader.where = title
        self.reader.find(title)
        self.reader.wait(lambda: title in self.reader.heard, "the announcement of the page")
        self.reader.heard.clear()
        self.reader.wait(self._all_named, "a name for each control")

    def _all_named(self):
        return all(thing.get_name().strip() for thing in self.reader.showing() if thing.get_role_name() in NAMED)

    def _go_on_too_early(self):
        """Going on without an answer is refused in words that are announced."""
        self.reader.press_named(self.plan["continue"], begins=True)
        refused = self.plan["refused"]
        self.reader.wait(lambda: any(refused in one for one in self.reader.heard), f"the announcement of {refused!r}")
        self.reader.heard.clear()

    def _answer_page(self, page):
        reader = self.reader
        for entry in page["entries"]:
            if entry["answers"] and not reader.first(entry["answers"][0]["questions"], ("panel",)):
                reader.press_named(entry["open"])
            for told in entry["answers"]:
                reader.answer(told)
            reader.press_named(entry["done"])
        for told in page["answers"]:
            reader.answer(told)
        for place, pair in enumerate(page["grid"]):
            self._fill(pair, by_letter=place % 2 == 1)
        for basis in page["bases"]:
            reader.press_named(basis)

    def _fill(self, pair, *, by_letter):
        """Choose how much goes by its letter, or from the list that the cell's button unfolds."""
        reader = self.reader
        cell = reader.find(pair["cell"], PRESSABLE, begins=True)
        if by_letter:
            reader.key(cell, pair["letter"])
        else:
            reader.press(cell)
            reader.press_named(pair["amount"], reader.find(pair["amounts"], ("panel", "grouping")))
        reader.press_named(pair["why"])
        reader.answer({"questions": [pair["needed"]], "words": [pair["is_needed"]]})
        reader.write(reader.find(pair["why"], ("text", "entry")), pair["reason"])
        reader.press_named(pair["why"])


def main():
    """Go through the plan; the status is 1 where something was not found."""
    plan = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    try:
        Walk(plan).go()
    except NotFound as missing:
        print(f"NOT FOUND  {missing}")
        return 1
    print("SIGNED")
    return 0


if __name__ == "__main__":
    sys.exit(main())
