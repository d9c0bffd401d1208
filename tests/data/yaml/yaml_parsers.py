"""PyYAML's two parsers: the fast one in C, and the one in Python, which is all that the phone app has."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import pytest
import yaml

from routine_app.data.routines.reader.routine import read_routine
from routine_app.data.yaml import tree as yaml_tree
from tests.data.measured_readings import loader_of

Outcome = TypeVar("Outcome")

PARSERS = tuple(name for name in ("CSafeLoader", "SafeLoader") if hasattr(yaml, name))
"""Those that PyYAML has here: without its C part, the app has the second alone everywhere."""


@contextmanager
def reading_with(parser: str) -> Iterator[None]:
    """Meanwhile, the app reads with that parser, and remembers nothing that another one read."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_tree, "LOADER", loader_of(parser))
        read_routine.cache_clear()
        yield
    read_routine.cache_clear()


def with_each_parser(work: Callable[[], Outcome]) -> Outcome:
    """What comes of some work with routine files, which must be the same with each parser."""
    outcomes = {}
    for parser in PARSERS:
        with reading_with(parser):
            outcomes[parser] = work()
    first, *others = outcomes.values()
    assert [other for other in others if other != first] == [], outcomes
    return first
