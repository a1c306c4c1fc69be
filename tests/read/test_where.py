"""Places by what stands around them, in sentences about a country that there is not."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from whence.read.where import find_places

TABLE = [
    ("A bomb exploded in Harwan Eastern Marsh Toluma on Friday", "Harwan/in Eastern Marsh/in Toluma/in"),
    ("in the town of Kafr Dalim in Toluma province", "Kafr Dalim/in Toluma/province of"),
    ("near the village of Kafr Dalim, north of Harwan", "Kafr Dalim/near Harwan/north of"),
    ("in Harwan's Lower Quarry district", "Harwan/in Lower Quarry/in"),
    ("the countryside of Harwan", "Harwan/countryside of"),
    ("Harwan countryside was shelled", "Harwan/countryside of"),
    ("HARWAN, Toluma (Newswire) - Strikes hit", "HARWAN/dateline Toluma/dateline"),
    ("between Harwan and Deir al-Misk", "Harwan/near Deir al-Misk/near"),
    ("fighters came from Harwan to Toluma", "Harwan/from Toluma/to"),
    ("in rebel-held Harwan", "Harwan/in"),
    ("units of the Tolum Arab Army in al-Misk and Jarash", "al-Misk/in Jarash/in"),
    ("in ar-Rimah", "ar-Rimah/in"),
    ("Harwan was shelled on Friday", "Harwan/in"),
    ("Harwan has been heavily bombed", "Harwan/in"),
    ("Harwan came under fire", "Harwan/in"),
    ("Warplanes pounded Harwan again", "Harwan/in"),
    ("Shells hit Harwan and Toluma", "Harwan/in Toluma/in"),
    ("two blasts in the capital Harwan", "Harwan/in"),
    ("a town south of the Tolumian capital Harwan", "Harwan/south of"),
    ("fighters are taking Harwan", "Harwan/in"),
    ("Neither Harwan nor Toluma are taking steps", ""),
    ("Ali was hit by shrapnel", ""),
    ("They captured Omar Dalim there", ""),
    ("Tolum forces hit Daesh", ""),
    ("on Friday in August", ""),
    ("the Tolum Observatory for Rights said", ""),
    ("fighters of the Islamic State", ""),
    ("in Russian airstrikes", ""),
    ("traces of Sarin in Harwan", "Harwan/in"),
    ("was bombed with Chlorine gas and Napalm", ""),
    ("the Harwan-based monitor", ""),
    ("raids in rural Deir Toluma and Harwan", "rural Deir Toluma/in Harwan/in"),
    ("in the town of Misk al Kabir on Friday", "Misk al Kabir/in"),
    ("shells hit Toluma Square near Harwan Province Officials Said", "Toluma/in Harwan/near"),
    ("Heavy shelling hit the town", ""),
    ("According to Harwan Daily the raid", ""),
    ("hurt in Tuesdays attack", ""),
    ("the O.S.-backed forces of O.", ""),
    ("in the vicinity of Harwan", "Harwan/near"),
    ("a boat sank off the coast of Toluma", "Toluma/near"),
    ("mills burned in Ain al-Arab and in Tel al-Islam", "Ain al-Arab/in Tel al-Islam/in"),
    ("a school of the Tolum Arab", ""),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_the_table(text: str, expected: str) -> None:
    assert " ".join(f"{m.name}/{m.relation}" for m in find_places(text)) == expected


PIECES = "in the Al al- City's Harwan of north town , and".split()  # noqa: SIM905


@example("NORTH Al")
@given(
    st.text(max_size=60)
    | st.lists(
        st.sampled_from(["in", "the", "Al", "al-", "City's", "Harwan", "of", "north", "town", ",", "and"]),
        max_size=20,
    ).map(" ".join)
)
def test_any_text(text: str) -> None:
    last = 0
    for m in find_places(text):
        assert last <= m.start < m.end <= len(text)
        assert text[m.start : m.end] == m.name
        last = m.end
