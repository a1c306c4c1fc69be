"""Who says what: each sentence names a fictional country's parties and one way in which news attributes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.model.report import Block, Report
from whence.read.attribution import Attribution, chain_for, chains_for, find_attributions
from whence.read.kind import kind_of
from whence.read.stance import stance_of


def report(body: str, title: str = "", outlet: str = "Meridia Gazette") -> Report:
    text = f"{title}\n\n{body}" if title else body
    blocks = (Block(0, len(title), "title"), Block(len(title) + 2, len(text), "body")) if title else ()
    return Report(id="r", label="", text=text, text_digest="", title=title, outlet=outlet, blocks=blocks)


def roots(r: Report, quote: str) -> list[list[str]]:
    start = r.text.index(quote)
    return [[h.voice.name for h in c] for c in chains_for(find_attributions(r), start, start + len(quote))]


@pytest.mark.parametrize(
    ("sentence", "quote", "chain"),
    [
        ("Fifteen people were killed on Monday a monitor said.", "Fifteen people were killed", ["a monitor"]),
        ("The army said that ten rebels had died.", "ten rebels had died", ["The army"]),
        ("Ten rebels died, said the Norland army.", "Ten rebels died", ["the Norland army"]),
        ("Ten died, according to the ministry.", "Ten died", ["the ministry"]),
        ("Activists told Veritas that 10 people died.", "10 people died", ["Veritas", "Activists"]),
        (
            "NANA quoted a police source as saying that two bombs went off.",
            "two bombs",
            ["NANA", "a police source"],
        ),
        ("The Observatory said citing activists that 10 died.", "10 died", ["The Observatory", "activists"]),
        ("Ten died, Veritas reported, citing officials.", "Ten died", ["Veritas", "officials"]),
        ("Ten died, the agency said, according to Daw.", "Ten died", ["the agency", "Daw"]),
        ("Ten died, Daw said, according to the NANA agency.", "Ten died", ["the NANA agency", "Daw"]),
        ("Traders said ten had died, Vale Radio reported.", "ten had died", ["Vale Radio", "Traders"]),
        (
            "The army said it shot ten men, the NANA agency reported.",
            "shot ten men",
            ["the NANA agency", "The army"],
        ),
        (
            "Nine people were killed a source in the eastern district said on Sunday NANA reported.",
            "Nine people were killed",
            ["NANA", "a source in the eastern district"],
        ),
        (
            "The ministry said in a letter carried by NANA that ten died.",
            "ten died",
            ["NANA", "The ministry"],
        ),
        (
            "A military source who spoke on condition of anonymity said the base was hit.",
            "the base was hit",
            ["A military source"],
        ),
        ("Ana Berg, a resident of Port Vale, said the school was hit.", "the school was hit", ["Ana Berg"]),
        ("Gen. Omar Daw said ten rebels had died.", "ten rebels had died", ["Gen. Omar Daw"]),
        (
            "In Port Vale state television said people were killed.",
            "people were killed",
            ["state television"],
        ),
        ("The guild put the death toll at 61.", "the death toll at 61", ["The guild"]),
        ("Norland accused Meridia of bombing the hospital.", "Meridia of bombing", ["Norland"]),
        ("One of the residents said the mosque was hit.", "the mosque was hit", ["One of the residents"]),
        (
            "Teachers in rural Velgrad said that seven miners were killed.",
            "seven miners were killed",
            ["Teachers in rural Velgrad"],
        ),
        (
            "A source at Velgrad harbour office said in a letter to NANA that ten died.",
            "ten died",
            ["NANA", "A source at Velgrad harbour office"],
        ),
        ("In a statement to NANA a police source said ten died.", "ten died", ["NANA", "a police source"]),
        (
            "Ten died, Ana Berg said in a talk with Veritas on Friday.",
            "Ten died",
            ["Veritas", "Ana Berg"],
        ),
        (
            "Ten died on the quay the Norland navy was quoted as saying by harbour radio.",
            "Ten died on the quay",
            ["harbour radio", "the Norland navy"],
        ),
        (
            "The Watch which counts the dead with a web of volunteers quoted respected teachers as saying ten died.",
            "ten died",
            ["The Watch", "respected teachers"],
        ),
        (
            "Citing medical sources the Norland Rights Monitor said ten died.",
            "ten died",
            ["the Norland Rights Monitor", "medical sources"],
        ),
        (
            "Residents reported at least ten bodies according to Veritas.",
            "at least ten bodies",
            ["Veritas", "Residents"],
        ),
        (
            "The Ridge Committees another activist group said ten were wounded.",
            "ten were wounded",
            ["The Ridge Committees"],
        ),
        (
            "According to lists compiled by the Ridge League press office Velgrad saw ten people killed.",
            "ten people killed",
            ["lists compiled by the Ridge League press office"],
        ),
        (
            "Ten died according to the port's rescue and lighthouse office.",
            "Ten died",
            ["the port's rescue and lighthouse office"],
        ),
        (
            "About ten died sources from harbour crews also called the “Grey Gulls” told Veritas.",
            "About ten died",
            ["Veritas", "sources from harbour crews"],
        ),
        (
            "The health directorate of Velgrad said ten died.",
            "ten died",
            ["The health directorate of Velgrad"],
        ),
        ("The Radio 24 station said ten died.", "ten died", ["The Radio 24 station"]),
        ("Lena de Vries said ten died.", "ten died", ["Lena de Vries"]),
        ("As a result harbour radio reported that ten died.", "ten died", ["harbour radio"]),
        (
            "Ten died according to the opposition “Ridge” TV network.",
            "Ten died",
            ["the opposition “Ridge” TV network"],
        ),
        (
            "Norland which holds the bridge defended its ally saying that ten died.",
            "ten died",
            ["Norland"],
        ),
        (
            "The Norland Rights Monitor on Wednesday raised its death toll for the raid from 26 to 58.",
            "from 26 to 58",
            ["The Norland Rights Monitor"],
        ),
    ],
)
def test_chain(sentence: str, quote: str, chain: list[str]) -> None:
    assert roots(report(sentence), quote) == [chain]


def test_two_speakers_give_two_chains() -> None:
    found = roots(report("State radio and a fishing union said a mine killed six."), "a mine killed six")
    assert sorted(found) == [["State radio"], ["a fishing union"]]


def test_the_outlet_is_no_hop() -> None:
    sentence = "A source told Veritas that ten died."
    assert roots(report(sentence, outlet="veritas"), "ten died") == [["A source"]]


@pytest.mark.parametrize("title", ["Raid kills ten in Vale: monitor", "Raid kills ten in Vale Monitor"])
def test_headline(title: str) -> None:
    assert [[n.lower() for n in c] for c in roots(report("Nothing else.", title), "Raid kills ten")] == [
        ["monitor"]
    ]


@pytest.mark.parametrize(
    ("body", "quote", "refers"),
    [
        (
            "A raid killed ten a monitor said. The Meridia Observatory for Human Rights said it hit a market.",
            "A raid killed ten",
            "Meridia Observatory for Human Rights",
        ),
        (
            "The Meridia Observatory for Human Rights said it hit a market. Ten died the Vale-based group said.",
            "Ten died",
            "Meridia Observatory for Human Rights",
        ),
        (
            "The Meridia Relief Network said a raid hit a market. It added that ten people died.",
            "ten people died",
            "Meridia Relief Network",
        ),
        (
            "Omar Daw, head of the Meridia Relief Network, said a raid hit a market. He added that ten died.",
            "ten died",
            "Meridia Relief Network",
        ),
    ],
)
def test_refers(body: str, quote: str, refers: str) -> None:
    r = report(body)
    start = r.text.index(quote)
    assert chain_for(find_attributions(r), start, start + len(quote))[-1].voice.refers == refers


def test_the_extremist_group_is_no_monitor() -> None:
    r = report("The Meridia Observatory for Human Rights said ten died. The extremist group said none did.")
    assert find_attributions(r)[-1].hops[-1].voice.refers == ""


def test_kinds_of_voice() -> None:
    r = report("A police source said ten died. Residents said five did. The Vale Council said none did.")
    assert [a.hops[-1].voice.kind for a in find_attributions(r)] == ["unnamed", "collective", "named"]


def test_a_quotation_goes_on() -> None:
    r = report('"We saw bodies. They were burnt," said Ana Berg. "It was terrible and nobody came to help."')
    assert roots(r, "We saw bodies") == [["Ana Berg"]]
    assert roots(r, "nobody came to help") == [["Ana Berg"]]


def test_scare_quotes_attribute_nothing() -> None:
    assert find_attributions(report('The town fell into a "safe zone" last week.')) == ()


@pytest.mark.parametrize(
    "body", ["The blast claimed nine lives.", "The report was long.", "He refused to comment."]
)
def test_what_attributes_nothing(body: str) -> None:
    assert not [a for a in find_attributions(report(body)) if a.hops]


def test_hearsay_has_no_hop_and_hedges() -> None:
    r = report("The base was reportedly hit by drones.")
    (found,) = find_attributions(r)
    assert found.hops == ()
    assert stance_of(r.text, 0, len(r.text), ())[0] == "hedges"


@pytest.mark.parametrize(
    ("body", "stance"),
    [
        ("The army denied that it had killed civilians.", "denies"),
        ("The army said no civilians were killed.", "denies"),
        ("The navy said it was not responsible for the mine.", "denies"),
        ("Officials believe that rebels fired the shells.", "hedges"),
        ("The council said ten people may have died.", "hedges"),
        ("The council said ten people died.", "states"),
        ("The council said no breakdown was given of the ten dead.", "states"),
    ],
)
def test_stance(body: str, stance: str) -> None:
    r = report(body)
    (found,) = find_attributions(r)
    start, end = found.content[0]
    told, reason = stance_of(r.text, start, end, found.hops)
    assert told == stance
    assert (reason is None) == (stance == "states")


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("Ten people were killed in Port Vale.", "fact"),
        ("We must stop the arms trade.", "appeal"),
        ("The generals should be held accountable.", "appeal"),
        ("Without aid the town would become a ruin.", "opinion"),
    ],
)
def test_kind(clause: str, kind: str) -> None:
    assert kind_of(clause, 0, len(clause)) == kind


WORDS = st.sampled_from(
    [
        "said",
        "the",
        "army",
        "Reuters",
        '"',
        "“",
        "”",
        ",",
        ".",
        "citing",
        "who",
        "according",
        "to",
        "(",
        "he",
        "told",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60))
def test_any_words_give_places_inside_the_text(tokens: list[str]) -> None:
    r = report(" ".join(tokens))
    for a in find_attributions(r):
        for start, end in (*a.content, *([a.source] if a.source else []), *([a.cue] if a.cue else [])):
            assert 0 <= start < end <= len(r.text)
        assert all(
            h.voice.span is None or r.text[h.voice.span.start :].startswith(h.voice.name) for h in a.hops
        )
        assert all(h.reason.evidence for h in a.hops)


def test_same_text_same_findings() -> None:
    r = report(
        "A monitor said ten died. The Vale Observatory for Rights said it. He told NANA that five did."
    )
    assert find_attributions(r) == find_attributions(r)


def test_half_of_a_clause_must_be_covered() -> None:
    a = Attribution(((0, 10),), None, None, ())
    assert chains_for([a], 5, 40) == ()
    assert chains_for([a], 0, 12) == ((),)


@pytest.mark.parametrize(
    "sentence",
    [
        "The blast raised the toll to 43.",
        "A third suspected attack killed ten.",
        "The photographer Omar Said Berg fell on Friday.",
    ],
)
def test_no_speaker_is_made_of_what_tells_nothing(sentence: str) -> None:
    assert roots(report(sentence), sentence.rsplit(maxsplit=1)[-1].rstrip(".")) in ([], [[]])


def test_what_the_source_goes_on_to_tell_was_told_to_the_same_medium() -> None:
    r = report("A source at the hospital told NANA that ten died. The source added that four were hurt.")
    assert roots(r, "four were hurt") == [["NANA", "The source"]]


def test_a_last_name_stands_for_the_body_its_bearer_was_introduced_with() -> None:
    r = report(
        "Ana Berg a spokeswoman for the Velgrad Media Centre said ten died. Berg added that four were hurt."
    )
    start = r.text.index("four were hurt")
    (hop,) = chain_for(find_attributions(r), start, start + len("four were hurt"))
    assert (hop.voice.name, hop.voice.refers) == ("Berg", "Velgrad Media Centre")


def test_an_office_that_is_described_is_the_body_described() -> None:
    r = report(
        "The Norland Rights Monitor said ten died. Ana Berg the New Vale-based watchdog's deputy said four were hurt."
    )
    start = r.text.index("four were hurt")
    (hop,) = chain_for(find_attributions(r), start, start + len("four were hurt"))
    assert hop.voice.refers == "Norland Rights Monitor"


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("It has also been reported that ten people died", "hedges"),
        ("ten people died in what were likely Norland strikes", "hedges"),
        ("it could not yet determine whether ten people died", "hedges"),
        ("ten people died and the toll is likely to rise", "states"),
    ],
)
def test_hedges_of_the_clause(words: str, stance: str) -> None:
    assert stance_of(words, 0, len(words), ())[0] == stance


def test_an_unnamed_voice_told_of_in_the_same_words_told_the_same_medium() -> None:
    r = report(
        "A civil defence source said ten died.\nOne civil defence source told NANA that four were hurt."
    )
    assert roots(r, "ten died") == [["NANA", "A civil defence source"]]
    plain = report("A source said ten died.\nOne source told NANA that four were hurt.")
    assert roots(plain, "ten died") == [["A source"]]
