"""Files read up to a limit."""

import tracemalloc
from pathlib import Path

import pytest

from routine_app.data.files.version import FEW_BYTES, read_at_most


@pytest.mark.parametrize("limit_bytes", [0, 10, FEW_BYTES - 1, FEW_BYTES, 3 * FEW_BYTES])
@pytest.mark.parametrize("beyond", [-2, -1, 0, 1, 2])
def test_one_byte_beyond_the_limit_is_read_and_no_more(tmp_path: Path, limit_bytes: int, beyond: int) -> None:
    """That byte tells a file which is too large."""
    content = bytes(range(256)) * (limit_bytes // 256 + 1)
    for size in (limit_bytes + beyond, FEW_BYTES + beyond):
        (tmp_path / "file").write_bytes(content[: max(size, 0)])
        assert read_at_most(tmp_path / "file", limit_bytes) == content[: max(size, 0)][: limit_bytes + 1]


def test_a_small_file_takes_little_room(tmp_path: Path) -> None:
    """As much as the limit allows was asked for each time, and given back."""
    (tmp_path / "file").write_bytes(b"title: T")
    tracemalloc.start()
    read_at_most(tmp_path / "file", 1024 * 1024)
    _, most_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most_bytes < 100 * 1024
