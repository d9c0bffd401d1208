"""The keys of a kind of file, by which a mistake in one is known from a text."""

from typing import NamedTuple


class FileWords(NamedTuple):
    """All keys of a kind of file; those that a text follows, and those that a list does."""

    keys: frozenset[str]
    texts: frozenset[str]
    lists: frozenset[str]

    def has(self, word: str) -> bool:
        """Whether a word is a key, in capitals or not."""
        return word.lower() in self.keys
