"""Harm in words of its own and parts told behind their source: invented sentences about an invented country."""

import pytest

from whence.read.claims import find_counts

Claim = tuple[str, int | None, int | None, str]


def counts(text: str) -> list[Claim]:
    found = find_counts(text, 0, len(text))
    return [(c.aspect, c.count.amount.lower, c.count.amount.upper, c.count.group) for c in found]


LIVES: list[tuple[str, list[Claim]]] = [
    ("The flood took more than 60 lives.", [("killed", 60, None, "people")]),
    ("The mines cost hundreds of lives.", [("killed", 200, None, "people")]),
    ("The shells claimed nine and hurt 21.", [("killed", 9, 9, "people"), ("injured", 21, 21, "people")]),
    ("The raid claimed 20 civilians, the mayor said.", [("killed", 20, 20, "civilians")]),
    ("Six porters fell as martyrs.", [("killed", 6, 6, "porters")]),
    ("Forty villagers have fallen victim to the mines.", [("killed", 40, 40, "villagers")]),
    ("A film shows the beheadings of six shepherds.", [("killed", 6, 6, "shepherds")]),
    ("A cook suffered a back injury.", [("injured", 1, 1, "cooks")]),
]
TREATED: list[tuple[str, list[Claim]]] = [
    ("Sixteen ferrymen were hospitalised.", [("injured", 16, 16, "ferrymen")]),
    ("Two nuns were rushed to a district hospital.", [("injured", 2, 2, "nuns")]),
    ("Dozens more received treatment for burns.", [("injured", 24, None, "people")]),
    ("Five bodies were taken to the hospital.", [("killed", 5, 5, "people")]),
    # a long aside between whom it befell and the verb
    (
        "Several guests being held by the guards in a cellar of the old mill were also thought to have been killed.",
        [("killed", 3, None, "guests")],
    ),
]
ONE_SUBJECT: list[tuple[str, list[Claim]]] = [
    ("Six bakers were driven from their shop and shot dead.", [("killed", 6, 6, "bakers")]),
    ("Nine guards were surrounded near the mill and then executed.", [("killed", 9, 9, "guards")]),
    ("Three cooks were arrested, the police said, and killed.", []),
    ("Two drivers were warned and the mill was destroyed.", []),
    (
        "Only one nun who was then on her way to the old market beside the harbour at Velky was wounded.",
        [("injured", 1, 1, "nuns")],
    ),
    ("A clerk of a local radio station was killed.", [("killed", 1, 1, "clerks")]),
    ("One senator was killed.", [("killed", 1, 1, "senators")]),
    ("Two deputies were shot dead.", [("killed", 2, 2, "deputies")]),
    ("The murder of six friars is unsolved.", [("killed", 6, 6, "friars")]),
    (
        "Fire hurt 16 cooks; several of the wounded are in a serious condition.",
        [("injured", 16, 16, "cooks")],
    ),
]
NOT_LIVES = [
    "Two nuns went to a district hospital.",
    "The league claimed 20 soldiers were in the mill.",
    "The rebels claimed two attacks near Toluma.",
    "They took their lives in their hands.",
    "Ana Moro 27 suffered a leg wound.",  # an age whose commas were lost
]
BEHIND_THE_SOURCE: list[tuple[str, list[Claim]]] = [
    (
        "The blaze killed 52 men, the council said, including 17 guards.",
        [("killed", 52, 52, "men"), ("killed", 17, 17, "guards")],
    ),
    (
        "Scores of people died in the fires a clerk said on Friday including 31 cooks.",
        [("killed", 40, None, "people"), ("killed", 31, 31, "cooks")],
    ),
    ("The victims were mostly cooks, it said, and included 14 boys.", [("killed", 14, 14, "children")]),
]
LISTED: list[tuple[str, list[Claim]]] = [
    (
        "The number of victims has reached 19 as follows: seven guards and 12 cooks including five women.",
        [
            ("killed", 19, 19, "people"),
            ("killed", 7, 7, "guards"),
            ("killed", 12, 12, "cooks"),
            ("killed", 5, 5, "women"),
        ],
    ),
    (
        "Nine people were killed: six women and three men.",
        [("killed", 9, 9, "people"), ("killed", 6, 6, "women"), ("killed", 3, 3, "men")],
    ),
    ("They were killed: two of them at dawn.", []),
    (
        'At least seven members of the "Sun League" and "Moon League" bands were killed.',
        [("killed", 7, None, "members")],
    ),
    (
        "A shell killed Omar Samir al-Dorvi alias Captain Sky a warder of the mill and eight more militants.",
        [("killed", 1, 1, "warders"), ("killed", 8, 8, "militants")],
    ),
    (
        (
            "The number of guards killed in brawls on Saturday with rivals around the old trading town in the south "
            "of the province has risen to 11."
        ),
        [("killed", 11, 11, "people")],
    ),
]
OF_THE_WOUNDED: list[tuple[str, list[Claim]]] = [
    ("Two of the ten wounded died.", [("killed", 2, 2, "people")]),
    ("Six of the wounded later died.", [("killed", 6, 6, "people")]),
    ("Ten were wounded and two died.", [("injured", 10, 10, "people"), ("killed", 2, 2, "people")]),
]
SOME_OR_NONE: list[tuple[str, list[Claim]]] = [
    ("Guards stormed the mill, killing a number of them.", [("killed", 3, None, "people")]),
    ("None were hurt.", [("injured", 0, 0, "people")]),
    ("No one died in the blast.", [("killed", 0, 0, "people")]),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*LIVES, *TREATED, *ONE_SUBJECT, *BEHIND_THE_SOURCE, *LISTED, *OF_THE_WOUNDED, *SOME_OR_NONE],
)
def test_harm_in_words_of_its_own(text: str, expected: list[Claim]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize("text", NOT_LIVES)
def test_words_that_only_look_like_harm(text: str) -> None:
    assert counts(text) == []


def test_a_toll_does_not_reach_out_of_its_quotation() -> None:
    assert counts("“The number of wounded is high” one nurse said.") == []
