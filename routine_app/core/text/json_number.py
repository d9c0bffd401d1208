"""Numbers as the app's JSON has them."""


def json_number(number: float) -> int | float:
    """The number rounded to thousandths, as an int if it is whole then."""
    rounded = round(number, 3)
    return int(rounded) if rounded == int(rounded) else rounded
