"""The order of the tests, and how many run side by side."""

import os

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the browser's tests first: they wait more than they compute, and whoever is done with them has others to do."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Start one worker more than there are cores, for `-n auto`: browsers leave room for it."""
    return (os.cpu_count() or 1) + 1
