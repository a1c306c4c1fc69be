"""The tables of desk.sqlite.  `record` columns hold a model's value as packed canonical JSON, `row` columns a row's."""

import dataclasses
from typing import Final

from whence.model.ids import content_id
from whence.store.index import rows

KINDS: Final = ("report", "statement", "source", "place", "incident")  # what can be searched

TABLES: Final = """
create table meta(key text primary key, value text not null) without rowid;
create table account(n integer primary key, id text not null, row text not null, record blob not null);
create index account_id on account(id);
create table alias(key integer primary key, n integer not null);
create table report(id text primary key, seq integer not null, unread integer not null, row text not null,
                    record blob not null);
create index report_seq on report(seq);
create index report_unread on report(seq) where unread;
create table statement(id text primary key, seq integer not null, report text not null, account integer not null,
                       record blob not null);
create index statement_report on statement(report, seq);
create table hop(statement text, i integer, source text not null, primary key(statement, i)) without rowid;
create table role(report text, role text, i integer, source text not null, primary key(report, role, i)) without rowid;
create index role_source on role(source, role);
create table source(key text primary key, address text not null, seq integer not null, row text not null,
                    record blob not null);
create index source_seq on source(seq);
create index source_address on source(address);
create table resting(source text, seq integer, statement text not null, primary key(source, seq)) without rowid;
create table relying(source text, seq integer, other text not null, count integer not null,
                     primary key(source, seq)) without rowid;
create table standing(source text, seq integer, row text not null, primary key(source, seq)) without rowid;
create table copy(report text, seq integer, record blob not null, primary key(report, seq)) without rowid;
create table person(report text not null, record blob not null);
create index person_report on person(report);
create table sensitive(report text not null, record blob not null);
create index sensitive_report on sensitive(report);
create table capture(digest text primary key, record text not null) without rowid;
create table trouble(seq integer primary key, record text not null);
create table mark(statement text primary key, value text not null) without rowid;
create table rating(about text not null, record text not null);
create index rating_about on rating(about);
create table question(rank integer primary key, row text not null, first text not null, second text not null);
create table facet(name text, code integer, key text not null, words text not null, primary key(name, code))
    without rowid;
create table numbers(name text primary key, data blob not null);
"""
SEARCH: Final = """
create virtual table find_{kind} using fts5(words, key unindexed, at unindexed,
    tokenize = "unicode61 remove_diacritics 2", prefix = '2 3', detail = full);
"""
_ROWS: Final = (
    rows.AccountRow, rows.ValueRow, rows.PlaceRow, rows.ReportRow, rows.SourceRow, rows.QuestionRow, rows.StandingRow,
    rows.OverviewRow, rows.Lead, rows.Voice,
)  # fmt: skip
# an index of another version is made anew: of other tables, or of rows with other fields
VERSION: Final = content_id(
    "index", TABLES, SEARCH, *(f"{r.__name__}.{f.name}" for r in _ROWS for f in dataclasses.fields(r))
)
