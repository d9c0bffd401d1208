"""Numbers as JSON has them."""

import pytest

from routine_app.core.text.json_parsing import json_number


@pytest.mark.parametrize(("number", "text"), [(10.0, "10"), (30.5, "30.5"), (10 / 3, "3.333"), (0.0, "0")])
def test_a_number_of_the_json_is_short(number: float, text: str) -> None:
    """Whole ones are ints, others rounded to thousandths."""
    assert str(json_number(number)) == text
