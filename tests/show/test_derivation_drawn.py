"""How the drawing of who has it from whom names the outlets."""

from dataclasses import replace

import showcase

from whence.model.finding import Source
from whence.show.desk import make_desk
from whence.show.web.derivation import draw


def _boxes(owner: str) -> list[str]:
    """What the outlets are called where the one outlet of a toll is folded into `owner` ("" for itself alone)."""
    held = showcase.findings()
    own = next(s for s in held.statements if not s.hops and s.aspect == "injured")
    key = held.sources.of_outlet[own.report]
    table = {
        **held.sources.sources,
        key: replace(held.sources.sources[key], owner=owner),
        "holding": Source("holding", "Amsel Holding", "organisation"),
    }
    desk = make_desk(replace(held, sources=replace(held.sources, sources=table)), mask=True)
    count = next(a.speaking for account in desk.accounts for a in account.aspects if a.aspect == "injured")
    folded = replace(
        count.origins[0], source="monitor", name="Tamarin Monitor", chains=((owner or key, "monitor"),)
    )
    drawing = draw(desk, replace(count, origins=(folded,)))
    assert drawing is not None
    return [n.title for n in drawing.nodes if n.kind == "outlet"]


def test_an_outlet_that_is_folded_into_its_owner_is_drawn_by_its_own_name() -> None:
    assert _boxes("holding") == ["Amsel Gazette (Amsel Holding)"]


def test_an_outlet_that_stands_for_itself_bears_its_name_alone() -> None:
    assert _boxes("") == ["Amsel Gazette"]
