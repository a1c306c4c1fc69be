"""Names found by their first word are those that one pattern of all names finds."""

from hypothesis import given
from hypothesis import strategies as st

from whence.show.mask import _names, _pattern

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
