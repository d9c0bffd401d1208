"""Which paths the server looks at."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.serve.http.read_only import DECODINGS, _is_plain_path

NAMES = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="/\\"), min_size=1)


@given(NAMES.filter(lambda name: "%" not in name and name not in {".", ".."}))
def test_every_name_of_a_routine_is_a_path(name: str) -> None:
    """Spaces, other scripts, dots within a name."""
    assert _is_plain_path(b"/routine/" + quote(name).encode())


@pytest.mark.parametrize("name", ["100%", "%", "50% off", "a..b", "...", "25%25"])
def test_percent_signs_and_dots_in_a_name_are_no_trick(name: str) -> None:
    """Only what leads elsewhere is refused."""
    assert _is_plain_path(b"/routine/" + quote(name).encode())


@given(st.integers(1, DECODINGS + 3), st.sampled_from(["/..", "/../x", "/a/../b", "/\\x", "/a\x00", "/a\n"]))
def test_no_number_of_encodings_hides_a_way_out(times: int, path: str) -> None:
    """However often each letter but the first slash is encoded upon itself."""
    hidden = "".join(f"%{ord(letter):02x}" for letter in path[1:])
    for _ in range(times - 1):
        hidden = hidden.replace("%", "%25")
    assert not _is_plain_path(f"/{hidden}".encode())


@given(st.binary(max_size=40))
def test_any_bytes_get_an_answer(path: bytes) -> None:
    """Nothing makes it fail, and what it lets through has no way up in it."""
    if _is_plain_path(b"/" + path):
        assert b".." not in path.split(b"/")
