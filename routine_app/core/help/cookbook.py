"""The examples of the cookbook: small routine files, each of which shows one thing."""

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"^[0-9]+-")


@dataclass(frozen=True, slots=True)
class Recipe:
    """One example: the name of its file, and its text, which begins with a comment that says what it shows.

    The comment is "# Left and right: `sides: each` does both sides.": what it is about, a colon, and more.
    """

    file_name: str
    text: str

    @property
    def title(self) -> str:
        """What the example is about, or its file's name if no comment says it."""
        return self._comment()[0] or self.own_file_name

    @property
    def shows(self) -> str:
        """What the example shows, as a sentence with backticks; empty if no comment says it."""
        return self._comment()[1]

    @property
    def own_file_name(self) -> str:
        """The name for a user's copy of the file, without its number: `weak-side.yaml`."""
        return _NUMBER.sub("", self.file_name)

    @property
    def code(self) -> str:
        """The example's text without its comment."""
        first_line, _, rest = self.text.partition("\n")
        return (rest if first_line.startswith("#") else self.text).strip()

    def _comment(self) -> tuple[str, str]:
        first_line = self.text.partition("\n")[0].strip()
        if not first_line.startswith("#"):
            return "", ""
        title, _, words = first_line.lstrip("# ").partition(": ")
        return title, words[:1].upper() + words[1:]
