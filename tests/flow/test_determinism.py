"""Findings hang on the bytes and the judgements alone: not on order, paths, hash seeds or what was built before."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from veldra import MAPPING

from whence.flow.case import Case


def tables(case: Case) -> dict[str, bytes]:
    folder = case.layout.generation(case.generation)
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir())}


def test_added_one_by_one_in_another_order_from_elsewhere_gives_the_same_bytes(
    built: Case, pile: Path
) -> None:
    moved = pile.with_name("moved elsewhere")
    pile.rename(moved)
    other = Case.create(moved.with_name("other case"))
    for path in sorted(moved.iterdir(), reverse=True):
        other.add([path], MAPPING if path.suffix == ".jsonl" else {})
        other.build()
    other.build()
    # the method names the case nowhere, and a mapping given to a text file maps nothing
    assert tables(other).keys() == tables(built).keys()
    assert {n for n, data in tables(other).items() if data != tables(built)[n]} == set()


def test_built_twice_and_after_deleting_what_is_derived(built: Case) -> None:
    first, name = tables(built), built.generation
    built.build()
    assert tables(built) == first
    shutil.rmtree(built.layout.derived)
    built.build()
    assert (tables(built), built.generation) == (first, name)


def test_another_process_with_another_hash_seed_gives_the_same_bytes(built: Case) -> None:
    first = tables(built)
    program = (
        "import sys; from pathlib import Path; from whence.flow.case import Case\n"
        "Case.open(Path(sys.argv[1])).build()"
    )
    for seed in ("1", "77"):
        shutil.rmtree(built.layout.derived)
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", program, str(built.layout.root)], check=True, env=environment)
        assert tables(built) == first
