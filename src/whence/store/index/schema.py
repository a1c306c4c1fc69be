"""The tables of desk.sqlite.  `record` columns hold a model's value as packed canonical JSON, `row` columns a row's.

Reports and statements are numbered in the order of the findings; what names them elsewhere holds the number.
"""

import dataclasses
from typing import Final

from whence.model.ids import content_id
from whence.store.index import rows

KINDS: Final = ("report", "statement", "source", "place", "incident")  # what can be searched
ALONE: Final = (
    "statement",
    "source",
    "incident",
)  # of which each is searched as one text, under its own number

TABLES: Final = """
create table meta(key text primary key, value text not null) without rowid;
create table dictionary(kind text primary key, data blob not null) without rowid;
create table account(n integer primary key, id text not null, at integer not null, row text not null);
create table account_record(at integer primary key, record blob not null);
create table member(statement integer primary key, account integer not null);
create table alias(key integer primary key, n integer not null);
create table report(n integer primary key, id text not null unique, record blob not null);
create table listed(seq integer primary key, report integer not null, unread integer not null, row text not null);
create table statement(n integer primary key, id text not null, report integer not null, start integer not null,
                       stop integer not null, record blob not null);
create table hop(statement integer, i integer, source text not null, primary key(statement, i)) without rowid;
create table role(report integer, role text, i integer, source text not null, primary key(report, role, i))
    without rowid;
create table source(n integer primary key, key text not null, address text not null, row text not null);
create table source_record(key text primary key, record blob not null) without rowid;
create table owned(owner text, n integer, primary key(owner, n)) without rowid;
create table resting(source text, seq integer, statement integer not null, primary key(source, seq)) without rowid;
create table relying(source text, seq integer, other text not null, count integer not null,
                     primary key(source, seq)) without rowid;
create table standing(source text, seq integer, row text not null, primary key(source, seq)) without rowid;
create table copy(report integer, seq integer, record blob not null, primary key(report, seq)) without rowid;
create table person(seq integer primary key, report integer not null, private integer not null, record blob not null);
create table withheld(form text primary key) without rowid;
create table sensitive(report integer, seq integer, record blob not null, primary key(report, seq)) without rowid;
create table capture(digest text primary key, record text not null) without rowid;
create table trouble(seq integer primary key, record text not null);
create table mark(statement text primary key, value text not null) without rowid;
create table rating(about text not null, record text not null);
create table question(rank integer primary key, row text not null);
create table place(code integer primary key, row text not null);
create table facet(name text, code integer, key text not null, words text not null, primary key(name, code))
    without rowid;
create table numbers(name text primary key, data blob not null);
"""
# made when the rows are there: sorting once is quicker than finding the place of each
LOADED: Final = """
create unique index statement_id on statement(id);
create index statement_report on statement(report, start, stop);
create index role_source on role(source, role, report);
create index person_report on person(report);
create index rating_about on rating(about);
"""
TOLD: Final = """
create index account_id on account(id);
create index listed_report on listed(report);
create index listed_unread on listed(seq) where unread;
create unique index source_key on source(key);
create index source_address on source(address);
"""
SEARCH: Final = """
create virtual table find_{kind} using fts5(words, key unindexed, at unindexed,
    tokenize = "unicode61 remove_diacritics 2", prefix = '2 3', detail = full);
insert into find_{kind}(find_{kind}, rank) values('hashsize', 33554432);
"""
_ROWS: Final = (
    rows.AccountRow, rows.ValueRow, rows.PlaceRow, rows.ReportRow, rows.SourceRow, rows.QuestionRow, rows.StandingRow,
    rows.OverviewRow, rows.Lead, rows.Voice,
)  # fmt: skip
# an index of another version is made anew: of other tables, or of rows with other fields
VERSION: Final = content_id(
    "index",
    *(TABLES, LOADED, TOLD, SEARCH),
    *(f"{r.__name__}.{f.name}" for r in _ROWS for f in dataclasses.fields(r)),
)
