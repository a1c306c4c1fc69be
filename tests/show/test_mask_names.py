"""Names found by their first word are those that one pattern of all names finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.show.mask import WITHHELD, _names, _pattern, mask_over

PARTS = st.sampled_from(
    (
        "Adel",
        "adel",
        "İlker",
        "ilker",
        "Işıl",
        "ışıl",
        "Straße",
        "STRASSE",
        "al",
        "Mansour",
        "O",
        "Élan",
        "ſam",
        "sam",
        "Kelvin",
        "\u212aelvin",
    )
)
FORMS = st.lists(st.lists(PARTS, min_size=2, max_size=3).map(" ".join), max_size=6)
GAPS = st.sampled_from((" ", "-", "_", ", ", "'", "", "  ", " -- ", "-of-"))


@given(FORMS, st.lists(st.tuples(PARTS, GAPS), max_size=8))
def test_the_quick_way_withholds_what_the_whole_pattern_does(
    forms: list[str], told: list[tuple[str, str]]
) -> None:
    words = "".join(part + gap for part, gap in told)
    assert _names(set(forms)).sub("[]", words) == _pattern(set(forms)).sub("[]", words)


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("the text has it from Mansour", f"the text has it from {WITHHELD}"),
        ("the text has it from Mansour's mother", f"the text has it from {WITHHELD}'s mother"),
        ("Mansour's mother", f"{WITHHELD}'s mother"),
        ('"Dr Mansour" is "Dr Adel Mansour"', f'"Dr {WITHHELD}" is "Dr {WITHHELD}"'),
        ("the text has it from Mansour Street traders", "the text has it from Mansour Street traders"),
    ],
)
def test_a_surname_alone_is_withheld_where_a_reason_repeats_a_voice(told: str, shown: str) -> None:
    assert mask_over({}, {}, ["Adel Mansour", "Mansour"]).words(told) == shown
