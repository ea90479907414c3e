from collections.abc import Callable

import pytest
from law_cases import DAY, MINI, a_case

from lawfulshare.case.case_file import CaseFile
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.pack import Pack, read_pack


@pytest.fixture(scope="session")
def mini() -> Pack:
    """A small pack, so that the engine is tested apart from the law that ships."""
    return read_pack(MINI, "england")


@pytest.fixture(scope="session")
def law(mini: Pack) -> Law:
    return mini.on(DAY)


@pytest.fixture
def case() -> Callable[..., CaseFile]:
    return a_case
