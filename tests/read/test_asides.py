"""What a report says aside gives its happenings no day or place, and what it prints twice is told once."""

from friday import read

from whence.model.statement import Count, Culprit, Statement


def counted(text: str, toll: int) -> tuple[Statement, ...]:
    """The statements of `text` that count `toll`, in order."""
    return tuple(s for s in read(text) if isinstance(s.value, Count) and s.value.amount.lower == toll)


def test_worries_in_a_capital_are_not_where_it_happened() -> None:
    text = (
        "News spread on Thursday of a gas attack in which the guilds say 54 porters died. "
        "The worry in Dravograd is that, whoever staged the attack, others will follow it."
    )
    (told,) = counted(text, 54)
    assert [t.name for t in told.where] == []


def test_an_attack_named_without_harm_gives_its_place() -> None:
    text = "News came of an attack on the town of Velky on Thursday. The guilds say 54 porters died."
    (told,) = counted(text, 54)
    assert [t.name for t in told.where] == ["Velky"]
    assert str(told.when) == "2031-05-08"


def test_of_two_times_the_one_beside_the_attack_dates_it() -> None:
    text = (
        "Mayor Daw opened on Wednesday a fair that was put off when news of the raid on Monday had come. "
        "The guilds say 54 porters died."
    )
    (told,) = counted(text, 54)
    assert str(told.when) == "2031-05-05"


def test_a_tie_told_in_passing_is_not_where_the_claim_stands() -> None:
    text = (
        "The Osmara-backed militia showed pictures of a gas attack for which, it claimed, the Harwan army was "
        "responsible."
    )
    (blamed,) = (s for s in read(text) if isinstance(s.value, Culprit))
    assert blamed.when is not None
    assert blamed.when.presumed
    assert blamed.when.days > 20


def test_a_sentence_printed_twice_tells_of_one_happening() -> None:
    told = "gunmen killed 54 porters at the old grain market in the upper quarter of the river town of Velky."
    text = (
        f"On March 3, 2029, {told} A bomb killed six people in the town of Maly on Thursday. "
        f"Mayor Daw spoke of roads. Then {told}"
    )
    first, second = counted(text, 54)
    assert first.scene == second.scene
    assert first.when is not None
    assert str(second.when) == str(first.when) == "2029-03-03"


def test_an_attack_that_bears_a_place_s_name_happened_there() -> None:
    text = "The guilds asked who was behind the Velky Massacre that killed 54 porters."
    (told,) = counted(text, 54)
    assert [t.name for t in told.where] == ["Velky"]


def test_a_place_that_saw_several_attacks_is_their_place() -> None:
    text = (
        "The valley suffered much, with Velky witnessing two gas attacks in 2029 which left 54 porters dead."
    )
    (told,) = counted(text, 54)
    assert [t.name for t in told.where] == ["Velky"]


def test_a_person_who_saw_an_attack_is_no_place() -> None:
    text = "Old Tarn witnessed the attack, which left 54 porters dead."
    (told,) = counted(text, 54)
    assert [t.name for t in told.where] == []
