"""The order of the tests."""

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the browser's tests first: they wait more than they compute, and whoever is done with them has others to do."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)
