"""What a file of another app becomes."""

from dataclasses import dataclass


class OtherAppFileError(Exception):
    """A file of another app is broken; the message is one sentence that says where, and what to do."""


@dataclass(frozen=True, slots=True)
class OtherAppRoutine:
    """A routine as text, and in a sentence each what of the other app's could not be carried over.

    `app` is the name of the app that wrote it.
    """

    app: str
    title: str
    yaml_text: str
    unsupported: tuple[str, ...]
