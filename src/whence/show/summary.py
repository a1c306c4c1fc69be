"""The headline: how much looks corroborated by outlets, and how much still is by the origins behind it."""

from dataclasses import dataclass

from whence.model.finding import Findings
from whence.show.phrases import plural


@dataclass(frozen=True, slots=True)
class Headline:
    """Counts over the killed and injured statements and values of a case (denials left out).

    `values` are distinct values of incidents; `by_outlets` those that two or more outlets carry: they look
    corroborated.  `still` are those of them behind which at least two independent origins stand, `outlets_only` the
    others.  `by_origins` are all values with two origins or more, also those that one outlet alone carries.
    """

    reports: int
    unread: int
    claims: int
    values: int
    by_outlets: int
    by_origins: int
    still: int
    outlets_only: int

    @property
    def words(self) -> str:
        """The headline as two sentences."""
        r, c, v = self.reports, self.claims, self.values
        unread = f" ({self.unread} more could not be read)" if self.unread else ""
        alone = self.by_origins - self.still
        look, still = "looks" if self.by_outlets == 1 else "look", "is" if self.still == 1 else "are"
        more = (
            f" {alone:,} more {'has' if alone == 1 else 'have'} two or more origins within one outlet."
            if alone
            else ""
        )
        return (
            f"{r:,} {plural('report', r)}{unread} make {c:,} casualty {plural('claim', c)}, which give {v:,} "
            f"different {plural('toll', v)}. {self.by_outlets:,} {look} corroborated, being carried by two or more "
            f"outlets; {self.still:,} of them still {still} when the origins behind them are counted.{more}"
        )


def headline(findings: Findings) -> Headline:
    """Return the headline of `findings`."""
    aspects = [
        a for account in findings.accounts for a in account.aspects if a.aspect in ("killed", "injured")
    ]
    values = [v for a in aspects for v in a.values]
    claims = sum(s.aspect in ("killed", "injured") and s.stance != "denies" for s in findings.statements)
    outlets = [v for v in values if v.outlets >= 2]
    unread = sum(bool(r.unread) for r in findings.reports)
    return Headline(
        len(findings.reports) - unread,
        unread,
        claims,
        len(values),
        len(outlets),
        sum(v.behind.least >= 2 for v in values),
        sum(v.behind.least >= 2 for v in outlets),
        sum(v.behind.least < 2 for v in outlets),
    )
