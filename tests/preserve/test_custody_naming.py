"""Lines of the custody log are found by what stands in them, as reading all of them would find them."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from whence.model.layout import CaseLayout
from whence.preserve.custody import Custody

WHEN = {"time": "2024-05-01T10:00:00+00:00", "version": "0.1.0", "actor": "desk"}
NAMES = st.sampled_from(("sha256:zz", "sha256:zy", "q7", "q71", "harbour"))


# words that no digest can hold: a line is found by whatever stands in it
@settings(max_examples=30, deadline=None)
@given(st.lists(NAMES, max_size=8), st.lists(NAMES, max_size=2), st.booleans())
def test_the_lines_that_name_something_are_found_and_no_others(
    written: list[str], sought: list[str], torn: bool
) -> None:
    with TemporaryDirectory() as folder:
        layout = CaseLayout(Path(folder) / "case")
        custody = Custody(layout)
        for name in written:
            custody.append("added", {"capture": name}, **WHEN)
        if torn:
            layout.custody.parent.mkdir(parents=True, exist_ok=True)
            with layout.custody.open("ab") as log:
                log.write(b'{"details":{"capture":"sha256:zz q7 harbour')
        wanted = [x for x in custody.lines() if any(w in x.details["capture"] for w in sought)]
        assert list(custody.naming(sought)) == wanted


def test_nothing_is_found_in_no_log_nor_by_no_word(tmp_path: Path) -> None:
    custody = Custody(CaseLayout(tmp_path / "case"))
    assert custody.naming(["a"]) == ()
    custody.append("added", {"capture": "a"}, **WHEN)
    assert custody.naming([""]) == custody.naming([]) == ()
