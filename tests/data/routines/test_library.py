"""The library: two folders, one list, and no file that hides another."""

import logging
import os
import sys
import time
from pathlib import Path

import pytest

from routine_app.core.routine.problem import Problem, Severity
from routine_app.core.routine.repository import CheckedText, RoutineEntry, RoutineRepository
from routine_app.data.routines.library import FolderRoutines, unique_names
from routine_app.data.routines.reader.routine import read_routine_file

LONG_AGO_NS = 1_700_000_000_000_000_000

needs_links = pytest.mark.skipif(os.name == "nt", reason="links need a right that Windows users lack")
needs_refusal = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything"
)


class CountingReader:
    """The real reader, that remembers what it read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, path: Path) -> CheckedText:
        """Read the file."""
        self.read.append(path.name)
        return read_routine_file(path)


class Folders:
    """A shipped and a user's folder in a temporary one, the library of both, and what it read."""

    def __init__(self, home: Path) -> None:
        self.shipped = home / "shipped"
        self.user = home / "user"
        self.shipped.mkdir()
        self.user.mkdir()
        self.reader = CountingReader()
        self.library = FolderRoutines(self.shipped, self.user, self.reader)

    def entries(self) -> list[RoutineEntry]:
        """What the library has now."""
        return list(self.library.entries())

    def only(self) -> RoutineEntry:
        """The one entry that the library has now."""
        (entry,) = self.library.entries()
        return entry


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Two empty folders and their library."""
    return Folders(tmp_path)


def write(path: Path, title: str, *, modified_ns: int = LONG_AGO_NS) -> Path:
    """Write a good routine of this title, as if long ago."""
    path.write_text(f"title: {title}\nstretches:\n- {{name: Lean, hold: 30s}}\n", encoding="utf-8")
    os.utime(path, ns=(modified_ns, modified_ns))
    return path


def spoil(path: Path, *, modified_ns: int = LONG_AGO_NS + 1) -> Path:
    """Write a file with one error."""
    path.write_text("title: Broken\n", encoding="utf-8")
    os.utime(path, ns=(modified_ns, modified_ns))
    return path


def title(entry: RoutineEntry) -> str | None:
    """The title of the entry's routine."""
    return entry.routine.title if entry.routine is not None else None


def test_it_is_a_library(folders: Folders) -> None:
    """The protocol is met (mypy checks it), and two empty folders give nothing."""
    library: RoutineRepository = folders.library
    assert list(library.entries()) == []


def test_both_folders_are_read(folders: Folders) -> None:
    """Each file is an entry that knows its names and where it is from."""
    write(folders.shipped / "hips.yaml", "Hips")
    write(folders.user / "back.yml", "Back")
    assert [(e.name, e.file_name, title(e), e.problems, e.is_shipped) for e in folders.entries()] == [
        ("back", "back.yml", "Back", (), False),
        ("hips", "hips.yaml", "Hips", (), True),
    ]


def test_a_users_file_replaces_the_shipped_one(folders: Folders) -> None:
    """Of two files of one name the user's alone is listed, and the shipped one again without it."""
    write(folders.shipped / "hips.yaml", "Shipped hips")
    mine = write(folders.user / "hips.yaml", "My hips")
    assert (title(folders.only()), folders.only().is_shipped) == ("My hips", False)
    mine.unlink()
    assert (title(folders.only()), folders.only().is_shipped) == ("Shipped hips", True)


def test_only_routine_files_right_in_the_folder_are_read(folders: Folders) -> None:
    """Other endings, hidden files and subfolders' files are not listed; a capital ending is."""
    for name in ("a.yaml", "b.YML"):
        write(folders.user / name, name)
    for name in (".hidden.yaml", ".yaml", "notes.txt", "a.yaml~", "routine.schema.json"):
        write(folders.user / name, "No routine")
    (folders.user / "older").mkdir()
    write(folders.user / "older" / "c.yaml", "Older")
    assert [entry.file_name for entry in folders.entries()] == ["a.yaml", "b.YML"]


def test_entries_are_sorted_by_title_and_broken_ones_by_name(folders: Folders) -> None:
    """Capitals do not matter, and two of one title stand in the order of their files."""
    write(folders.user / "1.yaml", "zebra")
    write(folders.user / "2.yaml", "Apple")
    write(folders.shipped / "3.yaml", "banana")
    write(folders.shipped / "0.yaml", "Apple")
    spoil(folders.user / "Melon.yaml")
    assert [entry.name for entry in folders.entries()] == ["0", "2", "3", "Melon", "1"]


def test_a_broken_file_hides_no_other(folders: Folders) -> None:
    """It is an entry with its errors, and the good one beside it has its routine."""
    spoil(folders.user / "broken.yaml")
    write(folders.user / "good.yaml", "Good")
    broken, good = folders.entries()
    assert (broken.routine, [p.file_name for p in broken.errors]) == (None, ["broken.yaml"])
    assert (title(good), good.problems) == ("Good", ())


def test_missing_folders_are_empty_ones(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A user without a folder has the shipped routines; that none ship is worth a line in the log."""
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    write(shipped / "hips.yaml", "Hips")
    with caplog.at_level(logging.WARNING):
        assert len(FolderRoutines(shipped, tmp_path / "none").entries()) == 1
        assert caplog.messages == []
        assert FolderRoutines(tmp_path / "none", tmp_path / "no").entries() == ()
    assert caplog.messages == [f"The folder of the shipped routines is missing: {tmp_path / 'none'}"]


def test_a_users_folder_that_is_none_is_an_entry_with_the_problem(folders: Folders) -> None:
    """A file where the folder should be is told, and the shipped routines stay."""
    write(folders.shipped / "zzz.yaml", "Zzz")
    folders.user.rmdir()
    folders.user.write_text("a file")
    error_text, shipped = folders.entries()
    message = "the folder cannot be read: not a directory; make it a folder that you may read"
    name = str(folders.user)
    assert error_text == RoutineEntry(name, name, None, (Problem(name, 1, 1, "", message),))
    assert title(shipped) == "Zzz"


def unreadable(folders: Folders, name: str) -> str:
    """The one problem of the one entry, which has no routine."""
    entry = folders.only()
    (problem,) = entry.problems
    assert (entry.name, entry.file_name, entry.routine) == (Path(name).stem, name, None)
    assert (problem.file_name, problem.line, problem.column, problem.key) == (name, 1, 1, "")
    assert problem.severity is Severity.ERROR
    return problem.message


def test_a_folder_with_a_files_name(folders: Folders) -> None:
    """A folder named like a routine is told to be one."""
    (folders.user / "old.yaml").mkdir()
    assert (
        unreadable(folders, "old.yaml") == "this is a folder, not a routine file; rename it or move it away"
    )


@needs_links
def test_a_dangling_link(folders: Folders) -> None:
    """A link to nothing is told to be one."""
    (folders.user / "link.yaml").symlink_to(folders.user / "gone.yaml")
    assert unreadable(folders, "link.yaml") == (
        "this is a link to a file that is not there; mend the link or delete it"
    )


@needs_links
def test_a_link_to_itself(folders: Folders) -> None:
    """A circle of links is an error of this file alone."""
    (folders.user / "link.yaml").symlink_to(folders.user / "link.yaml")
    assert unreadable(folders, "link.yaml").startswith("the file cannot be read: too many levels of symbolic")


@needs_links
def test_a_link_to_a_routine_is_read(folders: Folders, tmp_path: Path) -> None:
    """People keep their routines in git and link them."""
    (folders.user / "link.yaml").symlink_to(write(tmp_path / "real.yaml", "Linked"))
    assert (folders.only().name, title(folders.only())) == ("link", "Linked")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no named pipes")
def test_a_pipe_is_not_waited_for(folders: Folders) -> None:
    """A FIFO that nobody writes to would hang whoever opens it."""
    assert sys.platform != "win32"
    os.mkfifo(folders.user / "pipe.yaml")
    assert unreadable(folders, "pipe.yaml") == (
        "the file cannot be read: it is a device or a pipe, not a file; make it readable or move it away"
    )


@needs_refusal
def test_a_file_that_may_not_be_read(folders: Folders) -> None:
    """The system's refusal becomes the file's problem."""
    write(folders.user / "secret.yaml", "Secret").chmod(0)
    assert unreadable(folders, "secret.yaml") == (
        "the file cannot be read: permission denied; make it readable or move it away"
    )


def test_a_refusal_while_reading(folders: Folders) -> None:
    """The same where the refusal comes from the reader, and reading is tried again the next time."""
    write(folders.user / "a.yaml", "A")
    refusals: list[OSError] = [PermissionError(13, "Permission denied"), FileNotFoundError(2, "No such file")]

    def read(path: Path) -> CheckedText:
        if refusals:
            raise refusals.pop(0)
        return read_routine_file(path)

    folders.library = FolderRoutines(folders.shipped, folders.user, read)
    assert unreadable(folders, "a.yaml") == (
        "the file cannot be read: permission denied; make it readable or move it away"
    )
    assert unreadable(folders, "a.yaml") == "the file was gone before it could be read; look again"
    assert title(folders.only()) == "A"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems' file names are Unicode")
def test_a_name_that_is_not_utf_8(folders: Folders) -> None:
    """Such a name can be neither printed nor sent, so the entry shows question marks and says why."""
    write(folders.user / os.fsdecode(b"h\xfcfte.yaml"), "Hips")
    assert unreadable(folders, "h?fte.yaml") == "the file's name is not in UTF-8; rename it"


def test_an_unchanged_file_is_read_once(folders: Folders) -> None:
    """The second look reads no file, the third only the one that changed."""
    write(folders.shipped / "a.yaml", "A")
    changed = write(folders.user / "b.yaml", "B")
    spoil(folders.user / "c.yaml")
    first = folders.entries()
    assert folders.entries() == first
    assert sorted(folders.reader.read) == ["a.yaml", "b.yaml", "c.yaml"]
    write(changed, "C", modified_ns=LONG_AGO_NS + 1)
    assert [title(entry) for entry in folders.entries()] == ["A", "C", None]
    assert sorted(folders.reader.read) == ["a.yaml", "b.yaml", "b.yaml", "c.yaml"]


def test_what_was_seen_is_read_again_in_the_next_round_of_looks(folders: Folders) -> None:
    """Or when somebody asks what is there now, which is what was seen then."""
    library = folders.library
    write(folders.user / "a.yaml", "A")
    seen = library.seen()
    write(folders.user / "b.yaml", "B")
    assert library.seen() is seen
    library.look_anew()
    assert [title(entry) for entry in library.seen()] == ["A", "B"]
    write(folders.user / "c.yaml", "C")
    assert library.entries() is library.seen()
    assert [title(entry) for entry in library.seen()] == ["A", "B", "C"]


def test_a_change_of_the_size_alone_is_seen(folders: Folders) -> None:
    """Also where the time of the change was set back."""
    path = write(folders.user / "a.yaml", "A")
    folders.entries()
    write(path, "Longer")
    assert title(folders.only()) == "Longer"


def test_a_file_renamed_over_another_is_seen(folders: Folders, tmp_path: Path) -> None:
    """Also with the same size and time: it is another file."""
    path = write(folders.user / "a.yaml", "A")
    folders.entries()
    write(tmp_path / "new", "B").replace(path)
    assert title(folders.only()) == "B"


def test_two_changes_in_one_moment_are_both_seen(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that changed just now is read again, for its time cannot tell one change from the next."""
    monkeypatch.setattr(time, "time", lambda: LONG_AGO_NS / 1e9 + 0.03)
    path = write(folders.user / "a.yaml", "A")
    folders.entries()
    write(path, "B")
    assert title(folders.only()) == "B"
    monkeypatch.setattr(time, "time", lambda: LONG_AGO_NS / 1e9 + 0.06)
    folders.reader.read.clear()
    folders.entries()
    folders.entries()
    assert folders.reader.read == ["a.yaml"]


def test_the_last_good_version_stays_usable(folders: Folders) -> None:
    """A file that was good keeps its routine beside its errors, until it is good again."""
    path = write(folders.user / "a.yaml", "First")
    folders.entries()
    spoil(path)
    for _ in range(2):
        assert title(folders.only()) == "First"
        assert len(folders.only().errors) > 0
    spoil(path, modified_ns=LONG_AGO_NS + 2)
    assert title(folders.only()) == "First"
    write(path, "Second", modified_ns=LONG_AGO_NS + 3)
    assert (title(folders.only()), folders.only().problems) == ("Second", ())
    spoil(path, modified_ns=LONG_AGO_NS + 4)
    assert title(folders.only()) == "Second"


def test_the_last_good_version_outlives_an_unreadable_one(folders: Folders) -> None:
    """A file that turned into a folder is still the routine it was."""
    path = write(folders.user / "a.yaml", "A")
    folders.entries()
    path.unlink()
    path.mkdir()
    assert (title(folders.only()), len(folders.only().errors)) == ("A", 1)


def test_a_file_that_never_was_good_has_no_routine(folders: Folders) -> None:
    """Another process's memory is not this one's."""
    path = write(folders.user / "a.yaml", "A")
    folders.entries()
    spoil(path)
    assert title(folders.only()) == "A"
    assert FolderRoutines(folders.shipped, folders.user).entries()[0].routine is None


def test_a_deleted_file_is_forgotten(folders: Folders) -> None:
    """A new file of an old one's name does not get the old one's routine."""
    path = write(folders.user / "a.yaml", "A")
    folders.entries()
    path.unlink()
    assert folders.entries() == []
    spoil(path)
    assert folders.only().routine is None


def test_two_endings_of_one_name_are_both_shown(folders: Folders) -> None:
    """`a.yaml` is "a", `a.yml` keeps its ending, whichever folder they are in."""
    write(folders.user / "a.yaml", "One")
    write(folders.shipped / "a.yml", "Two")
    assert [(entry.name, entry.file_name) for entry in folders.entries()] == [
        ("a", "a.yaml"),
        ("a.yml", "a.yml"),
    ]


@pytest.mark.parametrize(
    ("file_names", "names"),
    [
        (["a.yml"], ["a"]),
        (["a.yml", "a.yaml"], ["a.yml", "a"]),
        (["a.YAML", "a.yml", "a.yaml"], ["a.YAML", "a.yml", "a"]),
        (["a.yml.yaml", "a.yml", "a.yaml"], ["a.yml", "a.yml (2)", "a"]),
        (["\udc80.yaml", "\udc81.yaml"], ["?", "?.yaml"]),
    ],
)
def test_names_are_unique(file_names: list[str], names: list[str]) -> None:
    """No two files have one name, however they conspire."""
    given = unique_names(file_names)
    assert [given[file_name] for file_name in file_names] == names
