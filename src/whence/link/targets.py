"""What was hit and how, by kind: two attacks of one day and town on a clinic and on a convoy are two."""

from collections.abc import Mapping
from functools import cache
from typing import Final

# kinds of attack that are mistaken for one another
KINDRED: Final = (
    frozenset({"airstrike", "shelling"}),
    frozenset({"shelling", "ground_attack"}),
    frozenset({"bombing", "airstrike"}),
    frozenset({"bombing", "shelling"}),
    frozenset({"bombing", "ground_attack"}),
    frozenset({"ground_attack", "execution"}),
    frozenset({"airstrike", "chemical"}),
    frozenset({"shelling", "chemical"}),
)
# a word for what was hit -> its kind
TARGETS: Final[Mapping[str, str]] = {
    word: kind
    for kind, words in (
        ("care", "clinic clinics dispensary"),  # the wounded of any attack are brought to hospitals
        ("worship", "mosque mosques church churches temple shrine synagogue cathedral"),
        ("trade", "market markets marketplace bakery bakeries bazaar shop shops"),
        ("teaching", "school schools university kindergarten classroom pupils"),
        ("transport", "convoy convoys buses trucks lorries ferry"),
        ("camp", "camp camps tents"),
        ("post", "checkpoint checkpoints airbase barracks headquarters airport airfield"),
        ("gathering", "funeral wedding procession"),
    )
    for word in words.split()
}


@cache
def targets(words: frozenset[str]) -> frozenset[str]:
    """Return the kinds of target that lower-case `words` name (pure; cached because scenes meet in many pairs)."""
    return frozenset(TARGETS[w] for w in words if w in TARGETS)
