"""Many names made few: those that are one person's or organisation's joined to the fullest of them, with the reason."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Final

from whence.link.name_match import ONE, NameMatch, match_cut
from whence.link.name_parts import Name, NameKind, cut_name
from whence.link.name_words import NameWords
from whence.link.names import bare_skeleton
from whence.model.span import Reason

_PAIRED: Final = (
    8  # parts of which pairs are made to find candidates; longer names are found by their first ones
)


def join_names(names: Mapping[str, str], kind: NameKind, words: NameWords) -> dict[str, tuple[str, Reason]]:
    """Return, for each id of `names` that is another's name, that one's id and why; the ids that stay are left out.

    A name joins what it is itself the same as, never through a third, and the fullest name stays.  One with fewer
    parts joins only if a single fuller name fits it: "Karim Dallo" may be either of two with a second given name.
    The same in whatever order the names come.
    """
    cuts = {key: cut_name(name, kind, words) for key, name in names.items()}
    heads: dict[str, list[str]] = {}
    joins: dict[str, tuple[str, Reason]] = {}
    for key in sorted(cuts, key=lambda k: (-len(cuts[k].parts), k)):
        blocks = sorted(set(_blocks(cuts[key], words)))
        near = sorted({head for block in blocks for head in heads.get(block, ())})
        found = _chosen([(head, match_cut(cuts[head], cuts[key], kind, words)) for head in near])
        if found:
            joins[key] = (found[0], _reason(names[found[0]], names[key], found[1]))
        else:
            for block in blocks:
                heads.setdefault(block, []).append(key)
    return joins


def _blocks(name: Name, words: NameWords) -> Iterator[str]:
    """Keys of which two names of one bearer share at least one: all consonants, and those of each two parts.

    Two parts that many share are no key: names that have no other part in common are joined only if all is alike.
    """
    plain = [(min(words.spelled.get(p.text, {p.text})), p.weak) for p in name.parts[:_PAIRED]]
    skeletons = sorted({(bare_skeleton(text) or text, weak) for text, weak in plain})
    yield bare_skeleton(" ".join(text for text, _ in plain))
    yield from (f"{a} {b}" for (a, weak), (b, both) in combinations(skeletons, 2) if not (weak and both))


def _chosen(matches: list[tuple[str, NameMatch]]) -> tuple[str, NameMatch] | None:
    """The one to join: the best of those alike in every part, else the only fuller one that fits."""
    sure = [m for m in matches if m[1].score >= ONE]
    whole = [m for m in sure if m[1].whole]
    if whole:
        return min(whole, key=lambda m: (-m[1].score, m[0]))
    return sure[0] if len(sure) == 1 else None


def _reason(head: str, name: str, match: NameMatch) -> Reason:
    told = [r.words for r in match.reasons if r.rule != "same spelling"]
    rules = [r.rule for r in match.reasons if r.rule != "same spelling"]
    words = "; ".join(told) or "the same once marks and articles are dropped"
    return Reason(rules[0] if rules else "same spelling", f'"{head}" and "{name}": {words}')
