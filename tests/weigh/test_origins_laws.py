"""What must hold of every count, whatever the pile: tried on piles made at random, against counting anew."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from weigh_pile import Pile, people

from whence.model.finding import AspectAccount
from whence.model.judgement import Rulings

Telling = tuple[int, int, str, str]
REPORTS = 6
OUTLETS = ("Daily 0", "Daily 1", "Daily 2", "Daily 3")
VOICES = ("Monitor", "Ministry", "State TV", "State agency", "residents", "activists", "Agency", "", "")

voice = st.sampled_from(VOICES + OUTLETS)
tellings = st.lists(
    st.tuples(st.integers(0, REPORTS - 1), st.integers(1, 3), voice, voice), min_size=1, max_size=9
)
copied = st.lists(st.tuples(st.integers(0, REPORTS - 1), st.integers(0, REPORTS - 1)), max_size=3)


def made(told: list[Telling], copies: list[tuple[int, int]]) -> Pile:
    pile = Pile()
    pile.source("State media")
    for name in ("State TV", "State agency"):
        pile.source(name, owner="State media")
    for number in range(REPORTS):
        pile.report(f"r{number}", OUTLETS[number % len(OUTLETS)], told=number + 1)
    for report, value, one, other in told:
        pile.say(f"r{report}", people(value * 10), *[n for n in (one, other) if n])
    for one, other in sorted({(a, b) for a, b in copies if a != b}):
        pile.copy(f"r{one}", f"r{other}", known=one > other)
    return pile


def counts(aspect: AspectAccount) -> dict[object, tuple[int, int]]:
    """Least and most of the aspect and of each value, by the value's number."""
    found = {str(v.value): (v.behind.least, v.behind.most or 0) for v in aspect.values}
    return {"speaking": (aspect.speaking.least, aspect.speaking.most or 0)} | found


@settings(max_examples=150, deadline=None)
@given(tellings, copied)
def test_what_remains_without_a_source_is_what_counting_without_it_gives(
    told: list[Telling], copies: list[tuple[int, int]]
) -> None:
    pile = made(told, copies)
    for value in pile.aspect().values:
        shown = dict(value.without)
        for source in pile.sources:
            after = pile.aspect(Rulings(retracted=(source,)))
            left = next(v.behind.least for v in after.values if v.statements == value.statements)
            if source in shown:
                assert left == shown[source]
            elif source not in ("State TV", "State agency"):  # counted, and shown, as their owner
                assert left == value.behind.least


@settings(max_examples=150, deadline=None)
@given(tellings, copied, st.integers(0, REPORTS - 1), st.booleans(), st.sampled_from((*OUTLETS, "New Daily")))
def test_a_copy_more_adds_no_origin(
    told: list[Telling], copies: list[tuple[int, int]], of: int, known: bool, outlet: str
) -> None:
    # who prints a text that cites it puts its own name to what others have from it: that is its own word
    assume(not any(outlet in (one, other) for report, _, one, other in told if report == of))
    before = counts(made(told, copies).aspect())
    pile = made(told, copies)
    pile.report("z", outlet, told=28)
    for report, value, one, other in told:
        if report == of:
            pile.say("z", people(value * 10), *[n for n in (one, other) if n])
    pile.copy("z", f"r{of}", known=known)
    for name, (least, most) in counts(pile.aspect()).items():
        assert least <= before[name][0]
        assert most <= before[name][1]


@settings(max_examples=150, deadline=None)
@given(tellings, copied, st.integers(1, 4))
def test_a_named_origin_more_takes_none_away(
    told: list[Telling], copies: list[tuple[int, int]], value: int
) -> None:
    before = counts(made(told, copies).aspect())
    pile = made(told, copies)
    pile.say(pile.report("z", "New Daily", told=28), people(value * 10), "New voice")
    after = counts(pile.aspect())
    assert all(after[name][0] >= least and after[name][1] >= most for name, (least, most) in before.items())
    assert after["speaking"][0] > 0


@settings(max_examples=100, deadline=None)
@given(tellings, copied)
def test_speaking_is_no_less_than_behind_any_value(
    told: list[Telling], copies: list[tuple[int, int]]
) -> None:
    found = counts(made(told, copies).aspect())
    assert all(least <= most for least, most in found.values())
    assert all(least <= found["speaking"][0] for least, _ in found.values())
