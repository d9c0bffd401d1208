"""A routine as an MP3: its name, its chapters, its size, and which words it lacks."""

import pytest

from routine_app.core.cues.mp3 import FRAME_SECONDS, HEARD_AFTER_SECONDS
from routine_app.core.cues.recording import Recording, chime_words, record, recording_name
from routine_app.core.cues.soundtrack import Shelf
from routine_app.core.routine.hold_length import Length
from tests.core.cues.sample_clips import SampleSounds, SampleVoice
from tests.core.cues.test_id3 import frames_of
from tests.id3_tag import split_tag
from tests.ui.session_plan import END_SECONDS, PIGEON, ROUTINE

SHELF = Shelf(SampleSounds(), SampleVoice())
ICON = b"\x89PNG icon"
TWO_ROUNDS = ROUTINE._replace(stretches=(PIGEON, PIGEON._replace(name="Quad pull")), rounds=2)


def tags(recording: Recording) -> list[tuple[str, bytes]]:
    """The frames of its tag."""
    return list(frames_of(split_tag(recording.mp3)[0]))


def words(body: bytes) -> str:
    """The words of a frame of text."""
    return body[1:].decode("utf-16")


def test_it_tells_what_it_is() -> None:
    """The routine's name, with its length if that is not the usual; the app's icon."""
    told = dict(tags(record(ROUTINE, Length.NORMAL, SHELF, ICON)))
    assert [words(told[name]) for name in ("TIT2", "TALB", "TPE1")] == ["Hips", "Hips", "Routine App"]
    assert told["APIC"].endswith(ICON)
    assert words(dict(tags(record(ROUTINE, Length.SHORT, SHELF, None)))["TIT2"]) == "Hips, short"


def test_it_is_as_long_as_the_plan_and_its_last_words() -> None:
    """In what it tells, too."""
    recording = record(ROUTINE, Length.NORMAL, SHELF, None)
    assert END_SECONDS < recording.seconds < END_SECONDS + 3
    assert int(words(dict(tags(recording))["TLEN"])) == round(recording.seconds * 1000)
    assert recording.seconds / FRAME_SECONDS == pytest.approx(round(recording.seconds / FRAME_SECONDS))


def test_a_chapter_for_each_stretch_of_each_round() -> None:
    """From where one gets ready for it until the next."""
    recording = record(TWO_ROUNDS, Length.NORMAL, SHELF, None)
    bodies = [body for name, body in tags(recording) if name == "CHAP"]
    times = [tuple(int.from_bytes(body[at : at + 4]) for at in (3, 7)) for body in bodies]
    assert [words(dict(frames_of(body[19:]))["TIT2"]) for body in bodies] == ["Pigeon pose", "Quad pull"] * 2
    heard = round(HEARD_AFTER_SECONDS * 1000)
    assert [begin for begin, _ in times] == [at * 1000 + heard for at in (0, 75, 150, 225)]
    assert [end for _, end in times] == [*(begin for begin, _ in times[1:]), round(recording.seconds * 1000)]


def test_it_names_the_words_that_it_lacks() -> None:
    """Each sentence once, and none that it has."""
    shelf = Shelf(SampleSounds(), SampleVoice(lacks=("Sink the hips.", "Ten more.")))
    assert record(ROUTINE, Length.NORMAL, shelf, None).missing == ("Sink the hips.", "Ten more.")
    assert record(ROUTINE, Length.NORMAL, SHELF, None).missing == ()


def test_the_name_of_its_file() -> None:
    """Each length has one of its own, so that none takes another's place."""
    names = [recording_name("the runner", length) for length in Length]
    assert names == ["the runner-short.mp3", "the runner.mp3", "the runner-long.mp3"]


@pytest.mark.parametrize(
    ("count", "most_named", "listed"),
    [
        (1, None, '"A"'),
        (2, None, '"A" and "B"'),
        (3, 3, '"A", "B" and "C"'),
        (4, None, '"A", "B", "C" and "D"'),
        (4, 3, '"A", "B", "C" and 1 more'),
        (5, 3, '"A", "B", "C" and 2 more'),
        (5, None, '"A", "B", "C", "D" and "E?"'),
    ],
)
def test_what_is_said_of_what_it_lacks(count: int, most_named: int | None, listed: str) -> None:
    """All of it, or the first and how many more."""
    missing = ("A.", "B.", "C.", "D.", "E?")[:count]
    place = "its" if count == 1 else "their"
    said = f"No voice here says {listed}: a chime stands in {place} place."
    assert chime_words(missing, most_named) == said


def test_nothing_is_said_where_nothing_is_missing() -> None:
    """Not even that."""
    assert chime_words(()) == ""
