"""Which paths the server looks at."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.serve.http.read_only import DECODINGS, refusal_unless_reading

NAMES = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="/\\"), min_size=1)


def status_of(path: bytes) -> int:
    """With what a request for that path is refused; 200 if it is not."""
    scope = {"method": "GET", "headers": [], "raw_path": path, "query_string": b""}
    refusal = refusal_unless_reading(scope)
    return 200 if refusal is None else refusal.status_code


@given(NAMES.filter(lambda name: "%" not in name and name not in {".", ".."}))
def test_every_name_of_a_routine_is_a_path(name: str) -> None:
    """Spaces, other scripts, dots within a name."""
    assert status_of(b"/routine/" + quote(name).encode()) == 200


@pytest.mark.parametrize("name", ["100%", "%", "50% off", "a..b", "...", "25%25"])
def test_percent_signs_and_dots_in_a_name_are_no_trick(name: str) -> None:
    """Only what leads elsewhere is refused."""
    assert status_of(b"/routine/" + quote(name).encode()) == 200


@given(st.integers(1, DECODINGS + 3), st.sampled_from(["/..", "/../x", "/a/../b", "/\\x", "/a\x00", "/a\n"]))
def test_no_number_of_encodings_hides_a_way_out(times: int, path: str) -> None:
    """However often each letter but the first slash is encoded upon itself."""
    hidden = "".join(f"%{ord(letter):02x}" for letter in path[1:])
    for _ in range(times - 1):
        hidden = hidden.replace("%", "%25")
    assert status_of(f"/{hidden}".encode()) == 400


@given(st.binary(max_size=40))
def test_any_bytes_get_an_answer(path: bytes) -> None:
    """Nothing makes it fail, and what it lets through has no way up in it."""
    if status_of(b"/" + path) == 200:
        assert b".." not in path.split(b"/")
