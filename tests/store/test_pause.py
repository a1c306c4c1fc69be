"""Collection is held back for a block alone, whatever ends it."""

import gc

import pytest

from whence.store.pause import collector_paused


def test_collection_goes_on_after_the_block_even_if_it_raises() -> None:
    assert gc.isenabled()
    with pytest.raises(ValueError, match="x"), collector_paused():
        raise ValueError("x")
    assert gc.isenabled()


def test_who_had_paused_it_before_is_left_alone() -> None:
    with collector_paused():
        with collector_paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
