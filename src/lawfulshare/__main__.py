"""The only place that knows both faces: without a command it opens the window, else it runs the command."""

import sys
from pathlib import Path


def main() -> int:
    """Open the window, or run the command that was typed; give the exit status."""
    if len(sys.argv) == 1:
        return _window()
    from lawfulshare.cli.main import run

    return run(sys.argv[1:], window=_window, demo=_demo)


def _window() -> int:
    from lawfulshare.desktop.app import run

    return run(sys.argv)


def _demo(out: Path) -> int:
    from lawfulshare.desktop.demo import run_demo

    return run_demo(out)


if __name__ == "__main__":
    sys.exit(main())
