"""Texts in capitals: names get their letters back, places stay, and quotes are the report's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.model.ids import digest
from whence.model.report import Record, Report
from whence.model.statement import Culprit
from whence.read.rules import RuleReader
from whence.read.text import make_report
from whence.read.uppercase import CasedReader, cased, is_common, is_shouted, recased
from whence.read.wirehead import read_wire_head

TEXT = """
   TOLUMA (OSMARA), 12 JAN 91 (RADIO KESRA) -- [TEXT] THE OSMARAN ARMY REPORTED TODAY
THAT FOUR PEASANTS WERE KILLED AND TWO OTHERS WERE WOUNDED BY GUERRILLAS OF THE
KELVA POPULAR UNITY FRONT [KPUF] IN THE TOWN OF SAN ORDELO ON 10 JANUARY.  THE KPUF DENIED
THAT IT MAY HAVE ATTACKED THE TOWN.

   AN M-16 RIFLE WAS FOUND NEAR VILLA ORTENA BY THE 5TH BRIGADE, THE MAYOR SAID.
"""


def report() -> Report:
    return make_report(Record("", digest(TEXT.encode()), "text/plain", text=TEXT))


def test_names_and_sentences_keep_their_capitals_and_nothing_else_does() -> None:
    assert recased(TEXT) == (
        """
   Toluma (Osmara), 12 Jan 91 (radio Kesra) -- [text] The Osmaran army reported today
that four peasants were killed and two others were wounded by guerrillas of the
Kelva Popular Unity Front [KPUF] in the town of San Ordelo on 10 January.  The KPUF denied
that it may have attacked the town.

   An M-16 rifle was found near Villa Ortena by the 5th brigade, the mayor said.
"""
    )


def test_a_text_in_both_cases_stays_as_it_is() -> None:
    mixed = TEXT.lower() + TEXT
    assert recased(mixed) == mixed
    assert recased("KILLED IN TOLUMA") == "KILLED IN TOLUMA"  # a headline


@given(st.text(alphabet=st.characters(categories=("Lu", "Nd", "Po", "Zs")), max_size=300))
def test_length_and_letters_stay(text: str) -> None:
    seen = recased(text)
    assert len(seen) == len(text)
    assert seen.upper() == text.upper()
    assert seen == text or is_shouted(text)


@pytest.mark.parametrize(
    "word", ["killed", "bombings", "carried", "unarmed", "counterattacks", "stopping", "isn't"]
)
def test_forms_of_common_words_are_common(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize("word", ["toluma", "ordelo", "kelva", "osmaran", "morales", "ortena"])
def test_names_are_not(word: str) -> None:
    assert not is_common(word)


def test_the_report_keeps_its_letters_and_knows_place_day_and_broadcaster() -> None:
    found = report()
    assert found.text == TEXT.strip()
    assert found.text_digest == digest(found.text.encode())
    assert found.dateline is not None
    assert found.dateline.quote == "TOLUMA"
    assert str(found.published) == "1991-01-12"
    assert found.outlet == "radio Kesra"
    assert found.title == ""


def test_statements_quote_the_text_and_name_in_small_letters() -> None:
    found = report()
    statements = CasedReader(RuleReader()).read(found)
    counts = {
        (s.aspect, s.value.amount.lower) for s in statements if hasattr(s.value, "amount") and s.value.amount
    }
    assert {("killed", 4), ("injured", 2)} <= counts
    for s in statements:
        assert found.text[s.span.start : s.span.end] == s.span.quote
        assert s.span.quote.isupper()
        assert all(t.span.quote.upper() == t.span.quote for t in s.where)
    killed = next(s for s in statements if s.aspect == "killed")
    assert [t.name for t in killed.where][:1] == ["San Ordelo"]
    assert str(killed.when) == "1991-01-10"
    blamed = [s.value.actor for s in statements if isinstance(s.value, Culprit)]
    assert any("Front" in name or "guerrilla" in name.lower() for name in blamed) or not blamed


def test_a_plain_report_is_read_by_the_inner_reader_alone() -> None:
    text = "A shell killed nine civilians in Tamra on Monday, the mayor said."
    plain = make_report(Record("", digest(text.encode()), "text/plain", text=text))
    assert cased(plain) is plain
    assert CasedReader(RuleReader()).read(plain) == RuleReader().read(plain)


@pytest.mark.parametrize(
    ("head", "day", "place", "who"),
    [
        ("Toluma, 3 Jan 90 -- [Text] A", "1990-01-03", "Toluma", ""),
        ("Toluma (Osmara), 3 JAN 1990 (Kesra - Wire) -- [Excerpts] A", "1990-01-03", "Toluma", "Kesra - Wire"),
        ("Clandestine, no date (Radio Kesra) -- [Commentary] [Text] A", None, None, "Radio Kesra"),
        ("Toluma, 31 Feb 90 -- [Text] A", None, "Toluma", ""),
        ("Toluma, 3 Jan 12 -- A", "2012-01-03", "Toluma", ""),
        ("Toluma, 3 Jan 90 (Domestic Service) -- [Interview with the mayor by a reporter] [Text] A", "1990-01-03",
         "Toluma", ""),
    ],
)  # fmt: skip
def test_the_head_of_a_monitored_item(head: str, day: str | None, place: str | None, who: str) -> None:
    found = read_wire_head(head)
    assert found is not None
    assert head[found.end :] == "A"
    assert (str(found.published) if found.published else None) == day
    assert (head[slice(*found.place)] if found.place else None) == place
    assert found.who == who


@pytest.mark.parametrize("text", ["Toluma -- A shell hit.", "In Toluma, 3 people died -- so they say.", ""])
def test_other_openings_are_no_such_head(text: str) -> None:
    assert read_wire_head(text) is None


def test_a_name_spelt_out_beside_its_short_form_keeps_its_capitals() -> None:
    text = (
        'THE RAID ON KOPREK [OSMARAN SALT MILLERS UNION] WAS BY THE "OLD HARBOUR CIVIC FORCE" [WORDS INDISTINCT] '
        "AND NOT BY WORKERS OF THE SALT MILLS (WSM), SAID THE MAN OF THE AGENCY (EFE) WHO WAS THERE."
    )
    assert recased(text) == (
        'The raid on Koprek [Osmaran Salt Millers Union] was by the "Old Harbour Civic Force" [words indistinct] '
        "and not by Workers of the Salt Mills (WSM), said the man of the agency (EFE) who was there."
    )
