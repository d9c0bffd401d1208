"""Two histories made one: nothing is lost, and no order of joining makes a difference."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from routine_app.core.history.contents import HistoryContents
from routine_app.core.history.exchange.history_json import history_document
from routine_app.core.history.exchange.merge import JoinCount, count_join, join_words, joined
from tests.core.history.exchange.sample_session import SESSION
from tests.core.history.generated_histories import CROWDED, at, histories, of_many
from tests.core.history.whole_history import came_in, written


@of_many
@given(histories(CROWDED))
def test_joining_a_history_with_itself_changes_nothing(contents: HistoryContents) -> None:
    """Nor with an empty one; every session is the very object that it was."""
    for other in (contents, HistoryContents()):
        outcome = joined(contents, other)
        assert outcome == contents
        assert written(outcome) == written(contents)
        assert list(map(id, outcome.sessions)) == list(map(id, contents.sessions))


@of_many
@given(histories(CROWDED), histories(CROWDED))
def test_it_does_not_matter_which_comes_first(one: HistoryContents, other: HistoryContents) -> None:
    """To the letter, though two may say the same instant with different offsets."""
    assert written(joined(one, other)) == written(joined(other, one))


@of_many
@given(histories(CROWDED), histories(CROWDED), histories(CROWDED))
def test_it_does_not_matter_which_are_joined_first(
    one: HistoryContents, two: HistoryContents, three: HistoryContents
) -> None:
    """Three devices may meet in any order."""
    assert written(joined(joined(one, two), three)) == written(joined(one, joined(two, three)))


@of_many
@given(histories(CROWDED), histories(CROWDED))
def test_what_was_joined_adds_nothing_more(ours: HistoryContents, theirs: HistoryContents) -> None:
    """A second import of the same file changes nothing."""
    once = joined(ours, theirs)
    again = joined(once, theirs)
    assert written(again) == written(once)
    assert list(map(id, again.sessions)) == list(map(id, once.sessions))
    count = count_join(once, theirs, again)
    assert (count.new, count.changed, count.gone) == (0, 0, 0)


@of_many
@given(histories(CROWDED), histories(CROWDED))
def test_nothing_is_lost_but_what_was_deleted(ours: HistoryContents, theirs: HistoryContents) -> None:
    """Every session, with its longest holds; and every deletion."""
    outcome = joined(ours, theirs)
    had = {session.session_id for session in (*ours.sessions, *theirs.sessions)}
    assert outcome.deleted == ours.deleted | theirs.deleted
    assert {session.session_id for session in outcome.sessions} == had - outcome.deleted
    held = {session.session_id: session.held_seconds for session in outcome.sessions}
    for session in (*ours.sessions, *theirs.sessions):
        assert held.get(session.session_id, float("inf")) >= session.held_seconds


@of_many
@given(histories(CROWDED))
def test_history_json_changes_nothing_where_it_came_from(contents: HistoryContents) -> None:
    """It leaves out lengths and times that the history has; its holds are numbered as they stand."""
    sessions = [
        replace(session, holds=tuple(replace(hold, hold_index=i) for i, hold in enumerate(session.holds)))
        for session in contents.sessions
    ]
    ours = replace(contents, sessions=tuple(sessions))
    theirs = came_in(json.dumps(history_document(sessions)).encode())
    outcome = joined(ours, theirs)
    assert written(outcome) == written(ours)
    assert count_join(ours, theirs, outcome) == JoinCount()


def test_sessions_of_both_come_oldest_first() -> None:
    """By instant, then by id."""
    others = [
        replace(SESSION, session_id=name, started_at=at(hours, 0)) for name, hours in (("b", 0), ("a", 0))
    ]
    early = replace(SESSION, session_id="z", started_at=at(-1, 0))
    outcome = joined(HistoryContents((SESSION,)), HistoryContents((early, *reversed(others))))
    assert [session.session_id for session in outcome.sessions] == ["z", "a", "b", "s1"]


@pytest.mark.parametrize("is_deleted_here", [True, False])
def test_what_was_deleted_stays_deleted(is_deleted_here: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """Whichever history knows of it."""
    having, deleting = HistoryContents((SESSION,)), HistoryContents(deleted=frozenset({"s1"}))
    ours, theirs = (deleting, having) if is_deleted_here else (having, deleting)
    outcome = joined(ours, theirs)
    assert outcome == deleting
    expected = JoinCount(kept_deleted=1) if is_deleted_here else JoinCount(gone=1)
    assert count_join(ours, theirs, outcome) == expected


def test_the_later_acknowledgement_counts() -> None:
    """For each muscle; of one instant with two offsets always the same one."""
    ours = HistoryContents(acknowledged={"neck": at(1, 0), "calves": at(0, 0), "feet": at(0, 0)})
    theirs = HistoryContents(
        acknowledged={"neck": at(0, 0), "calves": at(1, 0), "feet": at(0, 2), "arms": at(0, 0)}
    )
    for outcome in (joined(ours, theirs), joined(theirs, ours)):
        texts = {muscle: time.isoformat()[11:] for muscle, time in outcome.acknowledged.items()}
        assert texts == {
            "neck": "13:00:00+00:00",
            "calves": "13:00:00+00:00",
            "feet": "14:00:00+02:00",
            "arms": "12:00:00+00:00",
        }


def test_all_that_happened_is_counted() -> None:
    """Each session once."""
    names = ("same", "more", "old", "lost")
    same, more, old, lost = (replace(SESSION, session_id=name) for name in names)
    new = replace(SESSION, session_id="new")
    ours = HistoryContents((same, more, lost), frozenset({"old"}))
    theirs = HistoryContents((new, replace(more, title="Z"), old, same), frozenset({"lost", "unknown"}))
    outcome = joined(ours, theirs)
    assert count_join(ours, theirs, outcome) == JoinCount(new=1, changed=1, gone=1, kept_deleted=1)


def test_a_new_offset_is_a_change() -> None:
    """The day of a session depends on it."""
    ours, theirs = (replace(SESSION, started_at=at(0, offset)) for offset in (0, 2))
    here, there = HistoryContents((ours,)), HistoryContents((theirs,))
    outcome = joined(here, there)
    assert count_join(here, there, outcome) == JoinCount(changed=1)
    assert outcome.sessions[0].started_at.isoformat() == "2026-03-01T14:00:00+02:00"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (JoinCount(), "Nothing new: this history has all of it."),
        (JoinCount(new=1), "1 session came in."),
        (JoinCount(new=3, changed=1), "3 sessions came in, 1 changed."),
        (JoinCount(changed=1), "1 session changed."),
        (JoinCount(gone=1), "1 session was deleted here too."),
        (JoinCount(new=2, gone=2), "2 sessions came in, 2 were deleted here too."),
        (
            JoinCount(new=2, kept_deleted=1),
            "2 sessions came in. 1 was deleted here before and stays deleted.",
        ),
        (
            JoinCount(kept_deleted=2),
            "Nothing new: 2 sessions were deleted here before and stay deleted.",
        ),
    ],
)
def test_what_happened_is_said_in_a_line(count: JoinCount, words: str) -> None:
    """Of several and of one."""
    assert join_words(count) == words
