"""The focus ring: one drawn frame for the whole window, shown when the keyboard moved the focus."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget
from shiboken6 import isValid

from lawfulshare.desktop.theme import theme

GAP, STROKE, USUAL_RADIUS = 2, 3, 6
MOVED = (QEvent.Type.Move, QEvent.Type.Resize)
SHOWN = (QEvent.Type.Hide, QEvent.Type.Show)


class _Frame(QWidget):
    """The ring itself: seen, never pressed, never read aloud."""

    def __init__(self, home: QWidget) -> None:
        super().__init__(home)
        self.radius = USUAL_RADIUS
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = STROKE * min(theme.scale, 1.4)
        painter.setPen(QPen(theme.color("focus"), width))
        inside = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(inside, theme.px(self.radius) + 4, theme.px(self.radius) + 4)
        painter.end()


class FocusRing(QObject):
    """Follows the focus of one window, and brings what has it into view; make one a window and keep it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._frame: _Frame | None = None
        self._target: QWidget | None = None
        self._area: QScrollArea | None = None
        self._watched: list[QWidget] = []
        self._by_mouse = False
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._moved)
        theme.changed.connect(self._place)
        window.installEventFilter(self)
        self._listen_to_mouse()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay with the widget that has the focus, and notice whether the mouse put it there."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and not isinstance(watched, QWidget):
            self._by_mouse = True
            QTimer.singleShot(0, self._forget_mouse)
        elif kind == QEvent.Type.Show and watched is self._window:
            self._listen_to_mouse()
        if kind in MOVED and watched in self._watched:
            self._place()  # at once: a ring that comes after is seen beside what it frames
            if kind == QEvent.Type.Move:
                QTimer.singleShot(0, self._follow)
        elif kind in SHOWN and watched in self._watched:
            QTimer.singleShot(0, self._place)
        return False

    def is_shown(self) -> bool:
        """Tell whether the ring is drawn now."""
        return self._frame is not None and isValid(self._frame) and self._frame.isVisible()

    def _listen_to_mouse(self) -> None:
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def _forget_mouse(self) -> None:
        self._by_mouse = False

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched, self._target, self._area = [], None, None
        ours = new is not None and isValid(self._window) and new.window() is self._window and new is not self._window
        if new is None or not ours or (self._by_mouse and not isinstance(new, QLineEdit | QPlainTextEdit)):
            self._hide()
            return
        home, area = _home(new, self._window)
        target = self._target = _framed(new)
        self._move_to(home)
        at: QWidget | None = target
        while at is not None and at is not home:
            at.installEventFilter(self)
            self._watched.append(at)
            at = at.parentWidget()
        self._area = area
        self._follow()

    def _follow(self) -> None:
        """Bring what has the focus into view, also where what was laid out above it has moved it."""
        area, target = self._area, self._target
        if area is not None and target is not None and isValid(area) and isValid(target):
            area.ensureWidgetVisible(target, 0, theme.gap(48))
        self._place()

    def _move_to(self, home: QWidget) -> None:
        if self._frame is None or not isValid(self._frame):
            self._frame = _Frame(home)
        elif self._frame.parentWidget() is not home:
            self._frame.setParent(home)

    def _hide(self) -> None:
        if self._frame is not None and isValid(self._frame):
            self._frame.hide()

    def _place(self) -> None:
        frame, target = self._frame, self._target
        if frame is None or target is None or not isValid(frame) or not isValid(target) or not target.isVisible():
            self._hide()
            return
        home = frame.parentWidget() or self._window
        asked = target.property("radius")
        frame.radius = asked if isinstance(asked, int) else USUAL_RADIUS
        out = round(GAP + STROKE * min(theme.scale, 1.4))
        frame.setGeometry(QRect(target.mapTo(home, QPoint(0, 0)), target.size()).adjusted(-out, -out, out, out))
        frame.raise_()
        frame.show()
        frame.update()


def _home(widget: QWidget, window: QWidget) -> tuple[QWidget, QScrollArea | None]:
    """Give the content of the nearest scroll area, so that the ring scrolls along; else the window."""
    at = widget.parentWidget()
    while at is not None and at is not window:
        above = at.parentWidget()
        area = above.parentWidget() if above is not None else None
        if isinstance(area, QScrollArea) and area.widget() is at:
            return at, area
        at = above
    return window, None


def _framed(widget: QWidget) -> QWidget:
    """Give the widget that shows the frame: a drop-down's own field stands inside it."""
    above = widget.parentWidget()
    return above if widget.property("framed_by_parent") is True and above is not None else widget
