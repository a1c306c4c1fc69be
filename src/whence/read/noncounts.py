"""Numbers that count no people or things: dates, ages, times, prices, measures, numbered names, telephone numbers."""

from typing import Final

from whence.read.counted import FRACTIONS, HARMED, MEASURES, OTHERS, PLURAL, SINGULAR, noun_after
from whence.read.numerals import Numeral, Token, word_set
from whence.read.states import STATES

_MONTHS: Final = word_set(
    "january february march april may june july august september october november december jan feb mar "
    "apr jun jul aug sep sept oct nov dec muharram safar ramadan shaban rajab shawwal"
)
_SHORT_MONTHS: Final = word_set("jan feb mar apr jun jul aug sep sept oct nov dec")
_LABELS: Final = word_set(
    "resolution article brigade brigades division regiment battalion route highway road chapter page "
    "pages section paragraph phase stage flight channel room boeing airbus sukhoi mig tu type mark "
    "model version no nos number block gate terminal unit corps force sector area zone line paragraphs "
    "figure table annex resolutions sheet part volume step item point camp station level class grade g "
    "geneva astana summit world apollo article's aged age ages chromosome formula group file case "
    "document update"
)
_CAPITAL_LABELS: Final = frozenset(
    {"group", "area", "line", "force", "road", "camp", "station", "world", "part", "point"}
)
_HARMED_AFTER_ONE: Final = HARMED | {"died", "dead", "reported", "critically", "seriously", "confirmed"}
_HARMING: Final = word_set(
    "kill kills killed killing wound wounds wounded wounding injure injures injured injuring"
)
_ENDING: Final = word_set(", ; . and in on at near when while before after during outside inside as")
_CURRENCY: Final = frozenset("$€£¥₺₽₤")
_YEAR_CUES: Final = word_set(
    "in since of by from until till during before after early late mid spring summer autumn fall winter "
    "year years and the to through between"
)


def is_no_count(words: tuple[Token, ...], number: Numeral, ranged: bool = False) -> bool:
    """Return whether the number is part of a date, age, time, price, measure, name or the like."""
    return (
        _measured(words, number)
        or (not ranged and is_label(words, number))
        or _glued(words, number, ranged)
        or _lone_one(words, number)
        or _year(words, number)
        or _age(words, number)
        or _children(words, number)
    )


def _before(words: tuple[Token, ...], at: int) -> str:
    return words[at - 1].lower if at > 0 else ""


def _after(words: tuple[Token, ...], at: int) -> str:
    return words[at].lower if at < len(words) else ""


def _touches(words: tuple[Token, ...], left: int) -> bool:
    """Whether no space stands between tokens `left` and `left` + 1."""
    return 0 <= left < len(words) - 1 and words[left].end == words[left + 1].start


def _measured(words: tuple[Token, ...], number: Numeral) -> bool:
    following = _after(words, number.after)
    if following in MEASURES or following in ("%", "‰", "°", "º", *_CURRENCY):
        return True
    if following in ("p", "a") and [_after(words, number.after + k) for k in (1, 2)] == [".", "m"]:
        return True  # "2 p.m."
    if following == "per" and _after(words, number.after + 1) == "cent":
        return True
    if following == "-" and _after(words, number.after + 1) in MEASURES | FRACTIONS:
        return True
    if following in FRACTIONS:
        return True
    if following in ("square", "cubic", "nautical", "consecutive", "straight") or following in STATES:
        return _after(words, number.after + 1) in MEASURES
    return (
        following in ("more", "other", "further", "full", "long", "whole")
        and _after(words, number.after + 1) in MEASURES
    )


def is_label(words: tuple[Token, ...], number: Numeral) -> bool:
    """Return whether the number follows what makes it a date, a price or a label (July 20, $300, Resolution 12)."""
    before, following = _before(words, number.first), _after(words, number.after)
    if before in _CURRENCY or before in ("usd", "eur", "#", "№", "+"):
        return True
    numeric = words[number.first].digits
    if numeric and number.lower <= 31 and (before in _MONTHS or following in _MONTHS):
        return True
    if before == "." and numeric and _before(words, number.first - 1) in ("no", "nos"):
        return True
    if before == "." and numeric and number.lower <= 31 and _before(words, number.first - 1) in _SHORT_MONTHS:
        return True  # "On Oct. 23, reliable sources said"
    if before == "of" and _before(words, number.first - 1) == "age":
        return True
    if before not in _LABELS or number.first == 0:
        return False
    label = words[number.first - 1].text
    return not (before in _CAPITAL_LABELS and label[0].islower())


def _glued(words: tuple[Token, ...], number: Numeral, ranged: bool) -> bool:
    """Whether the digits are one piece with letters, slashes, colons or hyphens beside them (120mm, S-300, 3:30)."""
    left, right = number.first - 1, number.after - 1
    if not words[number.first].digits:
        return _touches(words, right) and words[right + 1].text == "-" and _touches(words, right + 1)
    if _touches(words, left) and (
        words[left].word or words[left].text in ("/", ":", "_", "-", "–", ".", "°", "+")
    ):
        return not (ranged and words[left].text in ("-", "–"))
    if not _touches(words, right):
        return _phone(words, number)
    following = words[right + 1]
    if following.word or following.text in ("/", "_", "°", "@"):
        return True
    return following.text in (":", "-", "–", ".") and _touches(words, right + 1) and (
        words[right + 2].digits or following.text == "-"
    )  # fmt: skip


def _phone(words: tuple[Token, ...], number: Numeral) -> bool:
    """Whether the number stands in a run of three or more bare numbers, as telephone numbers do."""
    low, high = number.first, number.after
    while low > 0 and number.first - low < 3 and words[low - 1].digits:
        low -= 1
    while high < len(words) and high - number.after < 3 and words[high].digits:
        high += 1
    return high - low >= 3 and number.after - number.first == 1


def _harmed_one(words: tuple[Token, ...], number: Numeral, following: str) -> bool:
    """Whether "one" is who was harmed: "killed one and wounded two", "one feared dead"."""
    feared = following in ("feared", "presumed", "reported", "confirmed")
    if feared and _after(words, number.after + 1) in HARMED:
        return True
    return _before(words, number.first) in _HARMING and following in _ENDING


def _lone_one(words: tuple[Token, ...], number: Numeral) -> bool:
    """Whether "one" is a pronoun: it counts only before a known noun or beside the harmed."""
    if words[number.first].lower != "one" or number.after - number.first > 1:
        return False
    if _before(words, number.first) in (
        "no",
        "this",
        "each",
        "every",
        "any",
        "the",
        "day",
        "another",
        "which",
    ):
        return True
    following = _after(words, number.after)
    if _before(words, number.first) == "that":  # "said that one person was killed", yet "that one was killed"
        return following not in SINGULAR
    if following in HARMED | OTHERS | {"died"} or _harmed_one(words, number, following):
        return False
    if following in ("was", "is", "has") and _after(words, number.after + 1) in _HARMED_AFTER_ONE:
        return False
    if following == "of":
        return _before(words, number.first) != "least"
    found = noun_after(words, number.after, single=True)
    return found is None


def _year(words: tuple[Token, ...], number: Numeral) -> bool:
    """Whether four bare digits are a year: a preposition of time leads, or no counted noun follows closely."""
    token = words[number.first]
    if number.after - number.first != 1 or len(token.text) != 4 or not token.text.isdigit():
        return False
    if not 1900 <= number.lower <= 2099:
        return False
    before = _before(words, number.first)
    if before in _YEAR_CUES or before in _MONTHS or before in (",", "/", "-", "(") or before.isdigit():
        return True
    found = noun_after(words, number.after, single=False)
    return found is None or found[0] not in PLURAL or found[1] - number.after > 2


def _children(words: tuple[Token, ...], number: Numeral) -> bool:
    """Whether the number is how many children somebody has: "a father of four"."""
    return _before(words, number.first) == "of" and _before(words, number.first - 1) in _PARENTS


_OLDEST: Final = 110
_PARENTS: Final = word_set(
    "father mother dad mom mum grandfather grandmother widow widower"
)  # "a father of four"


def _age(words: tuple[Token, ...], number: Numeral) -> bool:
    """Whether a bare number is somebody's age: "Ana Berg, 34, was", "Boy, 4, dies", "Omar Daw (45)", "aged 7 and 9".

    Where commas were lost the verb tells: "Ana Berg 34 was killed" speaks of one.
    """
    token, at = words[number.first], number.first
    if number.after - at != 1 or not token.text.isdigit() or not 0 < number.lower <= _OLDEST:
        return False
    if _before(words, at) in ("and", "to") and _before(words, at - 2) in ("aged", "ages", "from", "between"):
        return _before(words, at - 2) in ("aged", "ages") or _before(words, at - 3) in ("aged", "ages")
    if _before(words, at) in ("from", "between") and _before(words, at - 1) in ("aged", "ages"):
        return True
    before, following = _before(words, at), _after(words, number.after)
    if before == "also" and _before(words, at - 1) == ",":
        return _named(words, at - 3) and following in (",", ")", ";", ".")
    if before == "," and following == "," and _before(words, at - 1) in ("]", ")"):
        return True  # "[name withheld], 45, was hurt"
    if before == "," and following in (",", ")", ";", ".", "-", "–", "—"):
        return _somebody(words, at - 2)
    if before == "(" and following == ")":
        return _somebody(words, at - 2) and (_named(words, at - 3) or words[at - 2].lower in SINGULAR)
    singular = number.lower > 1 and following in ("was", "is", "has", "dies")
    return singular and _named(words, at - 1) and _named(words, at - 2)


def _named(words: tuple[Token, ...], at: int) -> bool:
    return at >= 0 and words[at].word and words[at].text[0].isupper()


def _somebody(words: tuple[Token, ...], at: int) -> bool:
    """Whether a person's name or a noun for one person ends at token `at`."""
    return _named(words, at) or (at >= 0 and words[at].lower in SINGULAR)
