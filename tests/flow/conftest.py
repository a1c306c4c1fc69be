"""A small pile about a fictional country, built once and copied for each test."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from veldra import MAPPING, write_pile

from whence.flow.case import Case


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template")
    pile = write_pile(folder / "pile")
    case = Case.create(folder / "case")
    assert case.add([pile], MAPPING) == ()
    case.build()
    return folder


@pytest.fixture
def built(template: Path, tmp_path: Path) -> Case:
    """A case of its own, already built."""
    shutil.copytree(template / "case", tmp_path / "case")
    return Case.open(tmp_path / "case")


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    return write_pile(tmp_path / "pile")


@pytest.fixture
def steps() -> tuple[list[tuple[str, int, int]], Callable[[str, int, int], None]]:
    seen: list[tuple[str, int, int]] = []
    return seen, lambda stage, done, total: seen.append((stage, done, total))
