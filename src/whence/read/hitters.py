"""Who is said to have damaged, attacked or kidnapped: the subject of such a verb, or its agent behind "by".

Who killed or bombed whom is read in `culprits`, from the words for attacks and harm; here the words are those by which
a thing is told as hit ("the rebels burned the town hall") or people as taken ("kidnapped by the Reef Front").
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from whence.model.statement import Thing
from whence.read.actors import Actor
from whence.read.blame import Blame, made
from whence.read.draft import Draft

HITTER: Final = "did what is told"
_WORDS: Final = (
    r"(?:guerrillas?|rebels?|fighters?|insurgents?|units?|(?:urban )?commandos?|terrorists?|members|"
    r"militants|militiamen|gunmen|"
    r"troops|soldiers|forces|men|groups?|organi[sz]ations?|cells?|squads?|columns?|patrols?|planes|helicopters)"
)
_ADVERBS: Final = (
    r"(?:has|have|had|also|again|then|later|today|yesterday|tonight|overnight|last|this|night|week|"
    r"morning|afternoon|evening|"
    r"on|\w+day|\w+ly|who|which|that)"
)
_RIGHT_BEFORE: Final = re.compile(
    rf"(?:['’]s?)?[\"”)\]]?(?:\s*[\[(][^\[\]()]{{1,80}}[\])])?[\"”]?(?:,?\s+(?:{_WORDS}|{_ADVERBS})){{0,6}},?"
    r"(?:\s+(?:carried out|launched|staged|made|perpetrated|mounted|conducted|committed)(?: [\w-]+){0,4})?\s*",
    re.I,
)
# "overpowered the guards and burned the archive": a verb of the same subject stands between
_VERB_BETWEEN: Final = re.compile(
    rf"\s+(?:{_ADVERBS}\s+){{0,3}}(?!(?:report|announc|stat|confirm|add|claim|not|inform|insist|believ|learn)\w*ed)\w+ed\s(?!that\b)[^,.;:\"“”]{{2,80}}?,?\sand\s(?:{_ADVERBS}\s)?",
    re.I,
)
_BY: Final = re.compile(
    r"(?![^.;]*?\b(?:used|serving|occupied) as\b)"
    r"[^.;:\"“”]{0,70}?(?<!ed )(?<!run )(?<!held )\bby\s+(?:(?:the|an?|so-called|self-styled|alleged|"
    r"suspected|presumed|supposed|"
    r"armed|several|some|"
    r"members|fighters|men|of)\s+)*[\"“]?",
    re.I,
)
_PASSIVE: Final = re.compile(r"\b(?:was|were|been|being|be|is|are)\s+(?:\w+\s+){0,2}$", re.I)
_UNREAL: Final = re.compile(
    r"\b(?:would|could|will|might|may|can|to|not|never|plan\w*|threat\w*|if|whether|tried|attempt\w*)\s+(?:\w+\s+)?$|"
    r"\b(?:foil|repel|thwart|prevent|repuls|frustrat|avert)\w*\s+(?:[\w-]+\s+){0,5}$",
    re.I,
)
_TAKEN: Final = re.compile(r"\b(?:kidnap\w*|abduct\w*|hostages?)\b", re.I)
# what one army destroys of another is no deed that a culprit is looked for
_ARMYS: Final = re.compile(
    r"\b(?:roads?|highways?|fields?|vehicles?|tanks?|trucks?|convoys?|depots?|warehouses?|helicopters?|"
    r"(?:air|war)?planes?|"
    r"aircraft|barracks|outposts?|"
    r"camps?|hangars?|military|army|armou?red|garrisons?|shelters?|positions?)\b",
    re.I,
)
_FAR: Final = 120  # code points between a verb and its agent


def find_hitters(
    text: str, start: int, end: int, told: Sequence[Draft], actors: Sequence[Actor]
) -> tuple[Blame, ...]:
    """Return the parties that the sentence text[start:end] makes do what `told` says of it, in order, each once."""
    inside = [a for a in actors if start <= a.start and a.end <= end]
    found: dict[str, Blame] = {}
    for draft in told if inside else ():
        if _is_deed(text, draft) and not _UNREAL.search(text, start, draft.start):
            for blame in _of(text, start, draft, inside):
                found.setdefault(blame.name, blame)
    return tuple(sorted(found.values(), key=lambda b: (b.start, b.name)))


def _is_deed(text: str, draft: Draft) -> bool:
    """Whether people were kidnapped, or a thing was hit that is no army's."""
    if draft.aspect == "detained":
        return _TAKEN.search(text, draft.start, draft.end) is not None
    thing = isinstance(draft.value, Thing) and draft.aspect == "damage"
    return thing and not _ARMYS.search(text, draft.start, draft.end)


def _of(text: str, start: int, draft: Draft, inside: Sequence[Actor]) -> Iterator[Blame]:
    cue = (draft.start, draft.end)
    for actor in inside:
        if draft.end <= actor.start <= draft.end + _FAR and _BY.fullmatch(text, draft.end, actor.start):
            yield made(actor, cue, HITTER)
            return
    before = next((a for a in reversed(inside) if a.end <= draft.start and not a.adjective), None)
    if before is None or draft.start == draft.key_start or _PASSIVE.search(text, start, draft.start):
        return
    between = (text, before.end, draft.start)
    if _RIGHT_BEFORE.fullmatch(*between) or _VERB_BETWEEN.fullmatch(*between):
        yield made(before, cue, HITTER)
