"""What is said of arguments that no command takes."""

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    "arguments",
    [
        ["stretch"],
        ["plan"],
        ["list", "--jsn"],
        ["list", "--js"],
        ["history", "--json", "--csv"],
        ["serve", "--port", "65536"],
        ["serve", "--port", "-1"],
        ["serve", "--port", "eighty"],
    ],
)
def test_wrong_usage_is_one_line_and_two(run: Run, arguments: list[str]) -> None:
    """No usage text of ten lines: one sentence that says where the help is."""
    outcome = run(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("routine-app: ")
    assert outcome.err.count("\n") == 1
    assert "--help` says" in outcome.err
