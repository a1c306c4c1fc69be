"""Copies: found by passage, verified, directed, and not made of quotations, furniture or stock paragraphs."""

import random
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.link.align import find_passages, seeds_of
from whence.link.copies import find_copies
from whence.model.report import Block, Report
from whence.model.values import Interval

WORDS = [f"{a}{b}" for a in ("tor", "mel", "vas", "kin", "dro", "sul", "pra", "wen", "gol", "hib") for b in
         ("ba", "ce", "di", "fo", "gu", "ha", "ji", "ka", "lo", "mu", "ne", "po", "ru", "sa", "ti", "vo")]  # fmt: skip


def prose(seed: int, count: int) -> list[str]:
    r = random.Random(seed)
    return [r.choice(WORDS) for _ in range(count)]


def report(name: str, words: list[str], **more: object) -> Report:
    return Report(id=name, label=name, text=" ".join(words), text_digest="", **more)  # type: ignore[arg-type]


def day(number: int) -> Interval:
    return Interval.of_days(datetime(2031, 5, number, tzinfo=UTC))


def test_three_paragraphs_inside_a_longer_report_are_found_with_exact_spans() -> None:
    wire = prose(1, 150)
    longer = prose(2, 300) + wire + prose(3, 250)
    (copy,) = find_copies([report("a", longer), report("b", wire)])
    assert {copy.copy, copy.original} == {"a", "b"}
    share = copy.share_of_original if copy.original == "b" else copy.share_of_copy
    assert share == 1.0
    for passage in copy.passages:
        assert passage.copy.quote.split() == passage.original.quote.split()
        assert passage.words == len(passage.copy.quote.split())


def test_small_rewordings_stay_in_one_passage_and_do_not_count_as_shared() -> None:
    original = prose(4, 200)
    edited = list(original)
    for i in range(10, 200, 25):
        edited[i] = "otherwise"
    (copy,) = find_copies([report("a", edited), report("b", original)])
    assert len(copy.passages) == 1
    assert copy.share_of_copy == pytest.approx(192 / 200)


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u200c", "\u2060", "\ufeff"])
def test_signs_that_nobody_sees_hide_no_copy(unseen: str) -> None:
    wire = prose(7, 120)
    (copy,) = find_copies([report("a", wire), report("b", [f"{w[:2]}{unseen}{w[2:]}" for w in wire])])
    assert (copy.share_of_copy, len(copy.passages)) == (1.0, 1)
    (passage,) = copy.passages
    assert {passage.copy.quote.replace(unseen, ""), passage.original.quote.replace(unseen, "")} == {
        " ".join(wire)
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "diyarbakır şehrinde öğle üzeri çıkan yangında {} ev yandı",
            "diyarbakir sehrinde ogle uzeri cikan yanginda {} ev yandi",
        ),
        ("li bajarê qamişlo şewatê {} xanî şewitand", "li bajare qamislo sewate {} xani sewitand"),
        ("أُحرِقَت الطاحونة {} إلى آخرها في القرية", "احرقت الطاحونه {} الى اخرها في القريه"),
        ("بازاڕی {} لە کوردستان سووتا", "بازاڕي {} لە كوردستان سووتا"),
    ],
)
def test_marks_that_one_site_leaves_out_hide_no_copy(one: str, other: str) -> None:
    texts = [[form.format(word) for word in prose(8, 30)] for form in (one, other)]
    (copy,) = find_copies([report("a", texts[0]), report("b", texts[1])])
    assert copy.share_of_copy > 0.99
    for passage in copy.passages:
        for span, report_text in ((passage.copy, copy.copy), (passage.original, copy.original)):
            assert span.quote == " ".join(texts[report_text == "b"])[span.start : span.end]


def test_reports_that_share_nothing_are_no_copies() -> None:
    assert find_copies([report(str(i), prose(50 + i, 300)) for i in range(20)]) == ()
    assert find_copies([]) == ()
    assert find_copies([report("a", prose(1, 100))]) == ()
    assert find_copies([report("a", []), report("b", [])]) == ()


def test_one_quoted_statement_in_two_reports_makes_no_copy_but_the_same_words_untold_do() -> None:
    said = prose(5, 60)
    quoted = ['"' + said[0], *said[1:-1], said[-1] + '"']
    texts = [prose(6, 200), prose(7, 200)]
    assert find_copies([report(n, t + quoted) for n, t in zip("ab", texts, strict=True)]) == ()
    assert len(find_copies([report(n, t + said) for n, t in zip("ab", texts, strict=True)])) == 1


def test_furniture_counts_neither_as_shared_nor_as_own() -> None:
    furniture, own = prose(8, 120), [prose(9, 150), prose(10, 150)]
    reports = []
    for name, words in zip("ab", own, strict=True):
        text = " ".join(words + furniture)
        start = len(" ".join(words)) + 1
        blocks = (Block(0, start - 1, "body"), Block(start, len(text), "furniture"))
        reports.append(report(name, words + furniture, blocks=blocks))
    assert find_copies(reports) == ()


def test_a_stock_paragraph_of_many_unlike_reports_is_no_copy() -> None:
    stock = prose(11, 60)
    assert find_copies([report(f"{i:02}", prose(100 + i, 200) + stock) for i in range(14)]) == ()


def test_the_credited_outlet_is_the_original_whatever_the_dates() -> None:
    text = prose(12, 200)
    reports = [
        report("a", text, outlet="vna", published=day(3)),
        report("b", text, outlet="Vostok Herald", credits=("VNA",), published=day(2)),
    ]
    (copy,) = find_copies(reports)
    assert (copy.copy, copy.original, copy.direction, copy.reason.rule) == ("b", "a", "known", "credited")


def test_the_earlier_one_is_the_original_only_if_the_times_do_not_overlap() -> None:
    text = prose(13, 200)
    (copy,) = find_copies([report("a", text, published=day(4)), report("b", text, published=day(3))])
    assert (copy.original, copy.direction, copy.reason.rule) == ("b", "known", "published earlier")
    (open_,) = find_copies([report("a", text, published=day(3)), report("b", text, published=day(3))])
    assert (open_.copy, open_.original, open_.direction) == ("a", "b", "unknown")


def test_of_two_alike_of_one_day_the_agency_is_the_original() -> None:
    text = prose(14, 200)
    pair = [
        report("a", text, outlet="VNA", published=day(3)),
        report("b", text, outlet="Herald", published=day(3)),
    ]
    (copy,) = find_copies(pair, frozenset({"VNA"}))
    assert (copy.original, copy.reason.rule) == ("a", "agency")


def test_an_outlet_named_in_the_text_is_the_original() -> None:
    text = prose(15, 200)
    pair = [
        report("a", [*text, "the", "Vostok", "Herald", "wrote"], outlet="Other"),
        report("b", text, outlet="Vostok Herald"),
    ]
    (copy,) = find_copies(pair)
    assert copy.original == "b"
    assert copy.reason.evidence[0].span.quote == "Vostok Herald"


def test_edges_are_not_carried_on_from_one_pair_to_the_next() -> None:
    first, second = prose(16, 120), prose(17, 120)
    copies = find_copies(
        [report("a", first + prose(18, 90)), report("b", first + second), report("c", second + prose(19, 90))]
    )
    assert {frozenset((c.copy, c.original)) for c in copies} == {frozenset("ab"), frozenset("bc")}


def test_a_story_in_many_outlets_ties_every_one_of_them() -> None:
    text = prose(20, 150)
    copies = find_copies([report(f"{i:03}", prose(1000 + i, 12) + text, outlet=f"o{i}") for i in range(150)])
    tied = {r for c in copies for r in (c.copy, c.original)}
    assert len(tied) == 150
    assert len(copies) < 150 * 149 // 2 / 2


def test_the_order_of_the_reports_changes_nothing() -> None:
    text = prose(21, 300)
    reports = [report(str(i), prose(30 + i, 50) + text[i * 40 : i * 40 + 160]) for i in range(4)]
    assert find_copies(reports) == find_copies(reports[::-1])


def test_scripts_without_latin_letters_are_compared_too() -> None:
    arabic = [f"كلمة{chr(0x627 + i % 28)}{chr(0x627 + i // 28)}" for i in range(120)]
    (copy,) = find_copies([report("a", arabic), report("b", arabic)])
    assert copy.share_of_copy == 1.0


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-1, 6), max_size=60), st.lists(st.integers(-1, 6), max_size=60))
def test_passages_hold_only_equal_words_in_order(first: list[int], second: list[int]) -> None:
    for match in find_passages(first, second, seeds_of(second)):
        for i, j, n in match.runs:
            assert first[i : i + n] == second[j : j + n]
            assert min(first[i : i + n]) >= 0
        assert match.words == sum(n for _, _, n in match.runs)
        assert match.first[1] <= len(first)
        assert match.second[1] <= len(second)
