"""Documents and event mentions of the Gun Violence Corpus (dev) to incidents, by the product's own path."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.clusters import Labels, b_cubed, ceaf_e, conll, muc, pairwise
from bench.section import Gate, Section, data_digest
from whence.flow import resources
from whence.flow.gather import Gathered
from whence.flow.linking import conclude, facts_of
from whence.flow.readers import reader
from whence.flow.stages import Reading
from whence.link.stories import find_stories
from whence.model.finding import Findings
from whence.model.ids import digest
from whence.model.report import Record
from whence.model.values import Interval
from whence.read.persons import find_persons
from whence.read.text import make_report
from whence.read.when import find_times

_CLOSED = re.compile(r" (?=[.,;:!?)\]%]|n't\b|'(?:s|re|ve|ll|d|m)\b)| (?=- )|(?<= -) |(?<=[(\[$#]) ")

# Families of words for what happens in one shooting, general English; the first that fits is taken: a murder with a
# suicide, harm to a body, the firing, the end of a life, a person hit, the matter as a whole; for all else the firing.
HARM = r"injur|wound|hurt|maim|bleed|blood|paraly|coma\b|condition|hospital|surg|treat"
FIRING = r"gun(?:shot|fire|m[ae]n)|\bfir(?:ed|ing|e)\b|went off|discharg|bullet|trigger|^shots$|shooter"
KILLING = r"kill|murder|homicid|manslaughter|slay|slain|execut|suicid|fatal|lethal"
DYING = r"dead|death|\bdie[sd]?\b|dying|deceas|lifeless|bod(?:y|ies)|corpse|autops|succumb|perish"
LOSS = r"\blos[st]|\blives\b|funeral|buri(?:al|ed)|mourn|grie[fv]"
TWOFOLD = "murder and suicide"
FAMILIES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (TWOFOLD, r"murder.*suici"),
        ("wound", r"^wounds?$"),
        ("injury", HARM),
        ("firing", FIRING),
        ("death", f"{KILLING}|{DYING}|{LOSS}"),
        ("hit", r"^shot$|^shoots?$|\bhit|struck|strik|turn.*gun"),
        ("matter", r"incident|^(?:it|this|that|these)$|case|accident|event|traged"),
    )
)
PLURAL = re.compile(r"(?:shooting|homicide|incident|death|murder)s$")  # told of many events at once
SELF = frozenset(("himself", "herself", "themselves", "self", "inflicted", "suicide"))
SEVERAL = re.compile(r"bodies|corpses|deaths|killings|murders|lives")
NUMBERS = frozenset(
    ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "both")
) | {str(n) for n in range(2, 11)}
WEEK = timedelta(days=7)
NEAR = 4  # words beside a mention within which a reflexive word turns it on the one who acts


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of an event: its sentence, and where it begins and ends there, in words."""

    sentence: int
    start: int
    end: int
    text: str
    cluster: str


@dataclass(frozen=True, slots=True)
class Document:
    """One line of the corpus: its gold, the record that the product reads, and the mentions over its tokens."""

    id: str
    incident: str
    record: Record
    mentions: tuple[Mention, ...]
    sentences: tuple[tuple[str, ...], ...]


def joined(tokens: Sequence[str]) -> str:
    """Return the tokens as running text: no space before a stop or around a hyphen that was cut off."""
    return _CLOSED.sub("", " ".join(tokens))


def documents(path: Path) -> list[Document]:
    """Return the documents of a gzipped part of the corpus."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        return [_document(line) for line in lines]


def _document(line: str) -> Document:
    row = json.loads(line)
    sentences = tuple(tuple(s) for s in row["sentences"])
    record = Record(
        "",
        digest(line.encode()),
        "text/plain",
        text=" ".join(joined(s) for s in sentences[2:]),
        title=joined(sentences[1]),
        published=row["date"],
    )
    mentions = tuple(
        Mention(m["sent"], m["start"], m["end"], m["text"].lower(), m["cluster"]) for m in row["mentions"]
    )
    return Document(row["doc_id"], row["incident"], record, mentions, sentences)


def findings(records: Iterable[Record]) -> tuple[list[Reading], Findings]:
    """Return the readings in the order of `records`, and what the product concludes from them."""
    knowledge = resources.knowledge()
    readings = [_read(r, knowledge.public_names()) for r in records]
    ordered = sorted(readings, key=lambda r: (r.report.label, r.report.id))
    gathered = Gathered((), tuple(ordered), ())
    return readings, conclude(gathered, (), facts_of(knowledge), lambda *_: None).findings


def _read(record: Record, public: frozenset[str]) -> Reading:
    report = make_report(record)
    statements = () if report.unread else reader().read(report)
    return Reading(report, statements, find_persons(report, public))


def by_statements(found: Findings) -> dict[str, str]:
    """Return for each report that states something the incident most of its statements belong to (ties by id)."""
    report = {s.id: s.report for s in found.statements}
    votes: dict[str, Counter[str]] = {}
    for incident in found.incidents:
        for statement in incident.statements:
            votes.setdefault(report[statement], Counter())[incident.id] += 1
    return {r: min(v, key=lambda i: (-v[i], i)) for r, v in sorted(votes.items())}


def by_story(readings: Sequence[Reading]) -> dict[str, str]:
    """Return for each report that tells one story with others the name of that story."""
    stories = find_stories([r.report for r in readings], [p for r in readings for p in r.persons])
    return {report: f"story {group[0]}" for group in stories.groups for report in group}


def placed(readings: Sequence[Reading], home: Mapping[str, str], story: Mapping[str, str]) -> dict[str, str]:
    """Put each report without statements where most of its story's reports are, else into its story."""
    votes: dict[str, Counter[str]] = {}
    for report, incident in home.items():
        if report in story:
            votes.setdefault(story[report], Counter())[incident] += 1
    best = {s: min(v, key=lambda i: (-v[i], i)) for s, v in votes.items()}
    reports = [r.report.id for r in readings]
    return {r: home.get(r) or best.get(story.get(r, "")) or story.get(r, r) for r in reports}


def merged(readings: Sequence[Reading], home: Mapping[str, str], story: Mapping[str, str]) -> dict[str, str]:
    """Join what statements or stories join: the smallest name that either way leads to."""
    label = {r.report.id: r.report.id for r in readings}
    for link in (home, story) * len(label):
        least: dict[str, str] = {}
        for report, group in sorted(link.items()):
            least[group] = min(least.get(group, label[report]), label[report])
        after = label | {report: least[group] for report, group in link.items()}
        if after == label and link is story:
            break
        label = after
    return label


def family(mention: Mention) -> str:
    """Return the family of a mention's words."""
    return next((name for name, pattern in FAMILIES if pattern.search(mention.text)), "firing")


def turned_on_oneself(document: Document, mention: Mention) -> bool:
    """Return whether words of the mention or beside it say that someone did it to himself."""
    words = [w.lower() for w in document.sentences[mention.sentence]]
    around = {*words[max(0, mention.start - NEAR) : mention.start], *words[mention.end : mention.end + NEAR]}
    return bool(SELF & around) or mention.text == "suicide" or "own life" in mention.text


def told_of_several(document: Document, mention: Mention) -> bool:
    """Return whether the words of a death or a number shortly before them speak of several dead at once."""
    words = [w.lower() for w in document.sentences[mention.sentence]]
    at = range(max(0, mention.start - NEAR - 1), mention.start)
    counted = (i for i in at if words[i] in NUMBERS and not {"-", "year"} & set(words[i + 1 : i + 3]))
    return bool(SEVERAL.search(mention.text)) or next(counted, None) is not None


def earlier_events(documents_: Sequence[Document], home: Labels) -> set[tuple[str, int]]:
    """Return the (document, sentence) whose dates all lie over a week before its group's first report: other events."""
    day = {d.id: datetime.fromisoformat(d.record.published).replace(tzinfo=UTC) for d in documents_}
    first: dict[str, datetime] = {}
    for d in documents_:
        first[home[d.id]] = min(first.get(home[d.id], day[d.id]), day[d.id])
    found = set()
    for d in documents_:
        for number in {m.sentence for m in d.mentions}:
            times = find_times(joined(d.sentences[number]), Interval.of_days(day[d.id]))
            told = [t.interval for t in times if t.interval is not None]
            if told and all(t.end < first[home[d.id]] - WEEK for t in told):
                found.add((d.id, number))
    return found


def mention_clusters(documents_: Sequence[Document], home: Labels) -> dict[str, str]:
    """Cluster the mentions by what happens in which group of documents; `home` is the group of each document.

    Where a group of documents tells of a murder and suicide, several dead told of at once are that event, and what is
    done to oneself is an event of its own.
    """
    twofold = {home[d.id] for d in documents_ for m in d.mentions if family(m) == TWOFOLD}
    earlier = earlier_events(documents_, home)
    made = {}
    for d in documents_:
        for number, m in enumerate(d.mentions):
            kind = family(m)
            if (d.id, m.sentence) in earlier:
                kind = "earlier"
            elif home[d.id] in twofold and kind == "death" and told_of_several(d, m):
                kind = TWOFOLD
            elif home[d.id] in twofold and kind != TWOFOLD and turned_on_oneself(d, m):
                kind += " of oneself"
            made[f"{d.id} {number}"] = "of many" if PLURAL.search(m.text) else f"{home[d.id]} {kind}"
    return made


def same_words(documents_: Sequence[Document], key: Callable[[Document], str]) -> dict[str, str]:
    """The baseline: mentions of one stem in documents of one `key`."""
    return {
        f"{d.id} {n}": f"{key(d)} {m.text.removesuffix('s')}"
        for d in documents_
        for n, m in enumerate(d.mentions)
    }


def _row(name: str, gold: Labels, made: Labels) -> tuple[str, ...]:
    figures = (*b_cubed(gold, made), pairwise(gold, made).f1)
    return ("documents", name, *(f"{x:.3f}" for x in figures), "", "", "")


def _mention_row(name: str, gold: Labels, made: Labels) -> tuple[str, ...]:
    figures = (*b_cubed(gold, made), pairwise(gold, made).f1)
    links = (f"{muc(gold, made).f1:.3f}", f"{ceaf_e(gold, made).f1:.3f}", f"{100 * conll(gold, made):.1f}")
    return ("mentions", name, *(f"{x:.3f}" for x in figures), *links)


def run(shared: Path) -> Section:
    """Score documents to incidents, and the given event mentions to events."""
    folder = shared / "data" / "gvc"
    docs = documents(folder / "dev.jsonl.gz")
    readings, found = findings(d.record for d in docs)
    home, story = by_statements(found), by_story(readings)
    report = {d.id: r.report.id for d, r in zip(docs, readings, strict=True)}

    def of_documents(labels: Labels) -> dict[str, str]:
        return {d.id: labels.get(report[d.id], report[d.id]) for d in docs}

    gold = {d.id: d.incident for d in docs}
    full = of_documents(merged(readings, home, story))
    mentions = {f"{d.id} {n}": m.cluster for d in docs for n, m in enumerate(d.mentions)}
    ours = mention_clusters(docs, full)
    rows = (
        _row("every document alone", gold, {d.id: d.id for d in docs}),
        _row("statements' incidents alone", gold, of_documents(home)),
        _row(
            "and stories, for documents that state nothing", gold, of_documents(placed(readings, home, story))
        ),
        _row("and stories, joined", gold, full),
        _mention_row("same word, same day", mentions, same_words(docs, lambda d: d.record.published)),
        _mention_row("our documents, families of words", mentions, ours),
        _mention_row("gold documents, families of words", mentions, mention_clusters(docs, gold)),
    )
    silent = sum(report[d.id] not in home for d in docs)
    note = (
        f"{len(docs)} documents, in {silent} of which the reader finds no statement; {len(mentions)} mentions given by "
        "the gold, singletons counted. Statements' incidents are those of the build; `link.stories` compares whole "
        "texts, and the last two rows of documents add what it finds. Published on the test part, mentions across "
        "documents: lemma and date 51.5, Barhom 2019 73.3, SECURE 87.4."
    )
    return Section(
        "Documents and mentions of shootings to incidents (Gun Violence Corpus, dev)",
        "python -m bench gvc",
        data_digest(folder.glob("*")),
        ("what", "how", "B3 P", "B3 R", "B3 F1", "pairs F1", "MUC F1", "CEAF-e F1", "CoNLL F1"),
        rows,
        (
            Gate(
                "GVC dev documents B3 F1",
                round(b_cubed(gold, of_documents(placed(readings, home, story))).f1, 3),
                0.95,
            ),
            Gate("GVC dev mentions CoNLL F1", round(100 * conll(mentions, ours), 1), 74.0),
        ),
        (note,),
    )
