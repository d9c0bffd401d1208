"""Several shelves as one."""

from collections.abc import Sequence

import pytest

from routine_app.core.cues.audio_sources import Clip
from routine_app.data.voice.fallback import FallbackVoice


class FakeShelf:
    """Has some sentences, and remembers what it was to prepare."""

    def __init__(self, name: str, *sentences: str) -> None:
        self.clips = (Clip(name.encode(), 1.0),)
        self.sentences = set(sentences)
        self.prepared: list[tuple[str, ...]] = []

    def find(self, sentences: Sequence[str]) -> tuple[Clip, ...] | None:
        """The same clips for any of its sentences, if it has all of these."""
        return self.clips if self.sentences.issuperset(sentences) else None

    def prepare(self, sentences: Sequence[str]) -> None:
        """Remember."""
        self.prepared.append(tuple(sentences))


@pytest.fixture
def shipped() -> FakeShelf:
    """Hold what ships."""
    return FakeShelf("shipped", "Rest.", "Left side.")


@pytest.fixture
def rendered() -> FakeShelf:
    """Hold what was rendered."""
    return FakeShelf("rendered", "Rest.", "My stretch.")


def test_the_first_that_has_all(shipped: FakeShelf, rendered: FakeShelf) -> None:
    """What is said at once comes from one shelf."""
    shelf = FallbackVoice([shipped, rendered])
    assert shelf.find(["Rest."]) is shipped.clips
    assert shelf.find(["My stretch.", "Rest."]) is rendered.clips
    assert shelf.find(["My stretch.", "Left side."]) is None
    assert FallbackVoice([]).find(["Rest."]) is None


def test_what_ships_is_not_rendered(shipped: FakeShelf, rendered: FakeShelf) -> None:
    """The next shelf hears nothing if the first has all."""
    FallbackVoice([shipped, rendered]).prepare(["Rest.", "Left side."])
    assert (shipped.prepared, rendered.prepared) == ([("Rest.", "Left side.")], [])


def test_beside_a_missing_sentence_all_are_rendered(shipped: FakeShelf, rendered: FakeShelf) -> None:
    """Since what is said at once comes from one shelf, the neighbours of a missing sentence are wanted too."""
    FallbackVoice([shipped, rendered]).prepare(["Rest.", "Mine."])
    assert (shipped.prepared, rendered.prepared) == ([("Rest.", "Mine.")], [("Rest.", "Mine.")])


def test_one_shelf_or_none(shipped: FakeShelf) -> None:
    """It works with what there is."""
    FallbackVoice([]).prepare(["Rest."])
    FallbackVoice([shipped]).prepare(["Mine."])
    assert shipped.prepared == [("Mine.",)]
