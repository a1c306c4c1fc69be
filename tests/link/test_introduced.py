"""Persons as a report introduces them: whose mouth they are, or with which calling they are shown, at every mention."""

import pytest
from test_sources import OWN_ROWS, resolve, rows, statement

from whence.link.sources import SourceBook, resolve_sources
from whence.model.judgement import NO_RULINGS
from whence.model.report import Report


@pytest.fixture(scope="module")
def book() -> SourceBook:
    return SourceBook.from_rows([*rows("sources"), *rows("states"), *OWN_ROWS], rows("voices"))


@pytest.mark.parametrize(
    ("voice", "source"),
    [
        ("A relative of the defence ministry spokesman", "relatives"),
        ("The brother of the spokesman for the Lake Front", "relatives"),
        ("A prisoner of the Lake Front", "prisoners"),
        ("An opponent of the Lake Front", "opponents"),
    ],
)
def test_whom_somebody_has_speaks_for_nobody(book: SourceBook, voice: str, source: str) -> None:
    (found,) = resolve(book, f"{voice} said so. The Lake Front left.", voice)
    assert (found.id, found.vague) == (source, True)


def test_bodies_under_one_adjective_that_no_table_has_are_several(book: SourceBook) -> None:
    names = ("the Qarvan army", "the Qarvan health ministry", "a defected colonel of the Qarvan army")
    found = resolve(book, ". ".join(f"{n} said so" for n in names), *names)
    assert len({s.id for s in found}) == len(names)


MOUTHS = [
    ("Talal Dari a spokesman for the Dawn Front said so. Dari added more.", "front"),
    ("Talal Dari a spokesman for the Jaish al-Hurr militant group said so. Dari added more.", "jaish hurr"),
    (
        "Talal Dari the commander of the Harrow police known as the Lake Watch said so. Dari left.",
        "lake watch",
    ),
    ('"It is so" said Talal Dari the Dawn Front\'s (DF) vice-president. Dari left.', "front"),
    ("Talal Dari, vice president of the Lake Coalition, said so. Dari left.", "lake coalition"),
    ("Secretary-General of the Lake Coalition Talal Dari sent a letter. Dari said so.", "lake coalition"),
    ("Vostia's ambassador to the UN Talal Dari said so. Dari left.", "vs-government"),
    ("Talal Dari the UN envoy to Vostia said so. Dari left.", "un"),
    ("Head of the Harrow Media center Talal Dari said so. Dari left.", "harrow media center"),
    ("Marlandic Foreign Secretary Talal Dari said so. Dari left.", "mr-foreign-ministry"),
]


@pytest.mark.parametrize(("text", "body"), MOUTHS)
def test_who_speaks_for_a_body_is_its_mouth_wherever_he_is_named(
    book: SourceBook, text: str, body: str
) -> None:
    full, short = resolve(book, text, "Talal Dari", "Dari")
    assert full.id == short.id == body
    assert "introduced" in {r.rule for r in full.reasons}
    assert "Talal Dari" not in full.aliases  # who speaks for a body is no name of it


CALLINGS = [
    ("Talal Dari a local activist said so. Dari left.", "activist Talal Dari"),
    ("Media activist Talal Dari said so. Dari left.", "activist Talal Dari"),
    ("Ten died, said Talal Dari, a nurse at the clinic. Dari left.", "nurse Talal Dari"),
    ("Talal Dari director of the field hospital said so. Dari left.", "director of the field hospital Talal Dari"),
    ("Talal Dari director of a clinic in the rebel-held east said so. Dari left.", "director of a clinic Talal Dari"),
    ("Talal Dari the Governor of Harrow a province in the east said so. Dari left.", "governor of Harrow Talal Dari"),
    ("Health director for Harrow Talal Dari said so. Dari left.", "health director for Harrow Talal Dari"),
    ("Governor Talal Dari said so. Dari left.", "governor Talal Dari"),
    ("Talal Dari, a former commander of the Dawn Front, said so. Dari left.",
     "former commander of the Dawn Front Talal Dari"),
    ("Talal Dari a Member of Parliament for Harrow said so. Dari left.", "member of Parliament for Harrow Talal Dari"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), CALLINGS)
def test_a_person_of_its_own_keeps_the_calling_at_every_mention(
    book: SourceBook, text: str, name: str
) -> None:
    full, short = resolve(book, text, "Talal Dari", "Dari")
    assert (full.id, full.name, full.kind) == ("talal dari", name, "person")
    assert (short.id, short.name) == (full.id, full.name)


@pytest.mark.parametrize(
    "text",
    [
        "Talal Dari said so. A spokesman for the Dawn Front denied it.",
        "Talal Dari. The commander of the Dawn Front left.",
        "Talal Dari told the commander of the Dawn Front to leave.",
        "They shot Talal Dari and the head of the Dawn Front.",
    ],
)
def test_an_office_elsewhere_in_the_text_is_nobodys_introduction(book: SourceBook, text: str) -> None:
    (source,) = resolve(book, text, "Talal Dari")
    assert (source.id, source.name) == ("talal dari", "Talal Dari")


def test_a_word_that_ran_into_a_surname_makes_no_second_person(book: SourceBook) -> None:
    text = (
        "Talal Dari a spokesman for the Dawn Front wept. After the raid on Harrow Dari said so. Harrow burnt."
    )
    assert resolve(book, text, "Dari")[0].id == "front"
    two = "Talal Dari a spokesman for the Dawn Front wept. Omar Dari a baker left. Dari said so."
    assert resolve(book, two, "Dari")[0].name == "Dari"


def test_a_former_official_speaks_for_nobody_else(book: SourceBook) -> None:
    text = "Former Vostian foreign minister Talal Dari said so."
    (source,) = resolve(book, text, "Former Vostian foreign minister Talal Dari")
    assert (source.id, source.kind, source.owner) == ("talal dari", "person", "")


def test_two_presidents_of_one_state_are_one_mouth(book: SourceBook) -> None:
    reports = [
        Report("a", "a", "Vostian President Talal Dari said so. Dari left.", ""),
        Report("b", "b", "Vostian Prime Minister Ana Moro said so. Moro left.", ""),
        Report("c", "c", "Vostian opposition president Omar Sal said so. Sal left.", ""),
    ]
    told = [statement(r, 0, n) for r, n in zip(reports, ("Dari", "Moro", "Sal"), strict=True)]
    table = resolve_sources(reports, told, book, NO_RULINGS)
    owners = [table.sources[table.of_hop[s.id, 0]].owner for s in told]
    assert owners[0] == "vs-government"
    assert owners[2] == ""


def test_an_officers_body_goes_before_the_name_of_a_state_inside_its_own(book: SourceBook) -> None:
    voice = "Minister of health in the Lake interim government Talal Dari"
    (source,) = resolve(book, f"{voice} said so.", voice)
    assert source.id != "vs-government"
    assert source.kind != "unnamed"


def test_a_group_named_before_its_kind_is_that_group(book: SourceBook) -> None:
    text = "The Jaish al-Hurr rebel group and Islamist rebel groups said so."
    named, kind = resolve(book, text, "the Jaish al-Hurr rebel group", "Islamist rebel groups")
    assert named.id == "jaish hurr"
    assert resolve(book, text, "the Dawn Front rebel group")[0].id == "front"
    assert resolve(book, text, "the Lake Front rebel group")[0].id == "lake front"
    assert (kind.id, kind.vague) == ("rebels", True)


def test_the_is_the_only_one_named_with_that_calling(book: SourceBook) -> None:
    text = "Ten died, the provincial governor said. Governor Talal Dari came at noon."
    assert resolve(book, text, "the provincial governor")[0].id == "talal dari"
    two = text + " Governor Ana Moro of Dorn left."
    assert resolve(book, two, "the provincial governor")[0].id != "talal dari"
    assert resolve(book, text, "a provincial governor")[0].id != "talal dari"


def test_a_rulers_regime_is_the_government_of_the_state_whose_ruler_the_report_calls_him(
    book: SourceBook,
) -> None:
    text = "Vostian President Talal Dari left. The Dari regime denied it."
    sources = resolve(book, text, "the Dari regime", "Dari's government")
    assert {s.id for s in sources} == {"vs-government"}
    untold = "Shells fell in Vostia. The Dari regime denied it."
    (source,) = resolve(book, untold, "the Dari regime")
    assert (source.id, source.name) == ("dari", "Dari regime")


TOLD = "Ten people died in Harrow on Monday, a local health official said. "


@pytest.mark.parametrize(
    ("text", "same"),
    [
        (TOLD + "The roof fell in, Talal Dari told reporters.", True),
        (TOLD + "The roof fell in, Talal Dari a baker told reporters.", False),
        (TOLD + "The roof fell in, Talal Dari and Ana Moro told reporters.", False),
        (
            TOLD.replace("a local health official", "local health officials")
            + "Talal Dari told reporters so.",
            False,
        ),
        (TOLD + "Rain fell. " * 50 + "The roof fell in, Talal Dari told reporters.", False),
    ],
)
def test_a_name_right_after_one_unnamed_speaker_is_that_speaker(
    book: SourceBook, text: str, same: bool
) -> None:
    voices = ["a local health official" if "a local" in text else "local health officials", "Talal Dari"]
    sources = resolve(book, text, *voices, *(["Ana Moro"] if "Moro" in text else []))
    assert (sources[0].id == sources[1].id) is same
