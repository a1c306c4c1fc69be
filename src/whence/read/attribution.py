"""Who says what in a report: attributions with their chains of telling, found by rules.

The steps: cues and their speakers sentence by sentence (`cues`, `phrases`), what each governs (`content`, `quotes`,
`headlines`), what pronouns and descriptions stand for (`refers`), and how attributions nest into chains (here).
Everything is a bounded look-around per word, so that time grows with the length of the text.
"""

from collections.abc import Sequence
from typing import Final

from whence.model.report import Report
from whence.model.span import Evidence, Reason, Span
from whence.model.statement import Hop, Stance, Voice
from whence.read import lexicon as lex
from whence.read import refers, surnames, voices
from whence.read.chains import Attribution, Place, chain_for, chains_for
from whence.read.content import is_aside
from whence.read.namebook import strip_article
from whence.read.nesting import Told, carried, holds, under
from whence.read.phrases import Phrase
from whence.read.refers import Referent
from whence.read.tellings import Blend, Draft, drafts
from whence.read.voices import Mention

__all__ = ["Attribution", "chain_for", "chains_for", "find_attributions"]

_NEIGHBOURS: Final = 12  # drafts looked at on either side for one that encloses another
_TELLING: Final = (
    2  # words that tell one unnamed voice from others ("a civil defence source", not "a source")
)
_UNTOLD: Final = frozenset(
    {"local", "same", "senior", "unnamed", "anonymous"}
)  # they tell no voice from another
_OWNERS: Final = frozenset({"'s", "’s", "its", "his", "her", "their", "of", "by", "from"})
_CARRY: Final = 3  # sentences over which "adding that" or a bare quotation keeps the speaker before it


def find_attributions(report: Report, blend: Blend | None = None) -> tuple[Attribution, ...]:
    """Return the attributions of `report` in the order of their cues; one for each speaker where several are joined.

    `blend` joins what another reader found, before chains and references are made out.  Offsets are code points of
    `report.text`.  A chain names no hop for the outlet itself ("told Sputnik" in Sputnik).
    """
    _, found = drafts(report, blend)
    return _Reading(report, found).attributions()


class _Reading:
    """One pass over the drafts of a report: mentions, references, enclosing drafts, hops."""

    def __init__(self, report: Report, found: tuple[Draft, ...]) -> None:
        self.report, self.found = report, found
        self.mentions: list[Mention] = []
        self.of_phrase: dict[tuple[int, int, int], int] = {}
        self.draft_of: list[int] = []  # per mention: its draft
        for k, draft in enumerate(found):
            for phrase in _phrases(draft):
                self._note(k, draft, phrase)
        self.mentions = surnames.freed(report.text, self.mentions)
        self.refers = self._resolve()
        self.speakers: list[tuple[tuple[Hop, ...], ...]] = []  # per draft: one chain for each speaker

    def _note(self, k: int, draft: Draft, phrase: Phrase) -> None:
        """Keep the mention of `phrase`."""
        self.of_phrase[k, phrase.start, phrase.end] = len(self.mentions)
        self.mentions.append(voices.mention(self.report.text, draft.words, phrase, draft.unit))
        self.draft_of.append(k)

    def _resolve(self) -> dict[int, Referent]:
        """Return what each mention stands for, worked out in the order of the text."""
        order = sorted(
            range(len(self.mentions)), key=lambda i: (self.mentions[i].start, self.mentions[i].end)
        )
        found = refers.resolve(self.report.text, [self.mentions[i] for i in order])
        back = (r if r.back is None else Referent(r.name, order[r.back]) for r in found)
        return dict(zip(order, back, strict=True))

    def attributions(self) -> tuple[Attribution, ...]:
        """Return the attributions of all drafts."""
        own = [self._own(k) for k in range(len(self.found))]
        enclosing = [self._enclosing(k) for k in range(len(self.found))]
        out: list[Attribution] = []
        for k, draft in enumerate(self.found):
            prefix, above = self._prefix(k, own, enclosing), enclosing[k]
            for chain in own[k] or ((),):
                hops = _joined(prefix, chain)
                if (
                    chain and above is not None and chain in own[above]
                ):  # of several who spoke, this one goes on
                    hops = _joined(self._prefix(above, own, enclosing), chain)
                if draft.cue.kind == "hearsay":
                    hops = self._hedged(hops, draft.place)
                out.append(Attribution(draft.content, self._source(k, chain), draft.place, hops))
        return tuple(out)

    def _source(self, k: int, chain: tuple[Hop, ...]) -> Place | None:
        """Return the whole phrase that names the speaker of draft `k`, with its apposition."""
        source = self.found[k].cue.source
        if not chain and source is not None and not _nameless(self.found[k]):
            own = self._mention(k, source)
            return own.start, own.end  # the outlet itself
        if not chain or chain[-1].voice.span is None or source is None:
            return None
        at = chain[-1].voice.span.start
        return next(
            (
                (m.start, m.end)
                for m in (self._mention(k, p) for p in _phrases(self.found[k]))
                if m.start == at
            ),
            None,
        )

    def _mention(self, k: int, phrase: Phrase) -> Mention:
        return self.mentions[self.of_phrase[k, phrase.start, phrase.end]]

    def _own(self, k: int) -> tuple[tuple[Hop, ...], ...]:
        """Return the chains of draft `k` taken by itself, one for each of its speakers."""
        draft = self.found[k]
        if _nameless(draft):
            return ()
        if draft.cue.source is None:
            if not draft.cue.inherits:
                return ()
            before = self._before(k)
            return () if before is None else self.speakers_of(before)
        media = self._media(k) or self._media_of_first(k)
        chains = []
        for phrase in (draft.cue.source, *draft.cue.more):
            hop = self._hop(k, phrase, medium=False)
            chains.append((*media, hop) if hop is not None else media)
        return tuple(chains)

    def _media(self, k: int) -> tuple[Hop, ...]:
        """Return the hops of those whom the speaker of draft `k` told it or who carried it."""
        return tuple(
            h for h in (self._hop(k, p, medium=True) for p in self.found[k].cue.media) if h is not None
        )

    def _media_of_first(self, k: int) -> tuple[Hop, ...]:
        """Return the media of the telling that "the source added" and "he said" go on with."""
        source = self.found[k].cue.source
        back = self.refers[self.of_phrase[k, source.start, source.end]].back if source else None
        if source is not None and back is None:
            return self._media_of_same(k, self._mention(k, source))
        if back is None or self.mentions[back].sentence == self.found[k].unit:
            return ()
        first = self.draft_of[back]
        return self._media(first) or self._media_of_same(first, self.mentions[back])

    def _media_of_same(self, k: int, mention: Mention) -> tuple[Hop, ...]:
        """Return the one medium that an unnamed voice of the same words told elsewhere ("a source at the ministry")."""
        words = _described(mention)
        if mention.kind == "named" or len(words) < _TELLING:
            return ()
        told = {
            self.found[j].cue.media: j
            for j in range(max(0, k - _NEIGHBOURS), min(len(self.found), k + _NEIGHBOURS + 1))
            if j != k and self.found[j].cue.media and (other := self.found[j].cue.source) is not None
            and _described(self._mention(j, other)) == words
        }  # fmt: skip
        return self._media(next(iter(told.values()))) if len(told) == 1 else ()

    def speakers_of(self, k: int) -> tuple[tuple[Hop, ...], ...]:
        """Return the chains of the earlier draft `k`, following "adding that" back to who is named."""
        for _ in range(2 * _NEIGHBOURS):
            if self.found[k].cue.source is not None or not self.found[k].cue.inherits:
                break
            before = self._before(k)
            if before is None:
                return ()
            k = before
        return self._own(k) if self.found[k].cue.source is not None else ()

    def _before(self, k: int) -> int | None:
        """Return the draft whose speaker draft `k` keeps: the last one before it that is no hearsay."""
        for j in range(k - 1, max(-1, k - 1 - _NEIGHBOURS), -1):
            other = self.found[j]
            if self.found[k].unit - other.unit > _CARRY or other.title:
                return None
            if other.cue.kind != "hearsay":
                return j
        return None

    def _enclosing(self, k: int) -> int | None:
        """Return the draft whose content holds the cue and the speaker of draft `k` (the smallest), or None."""
        mine = self._told(k)
        best: tuple[int, int] | None = None
        for j in range(max(0, k - _NEIGHBOURS), min(len(self.found), k + _NEIGHBOURS + 1)):
            other = self.found[j]
            if j == k or other.cue.kind == "hearsay" or _cites(other):
                continue
            if other.unit != mine.draft.unit and not holds(other, mine.place):
                continue
            theirs = self._told(j)
            if not under(theirs, mine) and (holds(other, mine.place) or carried(theirs, mine)):
                size = sum(e - s for s, e in other.content)
                if best is None or (size, j) < best:
                    best = (size, j)
        return best[1] if best else None

    def _told(self, k: int) -> Told:
        """Return draft `k` with what decides whether it tells another or is told by it."""
        return Told(self.found[k], self._whole(k), self._name(k), self._is_crowd(k))

    def _name(self, k: int) -> str:
        """Return the name of the speaker of draft `k`, "" if it has none."""
        source = self.found[k].cue.source
        return strip_article(self._mention(k, source).name) if source else ""

    def _is_crowd(self, k: int) -> bool:
        """Return whether the speaker of draft `k` is nobody by name."""
        source = self.found[k].cue.source
        return source is None or self._mention(k, source).kind != "named"

    def _whole(self, k: int) -> Place:
        """Return the code points from the first to the last of cue and speaker of draft `k`."""
        draft = self.found[k]
        places = [
            draft.place,
            *((draft.words[p.start].start, draft.words[p.end - 1].end) for p in _phrases(draft)),
        ]
        return min(p[0] for p in places), max(p[1] for p in places)

    def _prefix(
        self, k: int, own: Sequence[tuple[tuple[Hop, ...], ...]], enclosing: Sequence[int | None]
    ) -> tuple[Hop, ...]:
        """Return the hops between the outlet and draft `k`: those of the drafts that enclose it, outermost first."""
        hops: tuple[Hop, ...] = ()
        at, seen = k, {k}
        for _ in range(4):
            above = enclosing[at]
            if above is None and _cites(self.found[at]) and self.found[at].cue.inherits:
                above = self._citing(at)
            if above is None or above in seen:
                break
            seen.add(above)
            if own[above]:
                hops = _joined(own[above][0], hops)
            at = above
        return hops

    def _citing(self, k: int) -> int | None:
        """Return the draft of the sentence whose speaker cites in draft `k`: before it, or after "Citing X, …"."""
        above = self._before(k)
        if above is not None and self.found[above].unit == self.found[k].unit:
            return above
        following = k + 1
        if following < len(self.found):
            other, cue = self.found[following], self.found[k].cue
            if cue.start and not is_aside(cue, other.cue):
                return None
            if other.unit == self.found[k].unit and other.cue.kind == "verb" and other.cue.source:
                return following
        return None

    def _hop(self, k: int, phrase: Phrase, *, medium: bool) -> Hop | None:
        """Return the hop of a speaker; None if it is the outlet itself."""
        mention = self._mention(k, phrase)
        fuller = self.refers[self.of_phrase[k, phrase.start, phrase.end]].name
        if mention.head in lex.PERSONAL and not fuller:
            fuller = refers.opener(self.report.text, self.found[k].words, phrase.start, mention.head)
        if not medium and mention.name == "Report" and not fuller:
            return None  # "… - Report": nobody's
        person = not medium and mention.head in lex.PERSON | lex.PEOPLE
        if not person and any(is_outlet(n, self.report.outlet) for n in (mention.name, fuller)):
            return None
        draft = self.found[k]
        kind = "named" if fuller and fuller[0].isupper() and mention.kind == "unnamed" else mention.kind
        text = self.report.text
        voice = Voice(
            mention.name, kind, Span.of(text, mention.start, mention.start + len(mention.name)), fuller
        )
        cue = Span.of(text, *draft.place)
        evidence = Evidence(
            self.report.id, Span.of(text, *_around((mention.start, mention.end), draft.place))
        )
        rule, words = _why(draft, mention, medium=medium)
        return Hop(voice, _stance(draft), Reason(rule, words, (evidence,)), cue)

    def _hedged(self, hops: tuple[Hop, ...], place: Place) -> tuple[Hop, ...]:
        """Return `hops` whose last is hedged by the hearsay words at `place`."""
        if not hops or hops[-1].stance != "states":
            return hops
        last, span = hops[-1], Span.of(self.report.text, *place)
        reason = Reason("hearsay", f"“{span.quote}” marks it as hearsay", (Evidence(self.report.id, span),))
        return (*hops[:-1], Hop(last.voice, "hedges", reason, last.cue))


def _phrases(draft: Draft) -> tuple[Phrase, ...]:
    """Return every phrase of a draft that names a speaker, in the order of the text."""
    own = (draft.cue.source,) if draft.cue.source else ()
    return tuple(sorted({*own, *draft.cue.more, *draft.cue.media}, key=lambda p: (p.start, p.end)))


def _described(mention: Mention) -> tuple[str, ...]:
    """Return the words of a voice, without determiners and plurals."""
    words = mention.name.lower().split()
    return tuple(w.removesuffix("s") for w in words if w not in lex.DETERMINERS and w not in _UNTOLD)


def _nameless(draft: Draft) -> bool:
    """Return whether the speaker is bare "reports" or "initial information", which names nobody."""
    source = draft.cue.source
    if source is None:
        return False
    inner = [w.lower for w in draft.words[source.start : source.end]]
    if inner[-1] in ("toll", "tolls", "tally"):
        return (
            not any(
                w.text[0].isupper() or w.lower in _OWNERS for w in draft.words[source.start + 1 : source.end]
            )
            and inner[0] not in _OWNERS
        )
    back = (["the", "report"], ["report"])  # they point to a report that was told of
    return all(w in lex.NAMELESS for w in inner) and inner[-1] in lex.NAMELESS and inner not in back


def _cites(draft: Draft) -> bool:
    """Return whether the draft is "citing Y", which belongs under the speaker before it."""
    return draft.cue.kind == "according" and draft.cue.inherits


def _joined(outer: tuple[Hop, ...], inner: tuple[Hop, ...]) -> tuple[Hop, ...]:
    """Return `outer` followed by `inner`, without saying one voice twice in a row."""
    if outer and inner and _same_voice(outer[-1].voice, inner[0].voice):
        return (*outer[:-1], *inner)
    if len(inner) == 1 and any(_same_voice(h.voice, inner[0].voice) for h in outer):
        return outer  # "X told Y that the report …", where the report is one of theirs
    return (*outer, *inner)


def _same_voice(one: Voice, other: Voice) -> bool:
    """Return whether two voices are one ("The Observatory said … it said", both of which stand for one name)."""
    if one == other:
        return True
    first, second = (_fold(v.refers or v.name) for v in (one, other))
    return bool(one.refers or other.refers) and first == second


def _around(source: Place, cue: Place) -> Place:
    """Return the stretch that holds both, or the source alone if they lie far apart."""
    start, end = min(source[0], cue[0]), max(source[1], cue[1])
    return (start, end) if end - start <= 400 else source


def _stance(draft: Draft) -> Stance:
    """Return how surely the verb itself lets its speaker speak."""
    kind = lex.VERBS.get(draft.cue.verb)
    if kind == "deny":
        return "denies"
    if draft.cue.start and draft.words[draft.cue.start - 1].lower in lex.HEARSAY_ADVERBS:
        return "hedges"
    return "hedges" if kind == "believe" or draft.cue.verb in ("allege", "alleged", "alleges") else "states"


def _why(draft: Draft, mention: Mention, *, medium: bool) -> tuple[str, str]:
    """Return rule and words of the reason why a phrase is a speaker."""
    verb = draft.cue.verb
    if draft.title and verb in ("", ":", "-", "–", "—", "|"):
        return "headline", f"“{mention.name}” stands as the speaker of the headline"
    if medium:
        return "medium", f"“{mention.name}” carried it, by “{verb}”"
    if draft.cue.kind == "according":
        return "according", f"“{mention.name}” follows “{verb}”"
    return "speaker", f"“{mention.name}” is the speaker of “{verb}”"


def _fold(name: str) -> str:
    """Return letters and digits of a name in lower case, without a leading article."""
    return "".join(c for c in strip_article(name).lower() if c.isalnum())


def is_outlet(name: str, outlet: str) -> bool:
    """Return whether a voice is the outlet itself, by its folded name or all of its words."""
    one, other = _fold(name), _fold(outlet)
    if not one or not other:
        return False
    if one == other:
        return True
    parts = {_fold(p) for p in name.replace("-", " ").split()}
    return len(other) >= 3 and other in parts and len(parts) <= 3
