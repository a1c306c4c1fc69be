"""Media and who stands behind them: a medium's word with the source it had it from, "local media" by their name."""

import re
from collections.abc import Sequence
from typing import Final

from whence.model.report import Report
from whence.model.span import Evidence, Reason
from whence.model.statement import Hop
from whence.read.credit_names import lends
from whence.read.donors import Donor, Donors, Voiced, figure_of, root_of, take, telling

_NEAR: Final = 2  # sentences between "local media" and the medium's name
_DEEP: Final = 2  # hops of "NANA quoted a police source"
_WITHIN: Final = 6  # sentences between a medium's word and the only source that it quotes
_MOST: Final = 40  # media that quote; more stand only in hostile text
_INFORMANT: Final = re.compile(r"\b(?:source|official)s?\b")
_GENERIC: Final = frozenset(
    {"news", "agency", "state", "official", "the", "state-run", "reporter", "correspondent"}
)
# Media without a name ("state media", "Norlandian news agencies"), and the nouns that a medium's name bears.
_VAGUE: Final = re.compile(
    r"(?:(?:the|some|other|several|various) )?(?:[\w-]+ ){0,3}?"
    r"(?:media(?: outlets?| reports?)?|news (?:agencies|outlets|reports|sites)|agencies|press)",
    re.IGNORECASE,
)
_MEDIUM: Final = re.compile(
    r"\b(?:tv|television|news|agency|channel|newspaper|broadcaster|radio|daily)\b", re.IGNORECASE
)


def deepened(report: Report, v: Voiced, donors: Donors) -> Voiced:
    """A medium's word, with the source behind it where the report names it for the same figure elsewhere.

    "Five were killed, the agency reported. … A police source told the agency that five were killed."
    """
    if len(v.hops) != 1 or not lends(v.hops[0].voice.refers or v.hops[0].voice.name, capitals=True):
        return v
    sentence, scene = v.draft.sentence, donors.scenes[v.draft.sentence]
    same = donors.row((scene, *figure_of(v.draft)))
    if not telling(v.draft) and len(same.roots) > 2:
        return v
    before, after = same.beside(sentence)
    deeper = next((d for d in (*after, *before) if _behind(v.hops[0], d)), None)
    if deeper is None:
        return v
    words = f"the report names who told it: {deeper.hops[-1].voice.name}"
    reason = Reason("source behind", words, (Evidence(report.id, deeper.span),))
    return Voiced(v.draft, (v.hops[0], deeper.hops[-1]), (*v.reasons, reason))


class Quoted:
    """The chains of a report in which a medium quotes an unnamed source, by sentence; look-ups are bounded."""

    def __init__(self, donors: Sequence[Donor]) -> None:
        """File those of `donors` that are a medium's with an unnamed source or official."""
        self._at: dict[int, list[Donor]] = {}
        self._sources: dict[str, set[str]] = {}
        for d in donors:
            if len(d.hops) == _DEEP and _INFORMANT.search(d.root):
                self._at.setdefault(d.sentence, []).append(d)
                self._sources.setdefault(root_of(d.hops[:1]), set()).add(d.root)

    def near(self, medium: str, sentence: int) -> Donor | None:
        """Return what `medium` quotes in the next sentence, else near by if it quotes one source in all; or None."""
        if not self._at or len(self._sources) > _MOST:
            return None
        around = sorted(
            range(sentence - _WITHIN, sentence + _WITHIN + 1), key=lambda n: (abs(n - sentence), n)
        )
        mine = [d for n in around for d in self._at.get(n, ()) if _one_medium(root_of(d.hops[:1]), medium)]
        following = next((d for d in mine if d.sentence == sentence + 1), None)
        if following is not None:
            return following
        told = {s for name, sources in self._sources.items() if _one_medium(name, medium) for s in sources}
        return mine[0] if mine and len(told) == 1 else None


def informed(report: Report, v: Voiced, quoted: Quoted) -> Voiced:
    """A medium's word with the unnamed source that it quotes: the one of the report, or that of the next sentence.

    "Ten died, NANA reported. … NANA quoted a police source as saying that houses burned."
    """
    source = quoted.near(root_of(v.hops), v.draft.sentence) if _carried(v) else None
    if source is None:
        return v
    words = f"the report names who told it: {source.hops[-1].voice.name}"
    reason = Reason("source behind", words, (Evidence(report.id, source.span),))
    return Voiced(v.draft, (v.hops[0], source.hops[-1]), (*v.reasons, reason))


def _one_medium(one: str, other: str) -> bool:
    """Whether two names are one medium's: all that names it in the one stands in the other too."""
    first, second = (frozenset(name.split()) - _GENERIC for name in (one, other))
    return bool(first) and bool(second) and (first <= second or second <= first)


def medium_named(report: Report, v: Voiced, donors: Donors) -> Voiced:
    """The word of "local media" with the one medium that the report names next instead.

    "Ten died, local media reported. … Vale TV reported that the raid went on."
    """
    if len(v.hops) != 1 or not _VAGUE.fullmatch(v.hops[0].voice.refers or v.hops[0].voice.name):
        return v
    _, after = donors.row(("all",)).beside(v.draft.sentence)
    named = {d.root: d for d in after if d.sentence - v.draft.sentence <= _NEAR}
    donor = next(iter(named.values()), None)
    if donor is None or len(named) > 1 or len(donor.hops) > 1 or not _is_medium(donor.hops[0]):
        return v
    return take(report, v, donor, "medium named", "the report names the medium")


def _carried(v: Voiced) -> bool:
    """Whether a claim is one medium's word alone, the medium being known or named by its noun."""
    if len(v.hops) != 1:
        return False
    voice = v.hops[0].voice
    return _is_medium(v.hops[0]) or lends(voice.refers or voice.name, capitals=True)


def _is_medium(hop: Hop) -> bool:
    """Whether a voice is one medium by name."""
    name = hop.voice.refers or hop.voice.name
    return not _VAGUE.fullmatch(name) and _MEDIUM.search(name) is not None


def _behind(medium: Hop, donor: Donor) -> bool:
    """Whether the donor's voice is one that told the medium: another, and no medium itself."""
    name = donor.hops[-1].voice.refers or donor.hops[-1].voice.name
    if lends(name, capitals=True) or not donor.root or donor.root == root_of((medium,)):
        return False
    return len(donor.hops) == 1 or root_of(donor.hops[:1]) == root_of((medium,))
