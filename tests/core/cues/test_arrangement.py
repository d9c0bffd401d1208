"""Sounds on their moments, and words between them: what is moved, shortened and left out, in that order."""

import pytest

from routine_app.core.cues.arrangement import LATE_FRAMES, Form, Moment, Placed, arranged, frame_at
from routine_app.core.cues.mp3 import FRAME_SECONDS, frame_count
from routine_app.core.cues.sounds import Sound
from tests.core.cues.sample_clips import clip_of

END = frame_at(30.0)


def beep(at_seconds: float, frames: int = 12) -> Moment:
    """A beep."""
    return Moment(at_seconds, (Sound.HOLD_BEEP, clip_of(frames)))


def said(at_seconds: float, *forms: Form) -> Moment:
    """Words."""
    return Moment(at_seconds, None, forms)


def form(**seconds: float) -> Form:
    """Sentences that last so long."""
    return tuple((name, clip_of(frame_at(length))) for name, length in seconds.items())


def told(placed: list[Placed]) -> list[tuple[float, str]]:
    """When each begins, to a tenth of a second."""
    return [(round(clip.frame * FRAME_SECONDS, 1), clip.what) for clip in placed]


def test_sounds_are_on_the_frame_nearest_to_their_moment() -> None:
    """Which is at most 13 ms from it."""
    moments = [beep(at) for at in (0.0, 7.0, 8.0, 9.123)]
    placed = arranged(0, END, moments)
    assert [clip.frame for clip in placed] == [frame_at(moment.at_seconds) for moment in moments]
    assert (
        max(abs(clip.frame * FRAME_SECONDS - m.at_seconds) for clip, m in zip(placed, moments, strict=True))
        <= 0.0131
    )


def test_a_sound_that_another_follows_too_soon_is_cut_where_that_begins() -> None:
    """The later one is whole; of two in one frame the later one alone is heard."""
    placed = arranged(0, END, [beep(1.0), beep(1.1), beep(5.0), beep(5.001)])
    assert [frame_count(clip.clip) for clip in placed] == [frame_at(1.1) - frame_at(1.0), 12, 12]


def test_a_sound_is_cut_where_its_step_ends() -> None:
    """The next one has its own at once."""
    (placed,) = arranged(0, 5, [beep(0.0)])
    assert frame_count(placed.clip) == 5


def test_words_come_after_the_sound_of_their_moment() -> None:
    """At once."""
    moment = Moment(2.0, (Sound.HALFWAY, clip_of(20)), (form(Halfway=1.0),))
    sound, words = arranged(0, END, [moment])
    assert (sound.what, words.what) == (Sound.HALFWAY, "Halfway")
    assert words.frame == sound.end


def test_words_begin_on_their_moment_where_nothing_is_in_the_way() -> None:
    """Never before it, sentence after sentence."""
    one, two = arranged(0, END, [said(2.0, form(One=1.0, Two=1.0))])
    assert 0 <= one.frame * FRAME_SECONDS - 2.0 < FRAME_SECONDS
    assert two.frame == one.end


def test_words_wait_for_others_to_end() -> None:
    """For up to three seconds."""
    assert told(arranged(0, END, [said(1.0, form(Long=4.0)), said(3.0, form(Late=1.0))])) == [
        (1.0, "Long"),
        (5.0, "Late"),
    ]


def test_words_that_would_put_off_the_next_too_long_are_shortened() -> None:
    """The next are said within three seconds of their moment."""
    first = said(1.0, form(Name=1.0, Length=5.0), form(Name=1.0))
    assert told(arranged(0, END, [first, said(2.0, form(Cue=1.0))])) == [(1.0, "Name"), (2.0, "Cue")]


def test_words_that_would_run_into_a_sound_wait_until_it_is_over() -> None:
    """If that is soon enough."""
    assert told(arranged(0, END, [beep(5.0), said(4.5, form(Cue=1.0))]))[1] == (5.3, "Cue")


def test_words_that_would_run_into_sounds_begin_earlier() -> None:
    """By as little as may be."""
    beeps = [beep(at) for at in (5.0, 6.0, 7.0)]
    assert told(arranged(0, frame_at(8.0), [said(4.5, form(Cue=1.0)), *beeps]))[0] == (4.0, "Cue")


def test_words_never_begin_before_their_step() -> None:
    """Nor before other words end."""
    beeps = [beep(at) for at in (1.0, 2.0, 3.0)]
    assert told(arranged(frame_at(0.5), frame_at(4.0), [said(0.5, form(Cue=0.8)), *beeps])) == told(
        arranged(0, frame_at(4.0), beeps)
    )


def test_words_take_the_longest_form_that_fits() -> None:
    """Shorter ones, in their order, only where the whole fits neither later nor earlier."""
    beeps = [beep(at) for at in (2.0, 3.0, 4.0)]
    forms = form(Name=1.0, Side=1.0, Length=1.0), form(Name=1.0, Side=1.0), form(Side=1.0)
    assert told(arranged(0, frame_at(5.0), [said(0.0, *forms), *beeps]))[:2] == [(0.0, "Name"), (1.0, "Side")]
    assert told(arranged(frame_at(0.9), frame_at(5.0), [said(0.9, *forms), *beeps]))[0] == (0.9, "Side")


@pytest.mark.parametrize("seconds", [3.1, 30.0])
def test_what_fits_in_no_form_is_left_out(seconds: float) -> None:
    """The sounds stay."""
    beeps = [beep(at) for at in (3.0, 4.0, 5.0)]
    assert told(arranged(0, frame_at(6.0), [said(0.0, form(Long=seconds)), *beeps])) == told(
        arranged(0, frame_at(6.0), beeps)
    )


def test_words_later_than_three_seconds_are_left_out() -> None:
    """What stands in the way for longer leaves no place."""
    placed = arranged(
        0, END, [said(0.0, form(Other=1.0)), said(0.5, form(Late=1.0))], words_from=LATE_FRAMES + 30
    )
    assert told(placed) == []
