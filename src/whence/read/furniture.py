"""Furniture: what a site puts around its reports (appeals for money, sharing, navigation, related headlines).

Furniture yields no statements, so a sentence of news must never be taken for it: a block is furniture only if it is
a short label of a site's interface, or has the vocabulary of an appeal and none of news, or stands among such blocks
at the end of the text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from whence.model.report import Block
from whence.read.blocks import carve, trimmed
from whence.read.segment import sentences

_FLAGS: Final = re.IGNORECASE

# Labels of a site's interface; a short line that is or begins with one is furniture.
_LABEL: Final = re.compile(
    r"""
      (?:please\s)?(?:support|follow|like|find|join|contact|about|visit)\s(?:us|our)\b
    | (?:please\s)?(?:subscribe|sign\sup|sign\sin|log\sin|register|donate|unsubscribe)\b
    | (?:scroll|back)\sto\s(?:the\s)?top\b
    | (?:read|see|find\sout|learn|show|load)\s(?:more|also|next|full)\b | (?:also|must|most)\s(?:read|popular|viewed)\b
    | related(?:\s(?:news|articles?|stor(?:y|ies)|topics?|posts?|links?|content|coverage))?\s?:?$ | related\s?:
    | related\s(?:news|articles?|stor(?:y|ies)|posts?|links?)\b
    | (?:more|latest|breaking|trending|recommended|popular)\s(?:on|from|in|news|stories|articles|posts|now)\b.{0,40}$
    | (?:share|tweet|print|e-?mail|send|save|like|pin|comment|copy\slink|reply|menu|search|home|next|prev(?:ious)?|skip)
      (?:\s(?:this|it|on|via|article|story|page|post|article:|to\s\w+|facebook|twitter|x|whatsapp|comments?))*\s?:?$
    | (?:leave\sa|add\sa|post\sa|no|\d+)\s(?:comments?|reply|replies)\b
    | (?:tags?|topics?|keywords?|categor(?:y|ies)|filed\sunder|posted\sin)\s?:
    | (?:click|tap)\s(?:here|to|on)\b | (?:watch|listen)\s(?:live|now|here|:) | advertisement\b | advert\b | sponsored\b
    | get\sshort\surl\b | short\surl\b | (?:copyright|©|\(c\))\s | all\srights\sreserved\b
    | (?:featured|cover|header|main|lead|top|stock|file)\s(?:image|photo(?:graph)?|picture)\b.{0,80}$
    | (?:image|photo|picture|video)(?:\scredit|\ssource|s?\svia|\sby|\scourtesy)\b | (?:image|photo|picture)s?\s?:\s
    | (?:terms\s(?:of|and)|privacy\s(?:policy|notice)|cookie\s?(?:s|policy)?\b|accept\s(?:all\s)?cookies)
    | (?:play|pause|mute|unmute|fullscreen|loading|embed)\b.{0,20}$
    """,
    _FLAGS | re.VERBOSE,
)
_LABEL_WORDS: Final = 14
_HEADLINE: Final = 30  # words of the longest headline
# labels behind which the headlines of other pages stand
_ANNOUNCES: Final = re.compile(
    r"(?:related|recommended|more|other|latest|popular|similar)\s(?:news|articles?|stor(?:y|ies)|posts?|headlines)\s?:?$"
    r"|(?:also|most)\sread\s?:?$|(?:prev(?:ious)?|next|older|newer)\s(?:posts?|articles?|stor(?:y|ies))\s?:?$",
    _FLAGS,
)

# Words of appeals, each line one thing that a site asks for or says of itself.
_APPEALS: Final = tuple(
    re.compile(pattern, _FLAGS)
    for pattern in (
        r"\b(?:donat\w+|crowdfund\w*|contribut(?:e|ion|ions)\b|patreon|paypal|fundrais\w+|gift aid|chip in)\b",
        r"\b(?:support|help|back|fund)\s(?:us|our|independent|quality|this (?:work|site|journalism))\b",
        r"\byour (?:support|help)\b",
        r"\b(?:subscri\w+|newsletters?|inbox|mailing list|e-?mail (?:address|updates|alerts)|sign up|podcast)\b",
        r"\b(?:ad|advert|paywall)-?\s?free\b|\bpaywalls?\b|\badvertis(?:ers?|ing)\b|\bdiscount\b|\bour shop\b",
        r"\b(?:our|your) (?:readers?|members?|supporters?|community|family|team|writers?|journalis\w+|reporters?)\b",
        r"\b(?:our|your) (?:mission|work|website|site|platform|channel|app|page|content|fight|struggle|newsroom)\b",
        r"\b(?:join|follow|like|tweet|message|contact|write to|find) us\b|\bshared? (?:our|this)\b|\bspread the word\b",
        r"\b(?:you(?:['’]re| are) receiving this|this mail was sent to|unsubscribe|view (?:this|it) in your browser)\b",
        r"\b(?:monthly|a month|per month|every month|one-off|annually)\b",
        r"\b(?:publish|produce|cover)e?d? (?:nearly |over |more than |about )?[\d,]+ (?:articles|stories|reports)\b",
        r"\b(?:media outlet|independent media|mainstream media|independent journalism|speaking truth|to account)\b",
        r"\b(?:facebook|twitter|instagram|youtube|telegram|whatsapp|tiktok|linkedin)\b",
        r"\b(?:cookies?|privacy policy|terms of (?:use|service)|all rights reserved|copyright)\b",
        r"\byou(?:'|’)?(?:ve|ll|re)?\b.{0,80}\b(?:us|we|our)\b|\b(?:us|we|our)\b.{0,80}\byou(?:r|'ve|’ve)?\b",
    )
)
_ENOUGH: Final = 2  # different appeals in a paragraph without news

# Words of news about events and of telling; none of them may stand in an appeal.
_NEWS: Final = re.compile(
    r"""\b(?: kill\w* | wound\w* | injur\w+ | dead | died | deaths? | casualt\w+ | bomb\w* | shell(?:s|ed|ing)
    | blast\w* | explo\w+ | missiles? | rockets?
    | air\s?strikes? | strikes? | raids? | clash\w* | troops | soldiers? | militants?
    | rebels? | gunm[ae]n | fighters | civilians | army | militar\w+ | hospital\w* | police | minist\w+ | president
    | province | villages? | districts? | city | arrest\w* | detain\w* | displac\w* | refugees? | weapons? | drones?
    | said | told | announced | according | spokes\w+ | observatory | sources? | officials? | monitor )\b""",
    _FLAGS | re.VERBOSE,
)
_TELLS: Final = re.compile(
    r"\b(?:said|says|told|announced|according to|added|confirmed|reported (?:that|on|the)|claimed|denied|killed"
    r"|wounded)\b",
    _FLAGS,
)
# Openers of what follows a report on one line; written in title case or capitals, as interfaces do.
_TAIL: Final = re.compile(
    r"""\b(?: Related\s(?:News|Articles?|Stories|Topics|Posts|Links|Content|Coverage)\b | RELATED\b
    | (?:Read|See)\sAlso\b
    | Also\sRead\b | READ\s(?:MORE|ALSO)\b | Read\sMore\b | Most\s(?:Read|Popular|Viewed)\b | Latest\sNews\b
    | (?:FOLLOW|Follow)\s(?:us|US|Us)\son\b | Subscribe\sto\b | SUBSCRIBE\b | Sign\sup\sfor\b | Share\s(?:this|on)\b
    | Community\s[Ss]tandards | Comment\svia\b | Leave\sa\s(?:Reply|Comment)\b | Scroll\sto\sTop\b | Back\sto\sTop\b
    | Our\sStandards\b | All\s[Rr]ights\s[Rr]eserved | Copyright\s(?:©|\d) | Privacy\sPolicy\b
    | Terms\sof\s(?:Use|Service)\b | Tags(?:\s?:|\s(?=\w)) | Topics\s?:
    | More\s?(?:Image|Photos|Videos)s?\b | Post\sa\sComment\b
    | Add\sComment\b | Advertisement\b
    | Support\sus\b | Facebook\sTwitter\b | Tweet\sShare\b | Print\sEmail\b )""",
    re.VERBOSE,
)
_HEAD_TOOLS: Final = re.compile(
    r"(?:(?:Get short URL|Print|Tweet|Views|Share|Email|Send|SEND|Like|Facebook|Twitter|WhatsApp|Related|Save|PDF"
    r"|https?\S{0,80}|[A-Za-z]?\d{1,6})[\s|,:/]{1,3}){2,12}"
)
_WINDOW: Final = 6000  # characters at either end of a long block in which furniture is looked for
_MOST_TAIL: Final = 0.6  # of a one-block text at most that its tail may be
_PLAIN_WORD: Final = re.compile(r"[^\W\d_]{2,}|\d+")
_WRECK: Final = 12  # characters without a word that are no longer an ellipsis or a row of stars
_SIGN_WORD: Final = re.compile(r"(?:[A-Z][\w.'’-]*|[A-Z]\.|\d[\d-]*|al-\w+|/|&|\|)(?:[/.,][A-Z][\w.]*)*")


@dataclass(frozen=True, slots=True)
class _Marks:
    """What a block shows: words, kinds of appeal, whether it is a label, whether it tells news.

    `announces` marks a label behind which headlines of other pages stand, `line` a line that may be one of them.
    """

    words: int
    appeals: int
    label: bool
    news: bool
    debris: bool
    announces: bool = False
    line: bool = False

    @property
    def furniture(self) -> bool:
        """Whether the block is furniture by itself."""
        return self.debris or self.label or (self.appeals >= _ENOUGH and not self.news)

    @property
    def may_be(self) -> bool:
        """Whether the block may be furniture if its neighbours are."""
        return not self.news


_PLAIN: Final = _Marks(words=99, appeals=0, label=False, news=True, debris=False)
_EDGE: Final = 1000  # blocks; the middle of longer texts (whole books, dumps) is taken as it stands


def mark_furniture(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return `blocks` with furniture marked, and cut off where it shares a line with the report."""
    marks = [_marks(text, b) if _near_edge(i, len(blocks)) else _PLAIN for i, b in enumerate(blocks)]
    kinds = [
        b.kind == "furniture" or (b.kind != "title" and m.furniture)
        for b, m in zip(blocks, marks, strict=True)
    ]
    kinds = _spread(blocks, marks, kinds)
    if all(k or b.kind in ("title", "heading") for k, b in zip(kinds, blocks, strict=True)):
        kinds = [
            b.kind == "furniture" for b in blocks
        ]  # nothing would be left to read: better too much than nothing
    out = tuple(
        Block(b.start, b.end, "furniture" if k else b.kind) for b, k in zip(blocks, kinds, strict=True)
    )
    return _cut_tail(text, _cut_head(text, out))


def _near_edge(index: int, count: int) -> bool:
    """Return whether a block is near enough to either end of a very long text to be looked at."""
    return index < _EDGE or index >= count - _EDGE


def _marks(text: str, block: Block) -> _Marks:
    words = text[block.start : min(block.end, block.start + _WINDOW)]
    count = len(words.split())
    label = count <= _LABEL_WORDS and _LABEL.match(words.lstrip("*•-–|>» ")) is not None
    tells = _TELLS.search(words) is not None
    return _Marks(
        words=count,
        appeals=sum(1 for a in _APPEALS if a.search(words)),
        label=label and (not tells or re.match(r"(?i)(?:read|see|also|related|watch)\b", words) is not None),
        news=_tells_news(words, count),
        debris=_is_debris(words),
        announces=label and _ANNOUNCES.match(words.strip("*•-–|>» \n")) is not None,
        line=count <= _HEADLINE and re.search(r"(?<![.…])[.!?][\"”’)]*\s*$", words) is None,
    )


def _tells_news(words: str, count: int) -> bool:
    """Return whether a paragraph has the words of news: one in a short one, two in a long one."""
    found = len({m.group().lower() for m in _NEWS.finditer(words)})
    return found >= (1 if count <= 40 else 2)


def _is_debris(words: str) -> bool:
    """Return whether a line holds hardly any letters: leavings of pictures, links and broken encodings."""
    bare = "".join(words.split())
    plain = sum(1 for run in re.findall(r"[^\W\d_]{2,}", bare) for _ in run)
    return not re.search(r"[^\W_]{2}", bare) or (len(bare) >= 12 and plain < 0.2 * len(bare) and "_" in bare)


def _spread(blocks: Sequence[Block], marks: Sequence[_Marks], kinds: Sequence[bool]) -> list[bool]:
    """Mark what stands between furniture and has no news, and what follows the last news of the text.

    Lists follow the paragraph that announces them; a run of furniture at the end takes in the lines among it.
    """
    out = list(kinds)
    announced = False
    for i in range(1, len(blocks)):
        announced = marks[i - 1].announces or (announced and marks[i - 1].line)
        listed = blocks[i].kind == "list" and marks[i].may_be
        if not out[i] and out[i - 1] and (listed or (announced and marks[i].line)):
            out[i] = True
    last = max((i for i in range(len(blocks)) if not out[i] and _is_report(blocks[i], marks[i])), default=-1)
    tail = [i for i in range(last + 1, len(blocks)) if out[i]]
    for i in range(tail[0] if tail else len(blocks), len(blocks)):
        out[i] = out[i] or (marks[i].may_be and blocks[i].kind != "title")
    if tail or (blocks and not out[-1]):
        _sign(blocks, marks, out)
    return out


def _is_report(block: Block, marks: _Marks) -> bool:
    """Return whether a block surely belongs to the report: it tells news, or is a paragraph without any appeal."""
    return marks.news or (
        block.kind in ("body", "quote", "title") and marks.words > 12 and marks.appeals == 0
    )


def _sign(blocks: Sequence[Block], marks: Sequence[_Marks], out: list[bool]) -> None:
    """Mark a signature: short lines without a stop, right before the furniture at the end."""
    for i in range(len(blocks) - 1, 0, -1):
        if out[i]:
            continue
        if not (
            blocks[i].kind == "heading" and marks[i].words <= 5 and marks[i].may_be and all(out[i + 1 :])
        ):
            return
        out[i] = True


def _cut_head(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Cut off the buttons of an interface that stand on one line with the beginning of a report."""
    first = next((b for b in blocks if b.kind == "body"), None)
    if first is None:
        return blocks
    match = _HEAD_TOOLS.match(text, first.start, min(first.end, first.start + 400))
    if match is None or not re.search(r"[A-Za-z]{3}", match.group()):
        return blocks
    start, end = trimmed(text, match.start(), match.end())
    return carve(text, blocks, Block(start, end, "furniture")) if end < first.end else blocks


def _cut_tail(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Cut off what follows the report on its last line: interface, related headlines, initials of editors."""
    content = [b for b in blocks if b.kind not in ("furniture", "title")]
    if not content or content[-1].kind not in ("body", "quote"):
        return blocks
    last = content[-1]
    floor = max(last.start, last.end - _WINDOW, last.start + int((last.end - last.start) * (1 - _MOST_TAIL)))
    for match in _TAIL.finditer(text, floor, last.end):
        if not _has_report(text, match.start(), last.end):
            blocks = carve(text, blocks, Block(*trimmed(text, match.start(), last.end), "furniture"))
            last = Block(*trimmed(text, last.start, match.start()), last.kind)
            break
    for cut in (_trailing_debris, _signature):
        place = cut(text, last)
        if place is not None:
            blocks = carve(text, blocks, Block(*place, "furniture"))
            last = Block(*trimmed(text, last.start, place[0]), last.kind)
    return blocks


def _trailing_debris(text: str, block: Block) -> tuple[int, int] | None:
    """Return the place of the wreck of a broken encoding after the last word of a report, None if there is none."""
    floor = max(block.start, block.end - _WINDOW)
    words = [m.end() for m in _PLAIN_WORD.finditer(text, floor, block.end)]
    if not words or block.end - words[-1] < _WRECK:
        return None
    start = words[-1]
    while start < block.end and text[start] in ".!?\"')”’":
        start += 1
    start, end = trimmed(text, start, block.end)
    return (start, end) if end - start >= _WRECK else None


def _has_report(text: str, start: int, end: int) -> bool:
    """Return whether [start, end) holds a sentence of a report: it ends with a stop, is long enough, and tells."""
    for left, right in sentences(text, start, end):
        words = text[left:right]
        if words.endswith((".", '."', ".”")) and len(words.split()) >= 8 and _TELLS.search(words):
            return True
    return False


def _signature(text: str, block: Block) -> tuple[int, int] | None:
    """Return the place of names, initials or numbers after the last stop of a report ("M.K./Ana Moro", "SSH 11")."""
    floor = max(block.start, block.end - 80)
    stop = max(text.rfind(mark + " ", floor, block.end) for mark in (".", "!", "?", '"', "”", ")"))
    if stop < 0 or block.end - block.start < 100:
        return None
    start, end = trimmed(text, stop + 1, block.end)
    words = text[start:end].split()
    if not words or len(words) > 5 or (text[end - 1] in ".!?" and len(words) > 2):
        return None
    debris = _is_debris(text[start:end])
    return (start, end) if debris or all(_SIGN_WORD.fullmatch(w.strip("().,")) for w in words) else None
