"""Faults found by eye in texts of other wars and places than the gold's: counts, doers, voices; a fictional country."""

import pytest

from whence.model.report import Block, Record, Report
from whence.model.statement import Count, Culprit, Statement
from whence.read.rules import RuleReader
from whence.read.text import make_report


def read(text: str) -> tuple[Statement, ...]:
    return RuleReader().read(Report("r", "", text, "", language="en", blocks=(Block(0, len(text), "body"),)))


def counts(text: str) -> list[tuple[str, int | None, str]]:
    """Return (aspect, number, group) of the people counted in `text`, in order of place."""
    found = [(s.span.start, s.aspect, s.value) for s in read(text)]
    return sorted((a, v.amount.lower, v.group) for _, a, v in found if isinstance(v, Count))


def blamed(text: str) -> set[str]:
    return {s.value.actor for s in read(text) if isinstance(s.value, Culprit)}


def chain(text: str, aspect: str = "killed") -> list[str]:
    last = [s for s in read(text) if s.aspect == aspect][-1]
    return [h.voice.refers or h.voice.name for h in last.hops]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The blast killed one and wounded two.", [("injured", 2, "people"), ("killed", 1, "people")]),
        ("Gunmen kill one, wound two in Toluma", [("injured", 2, "people"), ("killed", 1, "people")]),
        (
            "A shell hit a van, killing one person and seriously wounding another.",
            [("injured", 1, "people"), ("killed", 1, "people")],
        ),
        (
            "A soldier was killed and another was hurt.",
            [("injured", 1, "soldiers"), ("killed", 1, "soldiers")],
        ),
        ("A 15-year-old was killed by shelling.", [("killed", 1, "children")]),
        ("A 52-year-old was killed by shelling.", [("killed", 1, "people")]),
        ("Two Ostian service members were wounded.", [("injured", 2, "soldiers")]),
        ("The blasts injured more than 7,300.", [("injured", 7300, "people")]),
        ("The slaying of a doctor shocked the town.", [("killed", 1, "doctors")]),
        ("The raid led to the death of Ana Moro in Toluma.", [("killed", 1, "people")]),
        ("Police arrested nine Buddhists in Toluma.", [("detained", 9, "people")]),
        ("Police arrest 70 in Toluma.", [("detained", 70, "people")]),
        ("At least 40 others are still held by the band, one cook said.", [("detained", 40, "people")]),
        ("A strike killed a former aide to the leader.", [("killed", 1, "aides")]),
        ("Twelve people were seriously injured in the crush.", [("injured", 12, "people")]),
        ("Sixteen porters were hurt, five of them seriously.", [("injured", 16, "porters")]),
        ("Furious crowd burn 12 to death in a barn", [("killed", 12, "people")]),
        ("UPDATE 1-Sixty-two arrested in Toluma", [("detained", 62, "people")]),
        ("Two Feared Dead As Fair Ends In Brawl", [("killed", 2, "people")]),
        ("Two killings were blamed on the band.", [("killed", 2, "people")]),
        ("A girl, identified as Ana Moro, was killed in the raid.", [("killed", 1, "children")]),
        ("A woman from Toluma, Ana Moro, was killed in the raid.", [("killed", 1, "women")]),
        ("On Oct. 22, a man named as a cook was killed.", [("killed", 1, "cooks")]),
        ("Two Ostians were shot at and wounded by border guards.", [("injured", 2, "people")]),
        ("A baker shot and killed his 11-year-old nephew.", [("killed", 1, "nephews")]),
        ("Guards say a fisherman killed his ex-wife by the weir.", [("killed", 1, "ex-wives")]),
        ("A man killed himself.", []),
        ("A 19-year-old Weir Lane Middle School student was fatally shot.", [("killed", 1, "students")]),
        ("A guest was found shot to death beside the weir.", [("killed", 1, "guests")]),
        ("Three Karvia police killed before the fair", [("killed", 3, "police officers")]),
        ("Four police were killed and two police stations burned.", [("killed", 4, "police officers")]),
        ("Brawl at the mill sends 6 guests to the hospital", [("injured", 6, "guests")]),
        ("The band put out a film showing bodies of its cooks after being killed.", []),
    ],
)
def test_people_are_counted_as_english_counts_them(text: str, told: list[tuple[str, int, str]]) -> None:
    assert counts(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "[name withheld], 45, was seriously injured.",
        "She was charged in the death of Davo Colm, also 34.",
        "Uncle of Mother of 3 Killed at the Weir Gives Thanks",
        "Cook Killed At The Weir 5 p.m. UPDATE",
        "One bomb after another hit the hills.",
    ],
)
def test_ages_children_and_hours_count_nobody(text: str) -> None:
    assert all(number in (None, 1) for _, number, _ in counts(text))


def test_a_place_or_a_people_is_no_victim() -> None:
    text = "The fires at the mills in Velgrad, Norway, and Dar Selim, Portugal, killed 61 people."
    assert counts(text) == [("killed", 61, "people")]
    assert blamed(text) == set()
    assert counts("The raid wounded nine people, including Omanis.") == [("injured", 9, "people")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Ostian army units fired a missile at Toluma on Friday, 28 October 2031, a guard said.",
            "Ostian government",
        ),
        ("In support of the militia, Ostian jets bombed the town, a guard said.", "Ostian government"),
        ("The Israeli enemy carried out an air attack on the port, a source said.", "Israel"),
        ("CENTCOM forces conducted airstrikes in the hills.", "United States"),
        ("Nine cooks were killed in a bombing blamed on the Irish Republican Army.", "IRA"),
        (
            "An alleged Ostian drone strike killed former band commander Subi Dalo in Toluma.",
            "Ostian government",
        ),
    ],
)
def test_who_did_it_is_read(text: str, who: str) -> None:
    assert blamed(text) == {who}


@pytest.mark.parametrize(
    "text",
    [
        "It is unclear if the drone strikes are agreed with Portugal.",
        "Papers attributed to the Norwegian fisheries ministry said that salt was sold after the bombing.",
        "Karvia opposition mayor shot dead at the weir",
        "Portuguese forces shot down nine missiles over the weir, the agency said.",
        "There was more helicopter activity by Danish forces over the weir on Friday, a guard said.",
        "There were flights by Danish helicopters over the weir, a guard said.",
        "The shelling came amid steady overflight by Danish drones on Friday, a guard said.",
        "Danish jets dropped leaflets on two market towns on Friday, a guard said.",
        "Millers feared the possibility of more terrorist attacks along the river.",
        "Cooks warn that millers could also be targeted by the Danish military.",
        "She said that ISIS still means to go on carrying out bomb attacks.",
        "Violence between Danish-backed fighters and Norwegian troops left several dead.",
    ],
)
def test_who_is_only_named_did_nothing(text: str) -> None:
    assert blamed(text) == set()


def test_members_of_a_band_killed_via_air_strikes_did_not_make_them() -> None:
    assert blamed("Ostian forces killed five members of ISIS via airstrikes by the weir.") == {
        "Ostian government"
    }


def test_an_occupation_army_is_its_own_states() -> None:
    assert blamed("The Turkish occupation army and its mercenaries shelled Toluma, a guard said.") == {
        "Turkey"
    }


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        (
            "Five people were killed on Thursday, according to a report by Vale Watch for Human Rights.",
            ["Vale Watch for Human Rights"],
        ),
        (
            "A statement by the Foreign Affairs Department said that ten people died.",
            ["Foreign Affairs Department"],
        ),
        (
            "A source in the Toluma Council, affiliated with the Vale Front (VF), said ten people were killed.",
            ["A source in the Toluma Council"],
        ),
        (
            "The statement, released late on Friday, said a raid had killed ten people.",
            ["The statement"],
        ),
        (
            "Ana Moro, director of the rivers and roads programme at the Vale Institute, said ten people were killed.",
            ["Vale Institute"],
        ),
        (
            "The group Vale 24, which covers the province, said the raid killed four people.",
            ["The group Vale 24"],
        ),
        (
            "The ministry said, citing a police official, that ten were killed.",
            ["The ministry", "a police official"],
        ),
        (
            "A doctor told the Vale Post, quoting the hospital's head, that ten were killed.",
            ["the Vale Post", "A doctor", "hospital"],
        ),
        (
            "Radio Vale quoted the governor as saying that, according to police, ten were killed.",
            ["Radio Vale", "the governor", "police"],
        ),
        ("VANA, citing a military official, said two men had been killed.", ["VANA", "a military official"]),
        (
            "The Vale Watch, citing activists on the ground, reported that shells killed ten people.",
            ["The Vale Watch", "activists on the ground"],
        ),
        ("Ten people were killed, ambulance officials said.", ["ambulance officials"]),
        ("Ten people were killed, according to the eye witness.", ["the eye witness"]),
        ("They killed ten people accused of links to the band, Ana Moro said.", ["Ana Moro"]),
        ("The Toluma Council posted on Facebook that a drone killed ten.", ["The Toluma Council"]),
        (
            "An eyewitness told Vale Press that a man was hurt. Ten were killed, according to the source.",
            ["Vale Press", "eyewitness"],
        ),
        ("Harrow Ministry press secretary Ana Moro said ten were killed.", ["Harrow Ministry"]),
        ("The raid killed ten, according to acting council head Ana Moro.", ["acting council"]),
        (
            "Ana Moro condemned the raid, for which the Vale Front claimed responsibility and where ten were killed.",
            ["Ana Moro"],
        ),
        ("After an inquiry we have confirmed that ten people were killed.", []),
        ("Quarrels over salt | Miller kills his cousin in Toluma", []),
        (
            "Guides who travel in Karvia and Ostia, which have fine parks, say little of the raid that killed ten.",
            [],
        ),
    ],
)
def test_who_speaks_is_found_past_what_is_said_of_him(text: str, voices: list[str]) -> None:
    assert chain(text) == voices


@pytest.mark.parametrize(
    "text",
    [
        "Five reported killed by guards at the weir",
        "Two bakers feared dead as barn is razed",
        "Six people said killed in a brawl in Toluma",
    ],
)
def test_a_headlines_hearsay_has_no_speaker_and_is_hedged(text: str) -> None:
    killed = [s for s in read(text) if s.aspect == "killed"]
    assert [(s.stance, s.hops) for s in killed] == [("hedges", ())]


def test_whom_somebody_told_is_a_medium_only_if_it_is_one() -> None:
    text = "“A raid killed ten people,” she told Ostian and Karvian cooks at the embassy."
    assert "Ostian" not in chain(text)


def test_headlines_of_other_pages_behind_their_label_are_furniture() -> None:
    text = (
        "Nine die in Toluma\n\nShells killed nine people in Toluma, a doctor said.\n\n"
        "Prev Post\n\nBattle of the weir | 31 cooks among nearly 70 killed in the raid on Kesra in 2024\n\n"
        "Next Post\n\nIn April | Over 45 killed in a brawl\n\nFor not paying | Guards shoot a miller and kill a…\n"
    )
    report = make_report(Record("", "sha256:0", "text/plain", text=text))
    told = {s.value.amount.lower for s in RuleReader().read(report) if isinstance(s.value, Count)}
    assert told == {9}
    assert {b.kind for b in report.blocks if b.start > text.index("Prev")} == {"furniture"}


def test_a_sentence_behind_related_news_is_read() -> None:
    text = (
        "Nine die in Toluma\n\nRelated News\n\nMan found dead in Kesra, May 2, 2031\n\n"
        "Shells killed nine people in Toluma on Monday, a doctor said.\n"
    )
    report = make_report(Record("", "sha256:0", "text/plain", text=text))
    assert {s.value.amount.lower for s in RuleReader().read(report) if isinstance(s.value, Count)} == {9}


def test_what_is_alleged_of_the_target_does_not_hedge_who_hit_it() -> None:
    text = (
        "Ostian forces launched missile strikes against alleged camps in the hills on Friday, a guard said."
    )
    assert [s.stance for s in read(text) if s.aspect == "responsible"] == ["states"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nine men were hurt during the execution of this operation.", None),
        ("A strike on a chemical plant killed nine men.", "airstrike"),
        ("The mass execution of nine men was filmed.", "execution"),
    ],
)
def test_what_happened_is_not_read_from_half_a_phrase(text: str, kind: str | None) -> None:
    events = {s.event for s in read(text)}
    assert (kind in events) if kind else "execution" not in events


def test_a_paper_calls_a_piece_exclusive_and_nobody_speaks_in_it() -> None:
    text = "EXCLUSIVE: Four cooks killed in raid\n\nThe raid on Toluma killed four cooks.\n"
    report = make_report(Record("", "sha256:0", "text/plain", text=text))
    assert all(not s.hops for s in RuleReader().read(report))


@pytest.mark.parametrize("opening", ["On Oct. 23, a", "In Jan. 2031 a", "Army Gen. Ana Moro said a"])
def test_a_short_month_or_title_ends_no_writers_line(opening: str) -> None:
    text = f"News of the day\n\n{opening} raid on the mills of Toluma killed nine men and hurt two cooks.\n"
    report = make_report(Record("", "sha256:0", "text/plain", text=text))
    assert [report.text[b.start : b.start + 5] for b in report.blocks if b.kind == "body"] == [opening[:5]]


def test_the_outlets_own_word_is_no_hearsay() -> None:
    text = "The Vale Watch said that the raid on Friday killed ten people in Toluma. The army bombed the mill, it said."
    report = Report(
        "r", "", text, "", language="en", outlet="Vale Watch", blocks=(Block(0, len(text), "body"),)
    )
    killed = [s for s in RuleReader().read(report) if s.aspect == "killed"]
    assert [(s.stance, s.hops) for s in killed] == [("states", ())]
