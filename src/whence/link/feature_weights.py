"""The features of two scenes with their weights, as a table that one reads aloud.

Weights are log-odds: they add up.  They were set by hand, then moved towards what annotated reports fit best, as far as
the cases made by hand still hold (`python -m training.incident_weights`, docs/decisions/0010); no weight hangs on a
name of a place or party.
"""

from collections.abc import Mapping
from typing import Final

VETO: Final = -99.0

# feature -> (weight, words); a weight of VETO forbids that the two are ever in one incident
WEIGHTS: Final[Mapping[str, tuple[float, str]]] = {
    "copied": (3.99, "the words are copied"),
    "same day": (1.3, "same day"),
    "overlapping days": (0.77, "days overlap"),
    "within weeks": (0.26, "one is told of a week or month that holds the other"),
    "next day": (0.07, "one day apart"),
    "next date": (-0.49, "one day apart, by dates written out"),
    "fits publication": (0.91, "fits the days before publication"),
    "retold": (0.36, "told as known already, after the time that the other tells"),
    "told of the past": (-0.99, "told of some time in the past that may be the other's"),
    "near publication": (-0.71, "nearly fits the days before publication"),
    "next news": (-1.02, "published one after the other, and neither tells a day"),
    "misses publication": (-0.94, "published some days after the day that is told"),
    "stale": (-2.97, "published long after the day that is told"),
    "other news": (-1.62, "published some days apart, and neither tells a day"),
    "old news": (-3.99, "published long apart, and neither tells a day"),
    "told before": (VETO, "one was published before the other happened"),
    "told late": (-2.49, "days apart, but one may be the day of telling"),
    "days apart": (-2.0, "a few days apart"),
    "weeks apart": (-4.01, "many days apart"),
    "months apart": (VETO, "at quite different times"),
    "same place": (2.61, "same place"),
    "neighbours": (-1.02, "neighbouring places"),
    "within": (1.02, "one place lies in the other"),
    # times the doublings of how many they are
    "one of several": (-0.5, "the wider of the two places holds several that are told of for these days"),
    "namesake": (-0.55, "one place may be the province that bears its city's name"),
    "same area": (0.31, "same wider area"),
    "place not told": (-0.49, "one tells no place"),
    "other place": (-1.74, "other place"),
    "other place name": (-1.04, "other place names, of which not both are known"),
    "places apart": (-3.45, "places are far apart"),
    "same event": (0.9, "same kind of event"),
    "kindred event": (0.1, "kindred kinds of event"),
    "other event": (-1.01, "another kind of event"),
    "alien event": (-2.21, "a kind of event that is not mistaken for the other"),
    "same toll": (0.87, "same toll"),  # times how rare a number of that size is
    "alike toll": (0.5, "a toll told by the same vague word"),
    "close toll": (0.65, "close tolls"),
    "other toll": (-0.4, "other tolls"),
    "far toll": (-0.86, "tolls far apart"),
    "same culprit": (0.39, "same culprit named"),
    "same target": (0.49, "the same kind of target was hit"),
    "other target": (-1.21, "other kinds of target were hit"),
    "same report": (-2.31, "one report tells them apart"),
    "same report, other place": (VETO, "one report tells them apart, at other places"),
    "campaign and incident": (-2.5, "one is a campaign, the other a single incident"),
    "words": (1.72, "words in common"),
    "only story": (1.98, "the reports tell one story, and each tells nothing else"),
    "one story": (0.13, "the reports tell one story"),
    "same persons": (1.89, "the same private persons are named in both reports"),
    # times how many they are, and how much of each report the telling is
    "own names": (5.5, "names in common that stand in no report but those of the story"),
}
# one of the two tells no day or no place to agree on
THIN: Final = frozenset({"retold", "told of the past", "within weeks", "place not told", "same area"})
BY_DAY: Final = frozenset({"told before", "months apart"})  # vetoes that a misread day may give
APART: Final = frozenset({"days apart", "weeks apart"})
BY_PLACE: Final = frozenset({"same place", "within", "same area"})  # weighed by how much the place tells
# where days speak against one incident, names that a story has for its own do not speak for it: a village is hit again
OTHER_DAYS: Final = APART | {"stale", "old news"}
UNDER_COPY: Final = frozenset(
    {
        "days apart",
        "weeks apart",
        "months apart",
        "told before",
        "near publication",
        "next news",
        "misses publication",
        "stale",
        "other news",
        "old news",
        "far toll",
        "other toll",
    }
)
# where two reports name the same private persons, a day that differs is a follow-up's: of the arrest, the hearing
UNDER_KIN: Final = frozenset(
    {"days apart", "told late", "misses publication", "stale", "far toll", "other toll", "places apart"}
    | {"next news", "other news", "old news"}
    | {"other place", "other place name", "weeks apart", "months apart", "near publication"}
)
