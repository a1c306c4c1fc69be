"""Whence: who says so, whom they have it from, and how many independent origins remain.

The rooms, in the order in which data flows: ``model`` (the nouns), ``preserve`` (bytes in, never
changed), ``read`` (bytes to statements), ``link`` (which statements speak of one thing), ``weigh``
(origins, agreement, accounts), ``journal`` (what people decided), ``store`` (what can be rebuilt),
``flow`` (the order, and the only clock), ``show`` (what people see).
"""

__version__ = "0.1.0"
