"""A case on disk with the hand-made findings, and a browser's session at its desk."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import showcase
from starlette.testclient import TestClient

from whence.flow.case import Case
from whence.flow.settings import Settings
from whence.model.finding import Findings, Incident, incident_id
from whence.preserve.vault import Vault
from whence.show.web.app import make_app
from whence.show.web.library import Library
from whence.store import generations, tables

PORT, TOKEN = 8123, "the-printed-token"
ORIGIN = f"http://127.0.0.1:{PORT}"
HTML = b"<html><body><script>alert(1)</script><img src=https://elsewhere.example/x><p>Two people were injured.</p>"


def findings() -> Findings:
    """The showcase with ids as a build makes them, so that old addresses can be told."""
    found = showcase.findings()
    told = {s.id: s for s in found.statements}

    def named(i: Incident) -> Incident:
        return replace(i, id=incident_id(told[i.statements[0]]))

    accounts = tuple(replace(a, incident=named(a.incident)) for a in found.accounts)
    return replace(found, accounts=accounts, incidents=tuple(map(named, found.incidents)))


def make_case(path: Path, found: Findings | None = None, *, mask: bool = True) -> Case:
    """Return a case that publishes the findings; the bytes of every report are in its vault, one as HTML."""
    case = Case.create(path, Settings("Keld", mask=mask))
    vault, found = Vault(case.layout), found or findings()
    reports = []
    for report in found.reports:
        hostile = report.label == "hostile-1"
        capture = vault.put(
            HTML if hostile else report.text.encode(), "text/html" if hostile else "text/plain"
        )
        reports.append(replace(report, captures=((capture.digest, ""),)))
    publish(case, replace(found, reports=tuple(reports)))
    return case


def publish(case: Case, found: Findings) -> str:
    """Publish the findings as a build would."""
    name = generations.publish(case.layout, "ab" * 32, partial(_write, found))
    with case.writing():
        case._log(
            "built", {"generation": name, **{f"journal:{k}": v for k, v in case.journal.heads().items()}}
        )
    return name


def _write(found: Findings, folder: Path) -> None:
    tables.write(folder, found)


def visitor(library: Library, *, enter: bool = True) -> TestClient:
    """Return a browser at the desk, with a session unless told otherwise."""
    client = TestClient(make_app(library, TOKEN, PORT), base_url=ORIGIN, follow_redirects=False)
    if enter:
        assert client.get(f"/?token={TOKEN}").status_code == 303
    return client


def csrf(client: TestClient) -> str:
    """Return the CSRF token that pages give to this session."""
    return str(client.get("/").text.split('"X-CSRF": "')[1].split('"')[0])


def post(client: TestClient, path: str, **form: str):  # type: ignore[no-untyped-def]
    """Send a form as the browser would from a page of the desk."""
    return client.post(path, data={"csrf": csrf(client), **form}, headers={"origin": ORIGIN})
