"""The place index on disk: whole, stamped, and absent when damaged; and the readers of place tables."""

import errno
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pytest

from whence.link.rows import PlaceRow, make_arrays, make_atlas
from whence.store.gazetteer import read_arrays, read_table, write_arrays

ARRAYS = make_arrays([PlaceRow("h1", ("Harwan",), 10.0, 10.5, "XA")])


def test_what_was_kept_is_found_again(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "places.npz"
    assert write_arrays(path, "one", ARRAYS)
    kept = read_arrays(path, "one")
    assert kept
    (place,) = make_atlas(kept).find("harwan")
    assert (place.lat, place.lon, place.country) == (10.0, 10.5, "XA")
    assert [p.name for p in path.parent.iterdir()] == ["places.npz"]


def test_another_stamp_damage_and_absence_are_no_index(tmp_path: Path) -> None:
    path = tmp_path / "places.npz"
    assert read_arrays(path, "one") is None
    write_arrays(path, "one", ARRAYS)
    assert read_arrays(path, "two") is None
    data = path.read_bytes()
    for damaged in (b"", b"not an archive", data[: len(data) // 2]):
        path.write_bytes(damaged)
        assert read_arrays(path, "one") is None


def test_a_folder_that_cannot_be_made_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert not write_arrays(tmp_path / "file" / "places.npz", "one", ARRAYS)


def test_a_full_disk_keeps_no_half_of_an_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(out: BinaryIO, **_: object) -> None:
        out.write(b"half an index")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(np, "savez", full)
    assert not write_arrays(tmp_path / "places.npz", "one", ARRAYS)
    assert list(tmp_path.iterdir()) == []


def test_tables_of_both_forms(tmp_path: Path) -> None:
    who = tmp_path / "who.tsv"
    who.write_text(
        "id\tcountry\tname\tlat\tlon\tpopulation\tplacetype\tregion\tnames\n"
        "7\tXA\tHarwan\t10.0\t10.5\t900\tlocality\t3\teng=Harwan|ara=هروان\n"
        "8\tXA\tLost\t\t\t\tlocality\t\t\n",
        "utf8",
    )
    row, lost = read_table(who)
    assert lost is None  # it has no point: counted as passed over
    assert row is not None
    assert (row["names"], row["population"]) == (["Harwan", "هروان"], 900)
    dump = tmp_path / "dump.txt"
    dump.write_text("9\tHarwan\tHarwan\tHrwan\t10.0\t10.5\tP\tPPL\tXA\t\t01\t\t\t\t900\t\t\t\t\n", "utf8")
    (row,) = read_table(dump)
    assert row is not None
    assert (row["key"], row["names"], row["country"]) == ("9", ["Harwan", "Hrwan"], "XA")
