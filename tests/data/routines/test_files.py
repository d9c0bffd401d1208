"""The files behind the editor: nothing is lost, nothing is replaced unasked, nothing leaves the folder."""

import hashlib
import os
import stat
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routine_app.core.errors import UserFacingError
from routine_app.core.routine.limits import FILE_LIMIT_BYTES
from routine_app.core.routine.repository import ChangedOutsideError, NameTakenError, RoutineFile
from routine_app.data.routines import files as routine_files_module
from routine_app.data.routines.files import FolderRoutineFiles
from tests.few_or_many import few_or_many

ODD_TEXT = "\ufefftitle: Hüften\r\n# \u2028 one\rtwo\n\n"
"""A byte order mark, three kinds of line endings, and letters of two and three bytes."""


class Folders:
    """Two folders of files, and how often a change was told."""

    def __init__(self, root: Path) -> None:
        self.shipped, self.user = root / "shipped", root / "user"
        self.shipped.mkdir()
        self.told = 0
        self.files = FolderRoutineFiles(self.shipped, self.user, self._tell)

    def write(self, name: str, text: str | bytes) -> Path:
        """A file of the user's, as another program writes it."""
        return self._write(self.user, name, text)

    def ship(self, name: str, text: str | bytes) -> Path:
        """A file that ships."""
        return self._write(self.shipped, name, text)

    def read(self, name: str) -> RoutineFile:
        """A file that is there."""
        file = self.files.read(name)
        assert file is not None
        return file

    def kept(self) -> dict[str, str]:
        """Everything in the user's folder, hidden files too."""
        if not self.user.exists():
            return {}
        return {path.name: path.read_bytes().decode() for path in self.user.iterdir()}

    def _tell(self) -> None:
        self.told += 1

    @staticmethod
    def _write(folder: Path, name: str, text: str | bytes) -> Path:
        folder.mkdir(exist_ok=True)
        path = folder / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """An empty folder that ships, and none of the user's yet."""
    return Folders(tmp_path)


def version(text: str) -> str:
    """The version of a file with that text."""
    return hashlib.sha256(text.encode()).hexdigest()


def refuse(*_: object, **__: object) -> None:
    """The system says no."""
    raise OSError(28, "No space left on device")


def test_no_file(folders: Folders) -> None:
    """Asking makes no folder."""
    assert folders.files.read("hips.yaml") is None
    assert not folders.user.exists()


def test_a_users_file_to_the_byte(folders: Folders) -> None:
    """Its mark and its line endings are in the text, and its version is told by its content."""
    path = folders.write("hips.yaml", ODD_TEXT)
    assert folders.files.read("hips.yaml") == RoutineFile("hips.yaml", ODD_TEXT, version(ODD_TEXT))
    path.write_bytes(b"title: New\n")
    assert folders.read("hips.yaml").version == version("title: New\n")


def test_a_shipped_file(folders: Folders) -> None:
    """It says so."""
    folders.ship("hips.yaml", "a")
    assert folders.files.read("hips.yaml") == RoutineFile("hips.yaml", "a", version("a"), is_shipped=True)


def test_a_users_file_hides_the_shipped_one(folders: Folders) -> None:
    """The editor gets the user's, and knows that Reset has something to bring back."""
    folders.ship("hips.yaml", "a")
    folders.write("hips.yaml", "b")
    assert folders.files.read("hips.yaml") == RoutineFile("hips.yaml", "b", version("b"), hides_shipped=True)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (
            b"title: caf\xe9\n",
            "is not in UTF-8 and cannot be edited here; save it as UTF-8 in another editor.",
        ),
        ("title".encode("utf-16"), "is not in UTF-8 and cannot be edited here"),
        (
            b"#" * (FILE_LIMIT_BYTES + 1),
            "is larger than 256 KiB and cannot be edited here; split it into several routines.",
        ),
    ],
)
def test_what_cannot_be_edited(folders: Folders, content: bytes, why: str) -> None:
    """One sentence; the file stays, also when it is asked to be deleted, for it could not come back."""
    path = folders.write("hips.yaml", content)
    with pytest.raises(UserFacingError, match=f"^The file .*hips.yaml {why}"):
        folders.files.read("hips.yaml")
    with pytest.raises(UserFacingError, match="could not be brought back, so it is not deleted here"):
        folders.files.delete("hips.yaml")
    assert (path.read_bytes(), folders.told) == (content, 0)


def test_as_large_as_allowed(folders: Folders) -> None:
    """The limit itself is fine, read and written."""
    text = "#" * FILE_LIMIT_BYTES
    folders.files.create("hips.yaml", text)
    assert folders.files.save(folders.read("hips.yaml"), text).text == text


def test_create(folders: Folders) -> None:
    """The folder is made, the file is to the byte as asked, nothing is beside it."""
    made = folders.files.create("hips.yaml", ODD_TEXT)
    assert made == folders.files.read("hips.yaml") == RoutineFile("hips.yaml", ODD_TEXT, version(ODD_TEXT))
    assert (folders.kept(), folders.told) == ({"hips.yaml": ODD_TEXT}, 1)


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_a_new_file_is_like_any_other(folders: Folders) -> None:
    """Others may read it if the user's mask lets them."""
    mask = os.umask(0o022)
    try:
        folders.files.create("hips.yaml", "a")
    finally:
        os.umask(mask)
    status = (folders.user / "hips.yaml").stat()
    assert (stat.S_IMODE(status.st_mode), status.st_nlink) == (0o644, 1)


@pytest.mark.parametrize("name", ["hips.yaml", "Hips.yaml", "HIPS.YAML"])
@pytest.mark.parametrize("owner", ["user", "shipped"])
def test_a_name_in_use_is_taken(folders: Folders, name: str, owner: str) -> None:
    """In capitals or not, the user's own or one that ships: some file systems have one file for these."""
    (folders.write if owner == "user" else folders.ship)("hips.yaml", "a")
    before = folders.kept()
    with pytest.raises(NameTakenError):
        folders.files.create(name, "b")
    assert (folders.kept(), folders.told) == (before, 0)


def test_a_name_written_in_two_ways_is_taken(folders: Folders) -> None:
    """An accent in one part with its letter, or after it: a Mac has one file for both."""
    folders.write("h\u00fcfte.yaml", "a")
    with pytest.raises(NameTakenError):
        folders.files.create("hu\u0308fte.yaml", "b")


@pytest.mark.parametrize("has_links", [True, False])
def test_a_file_that_appears_at_the_last_moment_stays(
    folders: Folders, monkeypatch: pytest.MonkeyPatch, *, has_links: bool
) -> None:
    """After the look at the folder, on file systems with second names for a file and without."""
    folders.write("hips.yaml", "theirs")
    if not has_links:
        monkeypatch.setattr(Path, "hardlink_to", refuse)
    monkeypatch.setattr(routine_files_module, "routine_files", lambda _: [])
    with pytest.raises(NameTakenError):
        folders.files.create("hips.yaml", "mine")
    assert folders.kept() == {"hips.yaml": "theirs"}


@pytest.mark.parametrize("has_links", [True, False])
def test_a_link_is_not_created_through(
    folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, has_links: bool
) -> None:
    """One that leads out of the folder, to nothing yet."""
    if not has_links:
        monkeypatch.setattr(Path, "hardlink_to", refuse)
    monkeypatch.setattr(routine_files_module, "routine_files", lambda _: [])
    folders.user.mkdir()
    (folders.user / "hips.yaml").symlink_to(tmp_path / "outside.yaml")
    with pytest.raises(NameTakenError):
        folders.files.create("hips.yaml", "mine")
    assert not (tmp_path / "outside.yaml").exists()
    assert [path.name for path in folders.user.iterdir()] == ["hips.yaml"]


@pytest.mark.parametrize("error", [OSError(31, "Too many links"), PermissionError(13, "Permission denied")])
def test_create_without_second_names(
    folders: Folders, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    """As in a browser's memory and on Android; the same comes of it."""

    def no_link(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "hardlink_to", no_link)
    folders.files.create("hips.yaml", ODD_TEXT)
    assert (folders.kept(), folders.told) == ({"hips.yaml": ODD_TEXT}, 1)


def test_a_rename_that_fails_without_second_names_leaves_nothing(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the reserved name nor what was written."""
    monkeypatch.setattr(Path, "hardlink_to", refuse)
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UserFacingError, match=r"hips\.yaml cannot be saved: no space left on device; see"):
        folders.files.create("hips.yaml", "a")
    assert (folders.kept(), folders.told) == ({}, 0)


def test_a_failed_create_leaves_nothing(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full, say."""
    folders.user.mkdir()
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(UserFacingError, match=r"hips\.yaml cannot be saved: no space left on device; see"):
        folders.files.create("hips.yaml", "a")
    assert (folders.kept(), folders.told) == ({}, 0)


def test_killed_while_creating(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was half written is no routine, and its name is still free."""

    class KilledError(BaseException):
        """What nothing catches."""

    def kill(*_: object) -> None:
        raise KilledError

    monkeypatch.setattr(Path, "hardlink_to", kill)
    monkeypatch.setattr(Path, "unlink", kill)
    with pytest.raises(KilledError):
        folders.files.create("hips.yaml", "a")
    monkeypatch.undo()
    assert folders.files.read("hips.yaml") is None
    assert all(name.startswith(".") for name in folders.kept())
    assert folders.files.free_name("hips") == "hips.yaml"


def test_save(folders: Folders) -> None:
    """The file has the new text to the byte, and can be saved again from what was given back."""
    folders.write("hips.yaml", "a")
    saved = folders.files.save(folders.read("hips.yaml"), ODD_TEXT)
    assert saved == folders.files.read("hips.yaml") == RoutineFile("hips.yaml", ODD_TEXT, version(ODD_TEXT))
    folders.files.save(saved, "c")
    assert (folders.kept(), folders.told) == ({"hips.yaml": "c"}, 2)


def test_a_shipped_file_is_copied(folders: Folders) -> None:
    """It stays as it is, and what is given back says that it is hidden now."""
    path = folders.ship("hips.yaml", "a")
    saved = folders.files.save(folders.read("hips.yaml"), "b")
    assert (
        saved
        == folders.files.read("hips.yaml")
        == RoutineFile("hips.yaml", "b", version("b"), hides_shipped=True)
    )
    assert (path.read_text(), folders.kept(), folders.told) == ("a", {"hips.yaml": "b"}, 1)


def test_changed_outside(folders: Folders) -> None:
    """It is not written over; what it is now comes with the error, and that can be saved over."""
    path = folders.write("hips.yaml", "a")
    before = folders.read("hips.yaml")
    path.write_text("theirs")
    with pytest.raises(ChangedOutsideError) as caught:
        folders.files.save(before, "mine")
    assert caught.value.current == RoutineFile("hips.yaml", "theirs", version("theirs"))
    assert (folders.kept(), folders.told) == ({"hips.yaml": "theirs"}, 0)
    folders.files.save(caught.value.current, "mine")
    assert folders.kept() == {"hips.yaml": "mine"}


def test_changed_and_changed_back(folders: Folders) -> None:
    """The content counts: a file that was only touched is as it was read."""
    path = folders.write("hips.yaml", "a")
    before = folders.read("hips.yaml")
    path.unlink()
    path.write_text("a")
    assert folders.files.save(before, "b").text == "b"


def test_deleted_outside(folders: Folders) -> None:
    """There is nothing now, and nothing is made unasked."""
    path = folders.write("hips.yaml", "a")
    before = folders.read("hips.yaml")
    path.unlink()
    with pytest.raises(ChangedOutsideError) as caught:
        folders.files.save(before, "mine")
    assert (caught.value.current, folders.kept()) == (None, {})


def test_deleted_outside_with_a_shipped_one_below(folders: Folders) -> None:
    """What is there now is the shipped file, even one of the same content."""
    folders.ship("hips.yaml", "a")
    path = folders.write("hips.yaml", "a")
    before = folders.read("hips.yaml")
    path.unlink()
    with pytest.raises(ChangedOutsideError) as caught:
        folders.files.save(before, "mine")
    assert caught.value.current == RoutineFile("hips.yaml", "a", version("a"), is_shipped=True)


def test_a_users_file_that_appeared_over_a_shipped_one(folders: Folders) -> None:
    """Even one of the same content is not the file that was read."""
    folders.ship("hips.yaml", "a")
    before = folders.read("hips.yaml")
    folders.write("hips.yaml", "a")
    with pytest.raises(ChangedOutsideError) as caught:
        folders.files.save(before, "mine")
    assert caught.value.current == RoutineFile("hips.yaml", "a", version("a"), hides_shipped=True)
    assert folders.kept() == {"hips.yaml": "a"}


def test_a_users_file_that_appeared_at_the_last_moment(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the copy of the shipped one was being written."""
    folders.ship("hips.yaml", "a")
    before = folders.read("hips.yaml")
    link = Path.hardlink_to

    def link_late(path: Path, part: Path) -> None:
        path.write_text("theirs")
        link(path, part)

    monkeypatch.setattr(Path, "hardlink_to", link_late)
    with pytest.raises(ChangedOutsideError) as caught:
        folders.files.save(before, "mine")
    assert caught.value.current == RoutineFile("hips.yaml", "theirs", version("theirs"), hides_shipped=True)
    assert (folders.kept(), folders.told) == ({"hips.yaml": "theirs"}, 0)


def test_a_users_file_that_changed_at_the_last_moment(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the new text was being written to the disk: what another program saved then stays."""
    path = folders.write("hips.yaml", "a")
    before = folders.read("hips.yaml")
    monkeypatch.setattr(os, "fsync", lambda _: path.write_text("theirs"))
    with pytest.raises(ChangedOutsideError) as caught:
        folders.files.save(before, "mine")
    assert caught.value.current == RoutineFile("hips.yaml", "theirs", version("theirs"))
    assert (folders.kept(), folders.told) == ({"hips.yaml": "theirs"}, 0)


def test_a_failed_save_leaves_the_old_file(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full, say: the old file is whole, and nothing is left beside it."""
    folders.write("hips.yaml", "a")
    before = folders.read("hips.yaml")
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(UserFacingError, match=r"hips\.yaml cannot be saved: no space left on device; see"):
        folders.files.save(before, "b")
    assert (folders.kept(), folders.told) == ({"hips.yaml": "a"}, 0)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("title: a\n# \ud800", "The text cannot be saved, line 2 has half a character; delete it there."),
        (
            "ü" * (FILE_LIMIT_BYTES // 2 + 1),
            "The text cannot be saved, it is larger than 256 KiB; split it into several routines.",
        ),
    ],
)
def test_a_text_that_could_not_be_read_again_is_not_written(folders: Folders, text: str, why: str) -> None:
    """Neither into a new file nor into an old one."""
    folders.write("hips.yaml", "a")
    with pytest.raises(UserFacingError) as caught:
        folders.files.create("new.yaml", text)
    assert str(caught.value) == why
    with pytest.raises(UserFacingError) as caught:
        folders.files.save(folders.read("hips.yaml"), text)
    assert str(caught.value) == why
    assert folders.kept() == {"hips.yaml": "a"}


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_a_link_of_the_users_is_followed_and_stays(folders: Folders, tmp_path: Path) -> None:
    """People keep such files in git, and link them to their places; deleting takes the link alone."""
    kept, link = tmp_path / "dotfiles.yaml", folders.user / "hips.yaml"
    kept.write_text("a")
    folders.user.mkdir()
    link.symlink_to(kept)
    folders.files.save(folders.read("hips.yaml"), "b")
    assert (link.is_symlink(), kept.read_text()) == (True, "b")
    folders.files.delete("hips.yaml")
    assert (os.path.lexists(link), kept.read_text()) == (False, "b")


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_a_link_to_nothing(folders: Folders, tmp_path: Path) -> None:
    """It stands for a file that the user misses, so it neither is a shipped one nor is it written through."""
    folders.ship("hips.yaml", "a")
    before = folders.read("hips.yaml")
    folders.user.mkdir()
    (folders.user / "hips.yaml").symlink_to(tmp_path / "gone.yaml")
    sentence = "is a link to a file that is not there; mend the link or delete it."
    with pytest.raises(UserFacingError, match=sentence):
        folders.files.read("hips.yaml")
    with pytest.raises(UserFacingError, match=sentence):
        folders.files.save(before, "b")
    assert not (tmp_path / "gone.yaml").exists()


def test_a_folder_in_its_place(folders: Folders) -> None:
    """It is left alone, and its name is in use."""
    (folders.user / "hips.yaml").mkdir(parents=True)
    sentence = r"hips\.yaml cannot be read: it is a folder; see that it is a file that you can read\."
    with pytest.raises(UserFacingError, match=sentence):
        folders.files.read("hips.yaml")
    with pytest.raises(NameTakenError):
        folders.files.create("hips.yaml", "a")
    assert folders.files.free_name("hips") == "hips-2.yaml"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(folders: Folders) -> None:
    """Reading it would never end."""
    folders.user.mkdir()
    os.mkfifo(folders.user / "hips.yaml")
    with pytest.raises(UserFacingError, match="cannot be read: it is a device or a pipe; see"):
        folders.files.read("hips.yaml")


def test_a_file_in_place_of_the_folder(folders: Folders) -> None:
    """Each method says so in one sentence."""
    folders.user.write_text("")
    calls: tuple[Callable[[], object], ...] = (
        lambda: folders.files.read("hips.yaml"),
        lambda: folders.files.create("hips.yaml", "a"),
        lambda: folders.files.free_name("hips"),
    )
    for call in calls:
        with pytest.raises(UserFacingError, match="not a directory; "):
            call()


def test_delete(folders: Folders) -> None:
    """What it was is given, so that it can be written again."""
    folders.write("hips.yaml", ODD_TEXT)
    deleted = folders.files.delete("hips.yaml")
    assert (deleted.text, folders.kept(), folders.told) == (ODD_TEXT, {}, 1)
    folders.files.create(deleted.file_name, deleted.text)
    assert folders.kept() == {"hips.yaml": ODD_TEXT}


def test_deleting_brings_the_shipped_one_back(folders: Folders) -> None:
    """Which itself is not to be deleted; a save of it brings the user's own back."""
    path = folders.ship("hips.yaml", "a")
    folders.write("hips.yaml", "b")
    assert folders.files.delete("hips.yaml").text == "b"
    shipped = folders.read("hips.yaml")
    assert shipped.is_shipped
    with pytest.raises(UserFacingError, match="ships with the app; only a file of your own can be deleted"):
        folders.files.delete("hips.yaml")
    assert path.read_text() == "a"
    folders.files.save(shipped, "b")
    assert folders.kept() == {"hips.yaml": "b"}


def test_nothing_to_delete(folders: Folders) -> None:
    """Someone was quicker."""
    with pytest.raises(UserFacingError, match=r"hips\.yaml is gone already; look at the list again\."):
        folders.files.delete("hips.yaml")
    assert folders.told == 0


def test_a_failed_delete(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is there still."""
    folders.write("hips.yaml", "a")
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(UserFacingError, match=r"hips\.yaml cannot be deleted: no space left"):
        folders.files.delete("hips.yaml")
    assert (folders.kept(), folders.told) == ({"hips.yaml": "a"}, 0)


def test_free_names(folders: Folders) -> None:
    """Numbered on; capitals, the ending and where a file is make no difference."""
    assert folders.files.free_name("Runner's hips") == "runners-hips.yaml"
    folders.ship("runners-hips.yaml", "")
    assert folders.files.free_name("Runner's hips") == "runners-hips-2.yaml"
    folders.write("Runners-Hips-2.yml", "")
    assert folders.files.free_name("Runner's hips") == "runners-hips-3.yaml"
    assert folders.files.free_name("runners-hips.yaml") == "runners-hips-3.yaml"
    assert folders.files.free_name("Runners-Hips-2.yml") == "runners-hips-2-2.yaml"


@given(title=st.text(max_size=300))
@settings(max_examples=few_or_many(50, 200))
def test_every_free_name_can_be_created(title: str) -> None:
    """Whatever the title, and twice."""
    with tempfile.TemporaryDirectory() as folder:
        folders = Folders(Path(folder))
        for _ in range(2):
            folders.files.create(folders.files.free_name(title), "a")
        assert len(folders.kept()) == 2


ODD_NAMES = [
    "",
    ".",
    "..",
    "../hips.yaml",
    "..\\hips.yaml",
    "/etc/hips.yaml",
    "folder/hips.yaml",
    "folder\\hips.yaml",
    "C:hips.yaml",
    "c:\\hips.yaml",
    "\\\\server\\share\\hips.yaml",
    "hips.yaml\0.yaml",
    "hi\nps.yaml",
    "hips\ud800.yaml",
    ".hips.yaml",
    ".yaml",
    "hips.json",
    "hips.yaml.",
    "hips.yaml ",
    "hips",
    "con.yaml",
    "NUL.yaml",
    "com1.tar.yaml",
    "LPT¹.yaml",
]
NOT_EVERYWHERE = ["7:30.yaml", "hips.yaml:stream.yaml", "what?.yaml", "a\u202eb.yaml", "ü" * 113 + ".yaml"]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_odd_names_are_refused(folders: Folders, name: str) -> None:
    """By every method that takes a name, in one printable sentence; no folder is made."""
    before = RoutineFile(name, "a", version("a"))
    calls: tuple[Callable[[], object], ...] = (
        lambda: folders.files.read(name),
        lambda: folders.files.create(name, "a"),
        lambda: folders.files.save(before, "a"),
        lambda: folders.files.delete(name),
    )
    for call in calls:
        with pytest.raises(UserFacingError, match=r'^The file name ".*" .*; .*\.$') as caught:
            call()
        assert str(caught.value).isprintable()
    assert not folders.user.exists()


@pytest.mark.parametrize("name", NOT_EVERYWHERE)
def test_names_of_other_systems_are_not_made(folders: Folders, name: str) -> None:
    """A file that could not be copied to another device, or whose name deceives."""
    with pytest.raises(UserFacingError, match=r'^The file name ".*" .*; .*\.$'):
        folders.files.create(name, "a")
    assert folders.kept() == {}


@pytest.mark.skipif(os.name != "posix", reason="names of POSIX")
@pytest.mark.parametrize("name", ["7:30.yaml", "what?.yaml", "👩\u200d🦰.yml"])
def test_a_users_own_odd_name_can_be_edited(folders: Folders, name: str) -> None:
    """It is there and works here."""
    folders.write(name, "a")
    folders.files.save(folders.read(name), "b")
    assert folders.kept() == {name: "b"}


NAME_PARTS = st.sampled_from(
    [
        "..",
        "/",
        "\\",
        ".",
        "~",
        "C:",
        "\0",
        "hips",
        ".yaml",
        ".yml",
        "con",
        ":",
        "%2e",
        "\ud800",
        " ",
        "é",
        "$HOME",
    ]
)
ANY_NAME = st.text(max_size=20) | st.lists(NAME_PARTS, max_size=6).map("".join)


@given(name=ANY_NAME | ANY_NAME.map(lambda name: f"{name}.yaml"))
@settings(max_examples=few_or_many(100, 500))
def test_no_name_leaves_the_folder(name: str) -> None:
    """Whatever it is: all that changes is one file right in the folder, or there is one sentence."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "a" / "b"
        root.mkdir(parents=True)
        folders = Folders(root)
        folders.write("mine.yaml", "mine")
        before = elsewhere(Path(folder), folders)
        calls: tuple[tuple[Callable[[], object], int], ...] = (
            (lambda: folders.files.create(name, "a"), 2),
            (lambda: folders.files.save(folders.read(name), "b"), 2),
            (lambda: folders.files.delete(name), 1),
        )
        for call, count in calls:
            try:
                call()
            except (UserFacingError, NameTakenError):
                break
            assert (elsewhere(Path(folder), folders), len(folders.kept())) == (before, count)
        assert elsewhere(Path(folder), folders) == before
        assert folders.kept() == {"mine.yaml": "mine"}


def elsewhere(folder: Path, folders: Folders) -> set[Path]:
    """What lies in a folder, at any depth, beside the user's own files."""
    return {path for path in folder.rglob("*") if path.parent != folders.user}


def test_two_writers_one_after_the_other(folders: Folders) -> None:
    """Two windows read the same file: the second is told of the first."""
    folders.write("hips.yaml", "a")
    other = FolderRoutineFiles(folders.shipped, folders.user)
    mine, theirs = folders.read("hips.yaml"), other.read("hips.yaml")
    assert theirs is not None
    other.save(theirs, "theirs")
    with pytest.raises(ChangedOutsideError) as caught:
        folders.files.save(mine, "mine")
    assert caught.value.current is not None
    assert caught.value.current.text == "theirs"


@pytest.mark.parametrize("has_links", [True, False])
def test_of_many_who_create_one_succeeds(
    folders: Folders, monkeypatch: pytest.MonkeyPatch, *, has_links: bool
) -> None:
    """At the same moment; what is there is that one's, whole."""
    if not has_links:
        monkeypatch.setattr(Path, "hardlink_to", refuse)
    start, made = threading.Barrier(8), []

    def create(letter: str) -> None:
        files = FolderRoutineFiles(folders.shipped, folders.user)
        start.wait()
        with suppress(NameTakenError):
            made.append(files.create("hips.yaml", letter * 1000).text)

    threads = [threading.Thread(target=create, args=(letter,)) for letter in "abcdefgh"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1
    assert folders.kept() == {"hips.yaml": made[0]}
