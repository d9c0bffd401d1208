"""What the help page is made of, and where it comes from."""

from dataclasses import dataclass
from typing import Protocol

from routine_app.core.help.cookbook import Recipe
from routine_app.core.help.schema_keys import SchemaKeys


@dataclass(frozen=True, slots=True)
class HelpTexts:
    """The keys of a routine file, None if they cannot be had, and the examples of the cookbook."""

    keys: SchemaKeys | None
    recipes: tuple[Recipe, ...]
    is_cookbook_whole: bool = True


class HelpSource(Protocol):
    """What ships with the app for people who write routines."""

    def load(self) -> HelpTexts:
        """Read the keys and the examples; what is missing is in the log."""
