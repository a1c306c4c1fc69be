"""Names are withheld by span, consistently, and never a source that is no person."""

import showcase

from whence.model.finding import PersonName
from whence.model.span import Reason, Span
from whence.show.desk import make_desk
from whence.show.mask import make_mask


def with_persons(*rows: tuple[str, str, bool], text: str) -> object:
    base = showcase.findings()
    found = tuple(
        PersonName("r", Span.of(text, at, at + len(quote)), name, public, Reason("t", "t"))
        for quote, name, public in rows
        for at in [text.index(quote)]
    )
    return type(base)(base.captures, base.reports, (), base.sources, (), (), (), (), (), found)


def test_persons_of_a_report_are_numbered_in_order_and_the_same_person_keeps_the_number() -> None:
    text = "Lina Sarraf met Omar Douri. Later Sarraf left."
    mask = make_mask(with_persons(("Lina Sarraf", "Lina Sarraf", False), ("Omar Douri", "Omar Douri", False),
                                  ("Sarraf left", "Lina Sarraf", False), text=text), on=True)  # fmt: skip
    assert mask.text("r", text) == "[name withheld 1] met [name withheld 2]. Later [name withheld 1]."
    assert mask.people == 2
    assert mask.text("r", text, 5, 20) == "[name withheld 1] met [name withheld 2]"


def test_words_of_the_program_are_masked_too_whatever_joins_the_parts() -> None:
    text = "Lina Sarraf spoke."
    mask = make_mask(with_persons(("Lina Sarraf", "Lina Sarraf", False), text=text), on=True)
    assert mask.words("x.example/lina-sarraf_speaks") == "x.example/[name withheld]_speaks"
    assert mask.words("LINA SARRAF") == "[name withheld]"
    assert mask.words("Linasarrafa") == "Linasarrafa"


def test_a_one_word_name_hides_no_place_in_words_about_the_case() -> None:
    text = "Mansour spoke."
    mask = make_mask(with_persons(("Mansour", "Mansour", False), text=text), on=True)
    assert mask.words("shelling, Mansour, 2024") == "shelling, Mansour, 2024"
    assert mask.words("shelling, Mansour, 2024", "r") == "shelling, [name withheld], 2024"
    assert mask.words("Mansour") == "[name withheld]"


def test_a_one_word_name_after_a_calling_is_withheld_and_the_calling_stays() -> None:
    text = "Mansour spoke."
    mask = make_mask(with_persons(("Mansour", "Mansour", False), text=text), on=True)
    assert mask.words("media activist Mansour") == "media activist [name withheld]"
    assert mask.words("Dr. Mansour") == "Dr. [name withheld]"
    assert mask.words("shelling near Mansour") == "shelling near Mansour"


def test_a_longer_name_is_withheld_by_its_last_words_too() -> None:
    text = "Mohammed Reda Hatem spoke."
    mask = make_mask(with_persons(("Mohammed Reda Hatem", "Mohammed Reda Hatem", False), text=text), on=True)
    assert mask.words("cleric Reda Hatem") == "cleric [name withheld]"
    assert mask.words("Mohammed Hatem") == "Mohammed Hatem"
    assert mask.words("shelling, Hatem, 2024") == "shelling, Hatem, 2024"


def test_who_holds_an_office_in_one_report_is_public_however_another_writes_the_article() -> None:
    text = "Talal al-Dari and Talal Dari and Dari spoke."
    mask = make_mask(with_persons(("Talal al-Dari", "Talal al-Dari", True), ("Talal Dari", "Talal Dari", False),
                                  ("Dari spoke", "Dari", False), text=text), on=True)  # fmt: skip
    assert mask.text("r", text) == "Talal al-Dari and Talal Dari and [name withheld]."


def test_a_known_source_and_a_public_person_stay() -> None:
    text = "Tamarin Monitor and Anton Veyra spoke."
    mask = make_mask(with_persons(("Tamarin Monitor", "Tamarin Monitor", False), ("Anton Veyra", "Anton Veyra", True),
                                  text=text), on=True)  # fmt: skip
    assert mask.text("r", text) == text


def test_nothing_is_withheld_where_the_case_says_so() -> None:
    desk = make_desk(showcase.findings(), mask=False)
    assert desk.mask.people == 0
    assert desk.mask.words("Adel Mansour") == "Adel Mansour"
