"""Every test of the window has an application, whichever test a worker begins with."""

import pytest


@pytest.fixture(autouse=True)
def application(qapp):
    return qapp
