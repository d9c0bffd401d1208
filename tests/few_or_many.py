"""How often the tests that generate what they try do so."""

import os


def few_or_many(few: int, many: int) -> int:
    """The first number where somebody works; the second, which takes its time, where CI is set, as .ci/run does."""
    return many if os.environ.get("CI") else few
