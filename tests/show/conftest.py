"""The hand-made findings of this folder can be imported by name; the example pile is built once for all."""

from pathlib import Path

import pytest

from whence.flow.case import Case
from whence.flow.settings import Settings

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The case that `make demo` makes, of a country that does not exist; who writes into it works on a copy."""
    case = Case.create(tmp_path_factory.mktemp("example") / "case", Settings("Marqand, spring 2025"))
    case.learn(EXAMPLES / "knowledge")
    case.add([EXAMPLES / "pile"], {})
    case.build(None)
    return case
