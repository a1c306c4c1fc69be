"""Hand-made findings about the fictional country of Veshara, with every trap that a view must survive."""

from datetime import UTC, datetime

from whence.model.finding import (
    Account,
    AspectAccount,
    Clause,
    Copy,
    Difference,
    Findings,
    Incident,
    Origin,
    OriginCount,
    Passage,
    PersonName,
    Sensitive,
    Source,
    SourceTable,
    Telling,
    ValueAccount,
)
from whence.model.ids import content_id, digest
from whence.model.report import Block, Capture, Report, Trouble
from whence.model.span import Evidence, Reason, Span
from whence.model.statement import Count, Culprit, Hop, Link, Statement, Toponym, Value, Voice
from whence.model.values import Amount, Interval, Place

TUESDAY = Interval.of_days(datetime(2024, 3, 5, tzinfo=UTC), words="Tuesday")
HOSTILE = "</script><img src=x onerror=alert(1)> =HYPERLINK(1) \x1b[31mred\u202egnp.exe"

TEXTS: dict[str, tuple[str, str, int, str]] = {  # label -> outlet key, title, day of March, body
    "lake-1": (
        "lakeside",
        "Market struck in Keld",
        5,
        (
            "At least 24 people were killed when government jets struck a market in Keld on Tuesday, "
            "the Tamarin Monitor said.\n\n"
            "Adel Mansour, a baker, said that 24 people died beside him. Charred bodies lay between the stalls.\n\n"
            "Mansour has three children.\n\nSubscribe to our newsletter."
        ),
    ),
    "amsel-1": (
        "amsel",
        "24 dead in Keld",
        5,
        (
            "KELD — At least 24 people were killed when government jets struck a market in Keld on Tuesday, "
            "the Tamarin Monitor said."
        ),
    ),
    "orlan-1": (
        "orlan",
        "Monitor raises toll",
        6,
        "The Tamarin Monitor said on Wednesday that 43 people were killed in Keld.",
    ),
    "health-1": ("dorn", "Health office counts 43", 7, "The Keld health office said 43 people were killed."),
    "state-1": (
        "statetv",
        "Army denies strike",
        6,
        "The Vesharan Army denied that its jets struck Keld. It said rebels shelled the market, killing 9 people.",
    ),
    "dorn-1": (
        "dorn",
        "Voices from Keld",
        6,
        "Residents told the Orlan Wire that dozens of people may have been killed.",
    ),
    "link-1": (
        "lakeside",
        "Parts for the rockets",
        9,
        "Norwind Bearings supplied guidance parts to the Vesharan Rocket Works, activists said.",
    ),
    "hostile-1": ("amsel", HOSTILE, 10, f"Two people were injured. {HOSTILE} =1+1"),
}
ARABIC = "قتل عشرون شخصا في كلد يوم الثلاثاء"


def rid(label: str) -> str:
    return content_id("report", label)


def report(label: str) -> Report:
    outlet, title, day, body = TEXTS[label]
    text = f"{title}\n\n{body}"
    blocks, at = [], 0
    for part in text.split("\n\n"):
        kind = "title" if at == 0 else "furniture" if part.startswith("Subscribe") else "body"
        blocks.append(Block(at, at + len(part), kind))
        at += len(part) + 2
    return Report(
        rid(label),
        label,
        text,
        digest(text.encode("utf8", "surrogatepass")),
        title,
        NAMES[outlet],
        published=Interval.of_days(datetime(2024, 3, day, tzinfo=UTC)),
        language="en",
        url=f"https://news.example/{label}/adel-mansour-speaks",
        blocks=tuple(blocks),
        captures=((digest(text.encode("utf8", "surrogatepass")), ""),),
    )


NAMES = {
    "lakeside": "Lakeside News",
    "amsel": "Amsel Gazette",
    "orlan": "Orlan Wire",
    "dorn": "Dorn Voice",
    "statetv": "Veshara State Television",
    "monitor": "Tamarin Monitor",
    "health": "Keld health office",
    "army": "Vesharan Army",
    "residents": "residents",
    "activists": "activists",
    "state": "Vesharan state",
    "adel mansour": "Adel Mansour",
}
KINDS = {
    "orlan": "agency",
    "statetv": "state media",
    "monitor": "monitor",
    "health": "official",
    "army": "military",
    "residents": "witnesses",
    "activists": "witnesses",
    "state": "official",
    "adel mansour": "person",
}


def span(label: str, quote: str) -> Span:
    text = report(label).text
    start = text.index(quote)
    return Span.of(text, start, start + len(quote))


def reason(words: str, label: str = "", quote: str = "") -> Reason:
    return Reason("fixture", words, (Evidence(rid(label), span(label, quote)),) if label else ())


class Maker:
    """Collects statements and which source each hop resolves to."""

    def __init__(self) -> None:
        self.statements: list[Statement] = []
        self.of_hop: dict[tuple[str, int], str] = {}

    def say(
        self,
        label: str,
        quote: str,
        value: Value,
        chain: tuple[tuple[str, str, str], ...] = (),
        stance: str = "states",
    ) -> str:
        aspect = {"Count": "killed", "Culprit": "responsible", "Link": "link"}[type(value).__name__]
        if "injured" in quote:
            aspect = "injured"
        where = span(label, quote)
        sid = content_id("statement", label, quote, str(value))
        hops = []
        for i, (key, words, how) in enumerate(chain):
            kind = "collective" if key in ("residents", "activists") else "named"
            hops.append(Hop(Voice(words, kind, span(label, words)), how, reason("a speaking verb")))
            self.of_hop[sid, i] = key
        self.statements.append(
            Statement(
                sid,
                rid(label),
                where,
                aspect,
                value,
                stance,
                "fact",
                tuple(hops),
                "airstrike",
                None,
                TUESDAY,
                None,
                (Toponym("Keld", span(label, "Keld")),) if "Keld" in report(label).text else (),
                0,
                (reason("read by rules"),),
            )
        )
        return sid


def count(lower: int | None, upper: int | None, words: str, group: str = "people") -> Count:
    return Count(Amount(lower, upper, words), group)


def origins(least: int, most: int | None, *rows: tuple[str, bool, tuple[str, ...], str]) -> OriginCount:
    made = tuple(
        Origin(key, NAMES.get(key, key), vague, ids, ((key,),), (reason(why),) if why else ())
        for key, vague, ids, why in rows
    )
    return OriginCount(least, most, made, (reason(f"{len(rows)} roots after folding"),))


def findings() -> Findings:
    m = Maker()
    strike = "At least 24 people were killed when government jets struck a market in Keld on Tuesday"
    mon = (("monitor", "Tamarin Monitor", "states"),)
    a24 = m.say("lake-1", strike, count(24, None, "At least 24"), mon)
    c24 = m.say("amsel-1", strike, count(24, None, "At least 24"), mon)
    b24 = m.say(
        "lake-1",
        "Adel Mansour, a baker, said that 24 people died beside him",
        count(24, 24, "24"),
        (("adel mansour", "Adel Mansour", "states"),),
    )
    a43 = m.say("orlan-1", "43 people were killed in Keld", count(43, 43, "43"), mon)
    h43 = m.say(
        "health-1",
        "43 people were killed",
        count(43, 43, "43"),
        (("health", "Keld health office", "states"),),
    )
    s9 = m.say("state-1", "killing 9 people", count(9, 9, "9"), (("army", "Vesharan Army", "states"),))
    dz = m.say(
        "dorn-1",
        "dozens of people may have been killed",
        count(24, None, "dozens"),
        (("orlan", "Orlan Wire", "states"), ("residents", "Residents", "hedges")),
        "hedges",
    )
    jets = m.say("lake-1", "government jets", Culprit("government", span("lake-1", "government")), mon)
    rebels = m.say(
        "state-1",
        "rebels shelled the market",
        Culprit("rebels", span("state-1", "rebels")),
        (("army", "Vesharan Army", "states"),),
    )
    deny = m.say(
        "state-1",
        "denied that its jets struck Keld",
        Culprit("government", span("state-1", "its jets")),
        (("army", "Vesharan Army", "denies"),),
        "denies",
    )
    link = m.say(
        "link-1",
        "Norwind Bearings supplied guidance parts to the Vesharan Rocket Works",
        Link(
            "Norwind Bearings",
            "supplies part",
            "Vesharan Rocket Works",
            span("link-1", "Norwind Bearings"),
            span("link-1", "Vesharan Rocket Works"),
        ),
        (("activists", "activists", "states"),),
    )
    two = m.say("hostile-1", "Two people were injured", count(2, 2, "Two"))
    return _assemble(
        m,
        {
            "a24": a24,
            "c24": c24,
            "b24": b24,
            "a43": a43,
            "h43": h43,
            "s9": s9,
            "dz": dz,
            "jets": jets,
            "rebels": rebels,
            "deny": deny,
            "link": link,
            "two": two,
        },
    )


def _assemble(m: Maker, s: dict[str, str]) -> Findings:
    keld = Place("keld", "Keld", 1.0, 2.0, 5.0, "Veshara")
    incident = Incident(
        content_id("incident", "keld"),
        "air strike, Keld, 2024-03-05",
        "airstrike",
        TUESDAY,
        (keld,),
        ("Keld",),
        tuple(v for k, v in s.items() if k not in ("link", "two")),
        joined=(
            reason("same day, same town", "orlan-1", "43 people were killed in Keld"),
            reason("same words", "lake-1", "Charred bodies lay between the stalls."),
        ),
    )
    supply = Incident(
        content_id("incident", "link"),
        "Norwind Bearings supplies part Vesharan Rocket Works",
        "other",
        None,
        (),
        (),
        (s["link"],),
    )
    hurt = Incident(content_id("incident", "hurt"), HOSTILE, "other", None, (), (), (s["two"],))
    killed = AspectAccount(
        "killed",
        origins(
            2,
            4,
            ("monitor", False, (s["a24"], s["a43"]), "one source, two tellings"),
            ("health", False, (s["h43"],), ""),
        ),
        (
            ValueAccount(
                count(43, 43, "43"),
                origins(
                    2,
                    2,
                    ("monitor", False, (s["a43"],), "named in the text"),
                    ("health", False, (s["h43"],), "named in the text"),
                ),
                (s["a43"], s["h43"]),
                2,
                (("monitor", 1),),
            ),
            ValueAccount(
                count(24, None, "At least 24"),
                origins(
                    1,
                    3,
                    ("monitor", False, (s["a24"], s["c24"]), "the copy adds nothing"),
                    ("adel mansour", True, (s["b24"],), ""),
                    ("residents", True, (s["dz"],), "a vague voice"),
                ),
                (s["a24"], s["c24"], s["b24"], s["dz"]),
                3,
            ),
            ValueAccount(count(9, 9, "9"), origins(1, 1, ("army", False, (s["s9"],), "")), (s["s9"],), 1),
        ),
        (),
        (
            Telling("monitor", TUESDAY, count(24, None, "At least 24"), (s["a24"],)),
            Telling(
                "monitor",
                Interval.of_days(datetime(2024, 3, 6, tzinfo=UTC)),
                count(43, 43, "43"),
                (s["a43"],),
            ),
        ),
        (
            Difference(
                "time of telling",
                s["a24"],
                s["a43"],
                "the Tamarin Monitor told 24 on the 5th and 43 on the 6th",
                (),
            ),
            Difference(
                "contradiction",
                s["a43"],
                s["s9"],
                "43 people against 9 people",
                (Evidence(rid("state-1"), span("state-1", "9 people")),),
            ),
        ),
    )
    blame = AspectAccount(
        "responsible",
        origins(2, 2, ("monitor", False, (s["jets"],), ""), ("army", False, (s["rebels"],), "")),
        (
            ValueAccount(
                Culprit("government", span("lake-1", "government")),
                origins(1, 1, ("monitor", False, (s["jets"],), "")),
                (s["jets"],),
                1,
            ),
            ValueAccount(
                Culprit("rebels", span("state-1", "rebels")),
                origins(1, 1, ("army", False, (s["rebels"],), "")),
                (s["rebels"],),
                1,
            ),
        ),
        (s["deny"],),
        (),
        (
            Difference("rival culprit", s["jets"], s["rebels"], "government against rebels", ()),
            Difference("denial", s["deny"], s["jets"], "the Vesharan Army denies it", ()),
        ),
    )
    linked = AspectAccount(
        "link",
        OriginCount(0, 0, (), (reason("they cite one another"),), (("lakeside", "amsel"),)),
        (
            ValueAccount(
                m.statements[-2].value, origins(1, 1, ("activists", True, (s["link"],), "")), (s["link"],), 1
            ),
        ),
        (),
        (),
        (),
    )
    injured = AspectAccount(
        "injured",
        origins(1, None, ("amsel", False, (s["two"],), "")),
        (ValueAccount(count(2, 2, "Two"), origins(1, 1, ("amsel", False, (s["two"],), "")), (s["two"],), 1),),
        (),
        (),
        (),
    )
    labels = ("lake-1", "amsel-1", "orlan-1", "health-1", "state-1", "dorn-1")
    accounts = (
        Account(hurt, (injured,), (), (rid("hostile-1"),)),
        Account(supply, (linked,), (), (rid("link-1"),)),
        Account(
            incident,
            (killed, blame),
            (
                Clause(
                    "Two origins say 43 people were killed in Keld on 5 March 2024.", (s["a43"], s["h43"])
                ),
                Clause("The Vesharan Army denies that its jets struck the town.", (s["deny"],)),
            ),
            tuple(rid(x) for x in labels),
            1,
        ),
    )
    unread = Report(
        rid("tayf"),
        "tayf",
        ARABIC,
        digest(ARABIC.encode()),
        "",
        "Tayf",
        language="ar",
        blocks=(Block(0, len(ARABIC), "body"),),
        unread="the reader does not know Arabic",
    )
    reports = (*(report(x) for x in TEXTS), unread)
    shared = "people were killed when government jets struck a market in Keld on Tuesday, the Tamarin Monitor said."
    sources = {
        k: Source(
            k,
            n,
            KINDS.get(k, "outlet"),
            k in ("residents", "activists"),
            "state" if k in ("statetv", "army") else "",
            reasons=(reason("named in the text"),),
        )
        for k, n in NAMES.items()
    }
    table = SourceTable(sources, m.of_hop, {rid(x): TEXTS[x][0] for x in TEXTS}, {rid("amsel-1"): ("orlan",)})
    persons = [
        PersonName(
            rid("lake-1"),
            Span.of(report("lake-1").text, i, i + len(q)),
            "Adel Mansour",
            False,
            reason("trade"),
        )
        for q in ("Adel Mansour", "Mansour has")
        for i in [report("lake-1").text.index(q)]
    ]
    persons[1] = PersonName(
        rid("lake-1"),
        Span.of(report("lake-1").text, persons[1].span.start, persons[1].span.start + 7),
        "Adel Mansour",
        False,
        reason("surname"),
    )
    return Findings(
        tuple(Capture(r.captures[0][0], len(r.text), "text/plain") for r in reports if r.captures),
        reports,
        tuple(m.statements),
        table,
        (
            Copy(
                rid("amsel-1"),
                rid("lake-1"),
                (Passage(span("amsel-1", shared), span("lake-1", shared), 17),),
                0.95,
                0.4,
                "known",
                reason("17 words in a row, and the Amsel Gazette is later"),
            ),
        ),
        (),
        (incident, supply, hurt),
        accounts,
        (
            Trouble(
                "tayf",
                "read",
                "language",
                "not read: Arabic",
                "It is kept and compared for copies.",
                rid("tayf"),
            ),
            Trouble("broken\x1b[2J.html", "preserve", "empty", "no text was found", "Look at the file."),
        ),
        tuple(persons),
        (
            Sensitive(
                rid("lake-1"),
                span("lake-1", "Charred bodies lay between the stalls."),
                "describes injuries or bodies",
            ),
        ),
        {s["a43"]: "confirmed"},
        {"version": "0.1.0", "reader": "rules 1", "resources": "sha256:abc"},
    )
