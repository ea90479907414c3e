import threading

from lawfulshare.desktop.background import Background


def unheard(*_):
    raise AssertionError("nobody should hear of this")


def test_a_result_comes_back_in_the_thread_of_the_screen(qtbot):
    background = Background()
    heard = []
    background.begin("weigh", lambda: 42, lambda result: heard.append((result, threading.current_thread())), unheard)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(42, threading.main_thread())]
    background.close()


def test_a_failure_comes_back_as_a_failure(qtbot):
    background = Background()
    heard = []
    background.begin("weigh", lambda: 1 / 0, unheard, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], ZeroDivisionError)
    background.close()


def test_a_newer_answer_silences_the_older_one_even_while_it_runs(qtbot):
    background = Background()
    running, let_go = threading.Event(), threading.Event()
    heard = []

    def slow():
        running.set()
        let_go.wait(5)
        return "old"

    background.begin("weigh", slow, heard.append, unheard)
    running.wait(5)
    background.begin("weigh", lambda: "new", heard.append, unheard)
    let_go.set()
    qtbot.waitUntil(lambda: not background.is_busy())
    qtbot.wait(50)
    assert heard == ["new"]
    background.close()


def test_nothing_is_heard_after_closing(qtbot):
    background = Background()
    let_go = threading.Event()
    background.begin("sign", lambda: let_go.wait(5), unheard, unheard)
    let_go.set()
    background.close()
    qtbot.wait(50)
    assert not background.is_busy()


def test_work_that_nobody_waits_for_any_more_is_told_to_halt(qtbot):
    background = Background()
    halt, heard = threading.Event(), []
    background.begin("search", lambda: halt.wait(5), unheard, unheard, halt)
    background.begin("search", lambda: "next", heard.append, unheard)
    qtbot.waitUntil(lambda: bool(heard))
    assert halt.is_set() and heard == ["next"]
    background.close()
