"""Voices to sources: by name, description, body of a state, kind, and as people ruled; and the packaged tables."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from whence.link.sources import SourceBook, resolve_sources
from whence.model.errors import UsageError
from whence.model.finding import Source, SourceTable
from whence.model.judgement import NO_RULINGS, Rulings
from whence.model.report import Report
from whence.model.span import Reason, Span
from whence.model.statement import Count, Hop, Statement, Voice
from whence.model.values import Amount

RESOURCES = Path(__file__).parents[2] / "src" / "whence" / "resources"
OWN_ROWS: list[dict[str, Any]] = [
    {"state": "VS", "name": "Vostia", "names": [], "adjectives": ["Vostian"], "capital": ["Vostok City"]},
    {"state": "MR", "name": "Marland", "names": [], "adjectives": ["Marlandic"], "capital": ["Mar"]},
    {"key": "vna", "name": "VNA", "kind": "state media", "country": "VS", "role": "state-news-agency",
     "owner": "vs-state-media", "aliases": ["Vostian News Agency"], "cite": "made up"},
    {"key": "vm", "name": "Vostia Monitor", "kind": "monitor", "country": "MR", "about": "VS",
     "aliases": ["VM Watch", "Lena Orlova Petrenko"], "descriptions": ["Mar-based monitor"], "cite": "made up"},
    {"key": "relief", "name": "Vostian Relief Society", "kind": "organisation", "country": "VS", "cite": "made up"},
    {"key": "front", "name": "Dawn Front", "kind": "party", "country": "VS", "cite": "made up"},
    {"key": "herald", "name": "Vostok Herald", "kind": "outlet", "country": "VS", "cite": "made up"},
]  # fmt: skip


def rows(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.load(
        (RESOURCES / f"{name}.yaml").read_text("utf8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    )
    return loaded


@pytest.fixture(scope="module")
def book() -> SourceBook:
    return SourceBook.from_rows([*rows("sources"), *rows("states"), *OWN_ROWS], rows("voices"))


def statement(report: Report, number: int, *names: str, refers: str = "") -> Statement:
    hops = []
    for i, name in enumerate(names):
        at = report.text.find(name)
        span = Span.of(report.text, at, at + len(name)) if at >= 0 else None
        hops.append(
            Hop(
                Voice(name, "named", span, refers if i == len(names) - 1 else ""),
                "states",
                Reason("told", "it says so"),
            )
        )
    value = Count(Amount(3, 3, "three"), "people")
    return Statement(
        f"{report.id}-{number}",
        report.id,
        Span.of(report.text, 0, 4),
        "killed",
        value,
        "states",
        "fact",
        tuple(hops),
    )


def resolve(
    book: SourceBook,
    text: str,
    *voices: str,
    outlet: str = "",
    refers: str = "",
    rulings: Rulings = NO_RULINGS,
) -> list[Source]:
    report = Report("r", "r", text, "", outlet=outlet)
    table = resolve_sources(
        [report], [statement(report, i, v, refers=refers) for i, v in enumerate(voices)], book, rulings
    )
    return [table.sources[table.of_hop[f"r-{i}", 0]] for i in range(len(voices))]


VOSTIA = "Shells fell on a town in Vostia, officials said. Vostian soldiers left Vostia in the night. "


@pytest.mark.parametrize(
    ("voice", "expected"),
    [
        ("the Vostia Monitor", "vm"),
        ("the Mar-based monitor", "vm"),
        ("Lena Orlova Petrenko", "vm"),
        ("the state news agency", "vna"),
        ("Vostian state television", "vs-state-television"),
        ("state media", "vs-state-media"),
        ("the army", "vs-military"),
        ("Marlandic army spokesman Karim Dallo", "mr-military"),
        ("the Marlandic Defence Ministry", "mr-defence-ministry"),
        ("Marlandic Foreign Minister Ilin Dorr", "mr-foreign-ministry"),
        ("Vostok City", "vs-government"),
        ("a spokesman for the Vostian Relief Society", "relief"),
        ("Vostian Relief Society director Ada Vern", "relief"),
        ("the Marlandic-funded Vostian Relief Society charity", "relief"),
        ("Vostian Releif Society", "relief"),
        ("a Dawn Front source", "front source"),
        ("a source at Harrow Governorate", "harrow governorate source"),
        ("a Vostian military source", "vostian military source"),
        ("Marlandic officials", "marlandic officials"),
        ("a source at Harrow province", "harrow governorate source"),
        ("the administration of President Karim Dallo", "vs-government"),
        ("the administration of President Karim al-Dallo", "vs-government"),
        ("the directorate of health in Harrow province", "harrow health directorate"),
        ("regime TV", "vs-state-television"),
        ("opposition officials", "vostian opposition"),
        ("the Marlandic opposition", "marlandic opposition"),
        ("the official Vostian news agency", "vna"),
        ("the Vostian National Television", "vs-state-television"),
        ("the Vostia Monitor's Karim Dallo", "vm"),
        ("Vostok City VNA", "vna"),
        ("Marland\x90_\xe2\x90__\x90\xe2s Defence Ministry", "mr-defence-ministry"),
    ],
)
def test_voices_resolve_to_what_they_name(book: SourceBook, voice: str, expected: str) -> None:
    (source,) = resolve(book, VOSTIA, voice)
    assert source.id == expected
    assert not source.vague
    assert source.reasons


@pytest.mark.parametrize(
    ("voice", "kind"),
    [
        ("activists", "activists"),
        ("opposition activists in the area", "activists"),
        ("a source at Harrow Police Command", "police source"),
        ("two medical sources", "medical source"),
        ("Harrow residents", "residents"),
        ("residents and medics", "residents"),
        ("an eyewitness", "witnesses"),
        ("a doctor at the field hospital", "doctor"),
        ("a security official", "security source"),
        ("a source", "source (unnamed)"),
        ("sources close to the talks", "source (unnamed)"),
        ("preliminary data", "source (unnamed)"),
        ("the statement", "source (unnamed)"),
        ("a civil source", "civil source"),
        ("local sources", "local sources"),
        ("media reports", "media reports"),
        ("footage posted online", "online video"),
        ("the group", "monitor (unnamed)"),
        ("rebels", "rebels"),
    ],
)
def test_voices_that_name_nobody_stay_vague(book: SourceBook, voice: str, kind: str) -> None:
    (source,) = resolve(book, VOSTIA, voice)
    assert (source.name, source.vague) == (kind, True)


def test_who_is_not_the_who_and_is_is_not_is(book: SourceBook) -> None:
    assert [s.id for s in resolve(book, VOSTIA, "WHO", "IS")] == ["who", "is"]
    assert all(s.vague for s in resolve(book, VOSTIA, "who", "is"))


def test_a_generic_word_is_the_only_monitor_of_the_report_or_nobody(book: SourceBook) -> None:
    one = VOSTIA + "The Vostia Monitor counted three dead. The monitor said more were missing."
    assert resolve(book, one, "The monitor")[0].id == "vm"
    two = one + " Airwars counted two."
    assert resolve(book, two, "The monitor")[0].vague


def test_a_description_holds_in_its_own_country_alone(book: SourceBook) -> None:
    elsewhere = "Shells fell in Peru. Peruvian soldiers left."
    assert resolve(book, elsewhere, "the Mar-based monitor")[0].id != "vm"


def test_a_short_name_that_the_report_defines_is_its_long_one(book: SourceBook) -> None:
    text = VOSTIA + "The Harrow Burial Committee (HBC) counted three. HBC said so."
    (source,) = resolve(book, text, "HBC")
    assert source.name == "Harrow Burial Committee"
    assert {r.rule for r in source.reasons} == {"defined in the report"}


def test_the_fuller_name_in_the_report_comes_first(book: SourceBook) -> None:
    (source,) = resolve(book, VOSTIA, "the organisation", refers="Vostian Relief Society")
    assert source.id == "relief"


def test_a_surname_is_the_person_named_in_full_in_the_same_report(book: SourceBook) -> None:
    sources = resolve(book, VOSTIA, "activist Karim Dallo", "Dallo")
    assert sources[0].id == sources[1].id == "karim dallo"
    assert sources[0].kind == "person"


def test_spellings_of_one_unknown_name_are_joined_across_reports(book: SourceBook) -> None:
    reports = [Report(n, n, VOSTIA, "") for n in "ab"]
    table = resolve_sources(
        reports,
        [statement(reports[0], 0, "Mahmoud Darreh"), statement(reports[1], 0, "Mahmud Darreh")],
        book,
        NO_RULINGS,
    )
    assert len(set(table.of_hop.values())) == 1


def test_a_military_source_told_by_a_states_media_is_that_states_military(book: SourceBook) -> None:
    report = Report("r", "r", VOSTIA, "")
    table = resolve_sources([report], [statement(report, 0, "VNA", "a military source")], book, NO_RULINGS)
    source = table.sources[table.of_hop["r-0", 1]]
    assert (source.name, source.owner) == ("Vostian military source", "vs-military")


def test_state_media_of_one_state_share_an_owner_that_is_in_the_table(book: SourceBook) -> None:
    report = Report("r", "r", VOSTIA, "")
    table = resolve_sources(
        [report],
        [statement(report, 0, "VNA"), statement(report, 1, "Vostian state television")],
        book,
        NO_RULINGS,
    )
    owners = {table.sources[s].owner for s in table.of_hop.values()}
    assert owners == {"vs-state-media"}
    assert table.sources["vs-state-media"].name == "Vostian state media"


@pytest.mark.parametrize(
    ("outlet", "expected"),
    [
        ("Vostok Herald", "herald"),
        ("vostokherald", "herald"),
        ("www.vostokherald.com", "herald"),
        ("vna", "vna"),
        ("Nowhere Post", "nowhere post"),
    ],
)
def test_outlets_are_known_by_name_code_or_address(book: SourceBook, outlet: str, expected: str) -> None:
    table = resolve_sources([Report("r", "r", VOSTIA, "", outlet=outlet)], [], book, NO_RULINGS)
    assert table.of_outlet == {"r": expected}
    assert expected in table.sources


def test_credits_are_parted_and_the_outlets_own_name_is_left_out(book: SourceBook) -> None:
    report = Report(
        "r", "r", VOSTIA, "", outlet="Vostok Herald", credits=("Vostok Herald and agencies", "VNA")
    )
    table = resolve_sources([report], [], book, NO_RULINGS)
    assert table.of_credit == {"r": ("agencies", "vna")}
    assert table.sources["agencies"].vague


def ruled(book: SourceBook, rulings: Rulings) -> SourceTable:
    report = Report("r", "r", VOSTIA, "")
    voices = ("VNA", "Vostian state television", "Karim Dallo")
    return resolve_sources([report], [statement(report, i, v) for i, v in enumerate(voices)], book, rulings)


def test_people_can_rule_two_sources_the_same(book: SourceBook) -> None:
    table = ruled(book, Rulings(same_source=(("karim dallo", "vna"),)))
    assert table.of_hop["r-2", 0] == table.of_hop["r-0", 0]
    kept = table.sources[table.of_hop["r-0", 0]]
    assert "ruled the same" in {r.rule for r in kept.reasons}
    assert len({table.of_hop["r-0", 0], table.of_hop["r-1", 0]}) == 2


def test_people_can_rule_two_outlets_of_one_owner_different(book: SourceBook) -> None:
    table = ruled(book, Rulings(different_source=(("vna", "vs-state-television"),)))
    assert {table.sources["vna"].owner, table.sources["vs-state-television"].owner} == {"vs-state-media", ""}


def test_the_order_of_reports_and_statements_changes_nothing(book: SourceBook) -> None:
    reports = [Report(n, n, VOSTIA, "", outlet="vna") for n in "abc"]
    statements = [
        statement(r, i, v)
        for r in reports
        for i, v in enumerate(("Karim Dallo", "activist Karim Dallo", "the army"))
    ]
    one = resolve_sources(reports, statements, book, NO_RULINGS)
    other = resolve_sources(reports[::-1], statements[::-1], book, NO_RULINGS)
    assert one.sources == other.sources
    assert one.of_hop == other.of_hop


def test_packaged_sources_are_many_cited_and_owned_by_what_exists(book: SourceBook) -> None:
    table = rows("sources")
    assert len(table) >= 250
    assert all(r["cite"] for r in table)
    assert len({r["country"] for r in table}) > 60
    for row in table:
        owner = row.get("owner", "")
        state, _, role = owner.partition("-")
        assert not owner or owner in book.known or (state.upper() in book.states and role in book.bodies), (
            row["key"]
        )
        assert not row.get("role") or row["role"] in book.bodies, row["key"]
        assert not row["country"] or row["country"] in book.states or row["country"] == "HK", row["key"]


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ({"key": "x", "name": "X", "kind": "newspaper", "cite": "c"}, "kind"),
        ({"key": "x", "name": "X", "kind": "outlet"}, "cite"),
        ({"key": "x", "name": "X", "kind": "outlet", "cite": "c", "alias": []}, "alias"),
        ({"key": "x", "name": "X", "kind": "outlet", "cite": "c", "aliases": "Y"}, "aliases"),
        ({"state": "XX", "name": "X", "adjectives": []}, "adjective"),
    ],
)
def test_a_wrong_row_is_named(row: dict[str, Any], wrong: str) -> None:
    with pytest.raises(UsageError, match=wrong):
        SourceBook.from_rows([row], [])


def chain(book: SourceBook, text: str, *voices: str, outlet: str = "") -> list[Source]:
    report = Report("r", "r", text, "", outlet=outlet)
    table = resolve_sources([report], [statement(report, 0, *voices)], book, NO_RULINGS)
    return [table.sources[table.of_hop["r-0", i]] for i in range(len(voices))]


@pytest.mark.parametrize("voice", ["VNA reporter in Harrow", "VNAs correspondent", "our correspondent"])
def test_an_outlets_own_reporter_is_a_voice_that_it_owns(book: SourceBook, voice: str) -> None:
    (source,) = chain(book, VOSTIA, voice, outlet="VNA")
    assert (source.name, source.owner) == ("VNA correspondent", "vna")


def test_a_reporter_who_is_told_something_is_the_agency(book: SourceBook) -> None:
    told = chain(book, VOSTIA, "VNA reporter", "a source at Harrow Police Command")
    assert [s.name for s in told] == ["VNA", "police source"]


def test_an_unnamed_military_source_is_of_the_only_army_that_the_report_names(book: SourceBook) -> None:
    one = VOSTIA + "The Vostian army took the hill. Military sources said so."
    assert resolve(book, one, "Military sources")[0].name == "Vostian military source"
    two = one + " The Marlandic army left. Marlandic jets flew."
    assert resolve(book, two, "Military sources")[0].vague


def test_opposition_forces_are_not_the_states(book: SourceBook) -> None:
    assert resolve(book, VOSTIA, "Vostian opposition forces")[0].name == "rebels"
    assert resolve(book, VOSTIA, "Vostian government forces")[0].id == "vs-military"


@pytest.mark.parametrize(
    ("voice", "name", "owner"),
    [
        ("Marlandic Zorin TV", "Zorin TV", ""),
        ("Marlandic television channel al-Zorin", "al-Zorin", ""),
        ("the Marland-based Zorin television channel", "Zorin", ""),
        ("the Kurdish Zorin news agency", "Zorin news agency", ""),
        ("Zorin news site", "Zorin", ""),
        ("the opposition Zorin TV network", "Zorin TV", ""),
        ("the pro-government Zorin newspaper", "Zorin", ""),
        ("the Marlandic state-run Zorin TV", "Zorin TV", "mr-state-media"),
    ],
)
def test_a_medium_is_itself_and_a_states_only_where_the_words_say_so(
    book: SourceBook, voice: str, name: str, owner: str
) -> None:
    (source,) = resolve(book, VOSTIA, voice)
    assert (source.name, source.owner, source.vague) == (name, owner, False)


def test_people_of_a_medium_and_a_bare_kind_are_no_medium_by_name(book: SourceBook) -> None:
    assert resolve(book, VOSTIA, "a Zorin TV correspondent")[0].name != "Zorin TV"
    assert resolve(book, VOSTIA, "Marlandic state television")[0].id == "mr-state-television"


def test_one_medium_of_a_state_is_not_the_states_by_its_nationality(book: SourceBook) -> None:
    (source,) = resolve(book, VOSTIA, "a Vostian TV broadcaster")
    assert (source.name, source.vague) == ("Vostian television", True)
    assert resolve(book, VOSTIA, "a Vostian state TV channel")[0].id == "vs-state-television"


def test_local_media_are_the_only_medium_of_the_state_that_speaks(book: SourceBook) -> None:
    assert [s.id for s in resolve(book, VOSTIA, "local media", "VNA")] == ["vna", "vna"]
    assert resolve(book, VOSTIA, "local media", "VNA", "Vostok Herald")[0].name == "local media"
    assert resolve(book, VOSTIA, "Marlandic media", "VNA")[0].name == "media reports"
    assert resolve(book, VOSTIA, "local media", "VNA", outlet="VNA")[0].name == "local media"


def test_the_opposition_of_a_report_without_a_state_stays_vague(book: SourceBook) -> None:
    (source,) = resolve(book, "Shells fell on a town.", "the opposition")
    assert (source.name, source.vague) == ("opposition", True)


def test_a_place_after_in_is_no_institution(book: SourceBook) -> None:
    (source,) = resolve(book, VOSTIA, "a source in Harrow province")
    assert (source.name, source.kind, source.vague) == ("Harrow province source", "unnamed", True)


def test_a_person_keeps_the_calling_that_the_text_gives(book: SourceBook) -> None:
    (source,) = resolve(book, VOSTIA, "a Harrow-based media activist identified as Karim Dallo")
    assert (source.id, source.name, source.kind) == ("karim dallo", "activist Karim Dallo", "person")


def test_small_letter_words_only_describe_an_institution(book: SourceBook) -> None:
    assert resolve(book, VOSTIA, "the rebel-held Harrow Media Centre")[0].name == "Harrow Media Centre"
    assert resolve(book, VOSTIA, "the farmer-run Harrow Quay Network")[0].name == "Harrow Quay Network"


def test_a_ministry_of_no_shown_state_is_one_body_by_its_name(book: SourceBook) -> None:
    (source,) = resolve(book, "Shells fell on a town, officials said.", "the interior ministry")
    assert (source.name, source.kind, source.vague) == ("interior ministry", "official", False)


def test_a_known_name_comes_before_a_fuller_stranger(book: SourceBook) -> None:
    (source,) = resolve(book, VOSTIA, "Vostia Monitor", refers="Karim Dallo Vostia Monitor Daily")
    assert source.id == "vm"


def test_whose_side_a_voice_is_on_is_not_who_it_is(book: SourceBook) -> None:
    assert resolve(book, VOSTIA, "Dawn Front-affiliated militants in Harrow")[0].id != "front"
    assert resolve(book, VOSTIA, "the Hezbollah-affiliated VNA news agency")[0].id == "vna"


def test_a_bare_kind_is_no_medium_whose_article_is_part_of_its_name(book: SourceBook) -> None:
    assert resolve(book, VOSTIA, "Monitor")[0].id != "al-monitor"
    assert resolve(book, VOSTIA, "Al-Monitor")[0].id == "al-monitor"


def test_a_surname_is_the_person_whom_the_text_names_in_full(book: SourceBook) -> None:
    text = VOSTIA + "Envoys met President Karim al-Dallo on Monday. The deal fell, Dallo said."
    (source,) = resolve(book, text, "Dallo")
    assert (source.id, source.name, source.kind) == ("karim dallo", "Karim al-Dallo", "person")
    two = text + " His brother Omar Dallo left."
    assert resolve(book, two, "Dallo")[0].name == "Dallo"


def test_ministers_of_several_states_are_no_ministry(book: SourceBook) -> None:
    assert not resolve(book, VOSTIA, "foreign ministers")[0].id.endswith("foreign-ministry")
    assert resolve(book, VOSTIA, "the foreign minister")[0].id == "vs-foreign-ministry"
