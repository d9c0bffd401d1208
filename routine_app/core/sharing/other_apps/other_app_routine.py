"""What comes of a file of another app."""

from dataclasses import dataclass


class PeerFileError(Exception):
    """A file of another app is broken; the message is one sentence that says where, and what to do."""


@dataclass(frozen=True, slots=True)
class PeerRoutine:
    """A routine as text, and in a sentence each what of the other app's could not be carried over.

    `app` is the name of the app that wrote it.
    """

    app: str
    title: str
    yaml_text: str
    losses: tuple[str, ...]
