"""What `publish` says of the phone app that it built."""

from pathlib import Path

COMPILED = "Its Python is compiled ahead."
NOT_COMPILED = (
    "Its Python is not compiled ahead, for want of Node (nodejs.org): each start takes about one and a half times "
    "as long. Install Node and publish again to change that."
)
BYTES_IN_A_MEGABYTE = 1_000_000


def publish_lines(folder: Path, size_bytes: int, file_count: int, *, is_compiled: bool) -> str:
    """Where it is, how large, what the lack of Node costs, and what to do with it."""
    return "\n".join(
        [
            f"The phone app is in {folder}: {file_count} files, {size_bytes / BYTES_IN_A_MEGABYTE:.0f} MB.",
            COMPILED if is_compiled else NOT_COMPILED,
            "Put the folder on any https host; the address, opened once on a phone, can be added to its home screen.",
        ]
    )
