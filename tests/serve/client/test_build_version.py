"""What a build consists of, and the name of its version."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from routine_app.serve.client.build_version import hash_files, version_of

HASHES = st.dictionaries(st.text(max_size=5), st.text("0123456789abcdef", max_size=5), max_size=5)


def test_each_file_has_its_sha_256(tmp_path: Path) -> None:
    """By its name from the folder, with slashes; the figures are those of NIST's examples."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "abc.txt").write_bytes(b"abc")
    (tmp_path / "empty").write_bytes(b"")
    assert hash_files(tmp_path) == {
        "a/b/abc.txt": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "empty": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    }


@given(HASHES, HASHES)
def test_a_version_is_of_its_files_alone(one: dict[str, str], other: dict[str, str]) -> None:
    """In whatever order they come."""
    assert (version_of(one) == version_of(other)) == (one == other)
    assert version_of(one) == version_of(dict(reversed(one.items())))


def test_a_version_fits_an_address() -> None:
    """Sixteen hexadecimal digits."""
    assert len(version_of({"a": "1"})) == 16
    assert set(version_of({"a": "1"})) <= set("0123456789abcdef")
