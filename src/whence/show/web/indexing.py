"""The index of one generation made: reports first, then accounts, then what is counted over all; a slice at a time."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from whence.model.finding import Account
from whence.show.desk import Desk, relying_on
from whence.show.mask import Mask, clear_names, forms_of, is_private
from whence.show.safe import one_line
from whence.show.web.facets import Gathering
from whence.show.web.index_rows import (
    account_row,
    account_words,
    place_words,
    report_row,
    report_words,
    source_row,
    source_words,
    standing_rows,
    statement_words,
)
from whence.show.web.questions import Queue
from whence.show.web.slices import desk_over, sources_of, statements_of
from whence.show.web.tally import Tally
from whence.show.web.withheld import mask_of
from whence.store.index.load import Stream
from whence.store.index.rows import AccountRow
from whence.store.index.write import Neighbour, Writing, writing
from whence.store.pause import collector_paused

_REPORTS: Final = 200  # at a time, with their texts and statements
_ACCOUNTS: Final = 200  # at a time, with all that they rest on; one may rest on hundreds of reports


def make_index(path: Path, stream: Stream, name: str, *, mask: bool, stamp: str) -> None:
    """Make the index of the generation that `stream` gives for the case called `name`; words are masked if `mask`.

    `stamp` tells what it is made from.  Memory does not grow with the texts: some hundred bytes an account are held.
    """
    with collector_paused(), writing(path, stream, stamp) as made:
        withheld = _withheld(made) if mask else Mask(on=False)
        tally = Tally()
        _reports(made, withheld, tally)
        _accounts(made, withheld, tally)
        count = _sources(made, withheld)
        method = tuple((k, one_line(withheld.words(v))) for k, v in sorted(made.method().items()))
        made.put_overview(tally.overview(name, (count, made.count("trouble")), method))


def _withheld(made: Writing) -> Mask:
    """Find out which names are private, mark them, and return the mask over all of them."""
    clear = clear_names(made.every_source(), (p for _, p in made.people()))
    private, forms = [], set()
    for number, person in made.people():
        if is_private(person, clear):
            private.append(number)
            forms |= forms_of([person])
    made.withhold(private, forms)
    return mask_of(made, made.withheld())


def _reports(made: Writing, mask: Mask, tally: Tally) -> None:
    """Put every report and its statements: rows, words to search, and on whose word each stands."""
    for found, numbers in made.reports(_REPORTS):
        desk = desk_over(found, mask)
        copies = made.copied(numbers[r.id] for r in found.reports)
        rows = [report_row(desk, r, copies.get(numbers[r.id], 0)) for r in found.reports]
        for report, row in zip(found.reports, rows, strict=True):
            told = report.published.start.isoformat() if report.published else "9"
            made.put_report(numbers[report.id], row, told, report.label)
            made.put_texts("report", ((w, numbers[report.id], at) for w, at in report_words(desk, report)))
        words = ((numbers[s.id], *statement_words(desk, s)) for s in found.statements)
        made.put_texts("statement", ((said, n, at) for n, said, at in words))
        _standing(made, desk, numbers)
        tally.add_reports(desk, rows)
    made.list_reports()


def _standing(made: Writing, desk: Desk, numbers: Mapping[str, int]) -> None:
    """Put which statements stand on whose word, and who carries whom."""
    for key, ids in desk.resting.items():
        held = [desk.statements[s] for s in ids]
        made.put_telling((key, numbers[s.report], s.span.start, numbers[s.id]) for s in held)
        made.put_counts([(key, len(held), len({s.report for s in held}), 0, 0)])
        made.put_relying((key, other, n) for other, n in relying_on(desk, key).items())


def _accounts(made: Writing, mask: Mask, tally: Tally) -> None:
    """Put every account: its row, words to search, what it can be filtered by, and what could be asked about it."""
    columns, queue = Gathering(), Queue()
    for batch in made.batches(_ACCOUNTS):
        desk = _desk(made, mask, batch)
        rows = [account_row(desk, account) for account in desk.accounts]
        for account, row in zip(desk.accounts, rows, strict=True):
            columns.add(desk, account, row)
            tally.add_account(desk, account, row)
            _account(made, desk, account, row)
        queue.add(desk, desk.accounts)
        tally.add_values(replace(desk.findings, reports=(), statements=()))
        made.put_texts(
            "incident",
            ((account_words(desk, a, r), r.n, 0) for a, r in zip(desk.accounts, rows, strict=True)),
        )
    made.keep_addresses()
    spots, places = columns.spots()
    made.put_columns(columns.columns(), spots, places)
    names = sorted({(p.name, p.country) for p in places})
    made.put_texts("place", ((place_words(name), f"{name}, {country}", 0) for name, country in names))
    queue.compare(made.neighbours())
    made.put_questions(queue.questions(made.places_of))


def _desk(made: Writing, mask: Mask, batch: tuple[tuple[int, Account], ...]) -> Desk:
    statements = (s for _, a in batch for s in statements_of(a))
    reports = (r for _, a in batch for r in a.reports)
    keys = frozenset(k for _, a in batch for k in sources_of(a))
    return desk_over(made.slice(statements, reports, keys, light=True), mask, batch)


def _account(made: Writing, desk: Desk, account: Account, row: AccountRow) -> None:
    told = desk.told(account.incident.statements)
    made.put_account(row, told)
    standing = tuple(standing_rows(desk, account))
    made.put_standing(standing, row.n)
    made.put_counts((key, 0, 0, 1, int(value.alone)) for key, value in standing)
    if row.start and not row.container and not row.link and len(row.places) == 1:
        place = row.places[0]
        spot = row.event, place.name, place.country
        made.put_near(Neighbour(spot, row.start, row.end, row.n, row.reports, told[0].id if told else ""))


def _sources(made: Writing, mask: Mask) -> int:
    """Put every source, those on whose word most stands first, and return how many there are."""
    counted = 0
    for source, counts in made.sources():
        counted += 1
        owner = made.sources_named([source.owner]).get(source.owner) if source.owner else None
        name, owner_name = (
            one_line(mask.words(n)) for n in (source.name, owner.name if owner else source.owner)
        )
        made.put_source(source_row(source, name, owner_name, counts), source_words(mask, name, source))
    made.list_sources()
    return counted
