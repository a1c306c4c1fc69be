"""Which scenes become templates, of which type, and whom an incident is put down to."""

from datetime import date

from bench.muc4_days import lead_day
from bench.muc4_templates import _bands, _each_once, _of_war

from bench import muc4_templates as templates
from whence.model.ids import digest
from whence.model.report import Record
from whence.model.statement import Count
from whence.model.values import Amount
from whence.read.text import make_report


def count(words: str, group: str, number: int = 1) -> Count:
    return Count(Amount(number, number, words), group)


def test_soldiers_and_the_dead_beside_them_are_a_war() -> None:
    assert _of_war([count("two", "soldiers", 2), count("13", "people", 13)])
    assert not _of_war([count("two", "soldiers", 2), count("three", "nuns", 3)])
    assert not _of_war([count("two", "soldiers", 2), count("Ana Moro", "people")])
    assert not _of_war([count("13", "people", 13)])


def test_military_things_are_a_war_and_storage_tanks_are_none() -> None:
    assert templates.OF_WAR.search("army convoy")
    assert not templates.OF_WAR.search("fuel storage tanks")


def test_a_band_is_named_once_with_its_short_form() -> None:
    text = (
        "The Kelva Liberation Front (KLF) met in Toluma. Guerrillas of the Kelva Liberation Front attacked the mill. "
        "The KLF claimed responsibility. The Osmaran army denied it."
    )
    assert _bands(make_report(Record("", digest(text.encode()), "text/plain", text=text))) == (
        "KELVA LIBERATION FRONT",
    )


def test_a_report_that_opens_with_the_violence_of_one_day_lends_it() -> None:
    one = "A bomb went off in Toluma today. Nobody was hurt. A kiosk was burned. The mayor spoke yesterday."
    two = "A bomb went off in Toluma today. A kiosk was burned yesterday."
    for text, day in ((one, date(2031, 5, 14)), (two, None)):
        record = Record("", digest(text.encode()), "text/plain", text=text, published="2031-05-14")
        assert lead_day(make_report(record)) == day


def test_a_victim_told_twice_counts_once() -> None:
    told = [("1", "ANA MORO"), ("1", "MORO"), ("7", "PEOPLE"), ("7", "PEOPLE SALT WORKERS"), ("1", "PERSON")]
    assert _each_once(told) == (("1", "ANA MORO"), ("7", "PEOPLE SALT WORKERS"), ("1", "PERSON"))
