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


class Desk:
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
def desk(tmp_path: Path) -> Desk:
    """An empty folder that ships, and none of the user's yet."""
    return Desk(tmp_path)


def version(text: str) -> str:
    """The version of a file with that text."""
    return hashlib.sha256(text.encode()).hexdigest()


def refuse(*_: object, **__: object) -> None:
    """The system says no."""
    raise OSError(28, "No space left on device")


def test_no_file(desk: Desk) -> None:
    """Asking makes no folder."""
    assert desk.files.read("hips.yaml") is None
    assert not desk.user.exists()


def test_a_users_file_to_the_byte(desk: Desk) -> None:
    """Its mark and its line endings are in the text, and its version is told by its content."""
    path = desk.write("hips.yaml", ODD_TEXT)
    assert desk.files.read("hips.yaml") == RoutineFile("hips.yaml", ODD_TEXT, version(ODD_TEXT))
    path.write_bytes(b"title: New\n")
    assert desk.read("hips.yaml").version == version("title: New\n")


def test_a_shipped_file(desk: Desk) -> None:
    """It says so."""
    desk.ship("hips.yaml", "a")
    assert desk.files.read("hips.yaml") == RoutineFile("hips.yaml", "a", version("a"), is_shipped=True)


def test_a_users_file_hides_the_shipped_one(desk: Desk) -> None:
    """The editor gets the user's, and knows that Reset has something to bring back."""
    desk.ship("hips.yaml", "a")
    desk.write("hips.yaml", "b")
    assert desk.files.read("hips.yaml") == RoutineFile("hips.yaml", "b", version("b"), hides_shipped=True)


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
def test_what_cannot_be_edited(desk: Desk, content: bytes, why: str) -> None:
    """One sentence; the file stays, also when it is asked to be deleted, for it could not come back."""
    path = desk.write("hips.yaml", content)
    with pytest.raises(UserFacingError, match=f"^The file .*hips.yaml {why}"):
        desk.files.read("hips.yaml")
    with pytest.raises(UserFacingError, match="could not be brought back, so it is not deleted here"):
        desk.files.delete("hips.yaml")
    assert (path.read_bytes(), desk.told) == (content, 0)


def test_as_large_as_allowed(desk: Desk) -> None:
    """The limit itself is fine, read and written."""
    text = "#" * FILE_LIMIT_BYTES
    desk.files.create("hips.yaml", text)
    assert desk.files.save(desk.read("hips.yaml"), text).text == text


def test_create(desk: Desk) -> None:
    """The folder is made, the file is to the byte as asked, nothing is beside it."""
    made = desk.files.create("hips.yaml", ODD_TEXT)
    assert made == desk.files.read("hips.yaml") == RoutineFile("hips.yaml", ODD_TEXT, version(ODD_TEXT))
    assert (desk.kept(), desk.told) == ({"hips.yaml": ODD_TEXT}, 1)


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_a_new_file_is_like_any_other(desk: Desk) -> None:
    """Others may read it if the user's mask lets them."""
    mask = os.umask(0o022)
    try:
        desk.files.create("hips.yaml", "a")
    finally:
        os.umask(mask)
    status = (desk.user / "hips.yaml").stat()
    assert (stat.S_IMODE(status.st_mode), status.st_nlink) == (0o644, 1)


@pytest.mark.parametrize("name", ["hips.yaml", "Hips.yaml", "HIPS.YAML"])
@pytest.mark.parametrize("owner", ["user", "shipped"])
def test_a_name_in_use_is_taken(desk: Desk, name: str, owner: str) -> None:
    """In capitals or not, the user's own or one that ships: some file systems have one file for these."""
    (desk.write if owner == "user" else desk.ship)("hips.yaml", "a")
    before = desk.kept()
    with pytest.raises(NameTakenError):
        desk.files.create(name, "b")
    assert (desk.kept(), desk.told) == (before, 0)


def test_a_name_written_in_two_ways_is_taken(desk: Desk) -> None:
    """An accent in one part with its letter, or after it: a Mac has one file for both."""
    desk.write("h\u00fcfte.yaml", "a")
    with pytest.raises(NameTakenError):
        desk.files.create("hu\u0308fte.yaml", "b")


@pytest.mark.parametrize("has_links", [True, False])
def test_a_file_that_appears_at_the_last_moment_stays(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, *, has_links: bool
) -> None:
    """After the look at the folder, on file systems with second names for a file and without."""
    desk.write("hips.yaml", "theirs")
    if not has_links:
        monkeypatch.setattr(Path, "hardlink_to", refuse)
    monkeypatch.setattr(routine_files_module, "routine_files", lambda _: [])
    with pytest.raises(NameTakenError):
        desk.files.create("hips.yaml", "mine")
    assert desk.kept() == {"hips.yaml": "theirs"}


@pytest.mark.parametrize("has_links", [True, False])
def test_a_link_is_not_created_through(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, has_links: bool
) -> None:
    """One that leads out of the folder, to nothing yet."""
    if not has_links:
        monkeypatch.setattr(Path, "hardlink_to", refuse)
    monkeypatch.setattr(routine_files_module, "routine_files", lambda _: [])
    desk.user.mkdir()
    (desk.user / "hips.yaml").symlink_to(tmp_path / "outside.yaml")
    with pytest.raises(NameTakenError):
        desk.files.create("hips.yaml", "mine")
    assert not (tmp_path / "outside.yaml").exists()
    assert [path.name for path in desk.user.iterdir()] == ["hips.yaml"]


@pytest.mark.parametrize("error", [OSError(31, "Too many links"), PermissionError(13, "Permission denied")])
def test_create_without_second_names(desk: Desk, monkeypatch: pytest.MonkeyPatch, error: OSError) -> None:
    """As in a browser's memory and on Android; the same comes of it."""

    def no_link(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "hardlink_to", no_link)
    desk.files.create("hips.yaml", ODD_TEXT)
    assert (desk.kept(), desk.told) == ({"hips.yaml": ODD_TEXT}, 1)


def test_a_rename_that_fails_without_second_names_leaves_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the reserved name nor what was written."""
    monkeypatch.setattr(Path, "hardlink_to", refuse)
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UserFacingError, match=r"hips\.yaml cannot be saved: no space left on device; see"):
        desk.files.create("hips.yaml", "a")
    assert (desk.kept(), desk.told) == ({}, 0)


def test_a_failed_create_leaves_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full, say."""
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(UserFacingError, match=r"hips\.yaml cannot be saved: no space left on device; see"):
        desk.files.create("hips.yaml", "a")
    assert (desk.kept(), desk.told) == ({}, 0)


def test_killed_while_creating(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was half written is no routine, and its name is still free."""

    class KilledError(BaseException):
        """What nothing catches."""

    def kill(*_: object) -> None:
        raise KilledError

    monkeypatch.setattr(Path, "hardlink_to", kill)
    monkeypatch.setattr(Path, "unlink", kill)
    with pytest.raises(KilledError):
        desk.files.create("hips.yaml", "a")
    monkeypatch.undo()
    assert desk.files.read("hips.yaml") is None
    assert all(name.startswith(".") for name in desk.kept())
    assert desk.files.free_name("hips") == "hips.yaml"


def test_save(desk: Desk) -> None:
    """The file has the new text to the byte, and can be saved again from what was given back."""
    desk.write("hips.yaml", "a")
    saved = desk.files.save(desk.read("hips.yaml"), ODD_TEXT)
    assert saved == desk.files.read("hips.yaml") == RoutineFile("hips.yaml", ODD_TEXT, version(ODD_TEXT))
    desk.files.save(saved, "c")
    assert (desk.kept(), desk.told) == ({"hips.yaml": "c"}, 2)


def test_a_shipped_file_is_copied(desk: Desk) -> None:
    """It stays as it is, and what is given back says that it is hidden now."""
    path = desk.ship("hips.yaml", "a")
    saved = desk.files.save(desk.read("hips.yaml"), "b")
    assert (
        saved
        == desk.files.read("hips.yaml")
        == RoutineFile("hips.yaml", "b", version("b"), hides_shipped=True)
    )
    assert (path.read_text(), desk.kept(), desk.told) == ("a", {"hips.yaml": "b"}, 1)


def test_changed_outside(desk: Desk) -> None:
    """It is not written over; what it is now comes with the error, and that can be saved over."""
    path = desk.write("hips.yaml", "a")
    before = desk.read("hips.yaml")
    path.write_text("theirs")
    with pytest.raises(ChangedOutsideError) as caught:
        desk.files.save(before, "mine")
    assert caught.value.current == RoutineFile("hips.yaml", "theirs", version("theirs"))
    assert (desk.kept(), desk.told) == ({"hips.yaml": "theirs"}, 0)
    desk.files.save(caught.value.current, "mine")
    assert desk.kept() == {"hips.yaml": "mine"}


def test_changed_and_changed_back(desk: Desk) -> None:
    """The content counts: a file that was only touched is as it was read."""
    path = desk.write("hips.yaml", "a")
    before = desk.read("hips.yaml")
    path.unlink()
    path.write_text("a")
    assert desk.files.save(before, "b").text == "b"


def test_deleted_outside(desk: Desk) -> None:
    """There is nothing now, and nothing is made unasked."""
    path = desk.write("hips.yaml", "a")
    before = desk.read("hips.yaml")
    path.unlink()
    with pytest.raises(ChangedOutsideError) as caught:
        desk.files.save(before, "mine")
    assert (caught.value.current, desk.kept()) == (None, {})


def test_deleted_outside_with_a_shipped_one_below(desk: Desk) -> None:
    """What is there now is the shipped file, even one of the same content."""
    desk.ship("hips.yaml", "a")
    path = desk.write("hips.yaml", "a")
    before = desk.read("hips.yaml")
    path.unlink()
    with pytest.raises(ChangedOutsideError) as caught:
        desk.files.save(before, "mine")
    assert caught.value.current == RoutineFile("hips.yaml", "a", version("a"), is_shipped=True)


def test_a_users_file_that_appeared_over_a_shipped_one(desk: Desk) -> None:
    """Even one of the same content is not the file that was read."""
    desk.ship("hips.yaml", "a")
    before = desk.read("hips.yaml")
    desk.write("hips.yaml", "a")
    with pytest.raises(ChangedOutsideError) as caught:
        desk.files.save(before, "mine")
    assert caught.value.current == RoutineFile("hips.yaml", "a", version("a"), hides_shipped=True)
    assert desk.kept() == {"hips.yaml": "a"}


def test_a_users_file_that_appeared_at_the_last_moment(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the copy of the shipped one was being written."""
    desk.ship("hips.yaml", "a")
    before = desk.read("hips.yaml")
    link = Path.hardlink_to

    def link_late(path: Path, part: Path) -> None:
        path.write_text("theirs")
        link(path, part)

    monkeypatch.setattr(Path, "hardlink_to", link_late)
    with pytest.raises(ChangedOutsideError) as caught:
        desk.files.save(before, "mine")
    assert caught.value.current == RoutineFile("hips.yaml", "theirs", version("theirs"), hides_shipped=True)
    assert (desk.kept(), desk.told) == ({"hips.yaml": "theirs"}, 0)


def test_a_failed_save_leaves_the_old_file(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full, say: the old file is whole, and nothing is left beside it."""
    desk.write("hips.yaml", "a")
    before = desk.read("hips.yaml")
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(UserFacingError, match=r"hips\.yaml cannot be saved: no space left on device; see"):
        desk.files.save(before, "b")
    assert (desk.kept(), desk.told) == ({"hips.yaml": "a"}, 0)


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
def test_a_text_that_could_not_be_read_again_is_not_written(desk: Desk, text: str, why: str) -> None:
    """Neither into a new file nor into an old one."""
    desk.write("hips.yaml", "a")
    with pytest.raises(UserFacingError) as caught:
        desk.files.create("new.yaml", text)
    assert str(caught.value) == why
    with pytest.raises(UserFacingError) as caught:
        desk.files.save(desk.read("hips.yaml"), text)
    assert str(caught.value) == why
    assert desk.kept() == {"hips.yaml": "a"}


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_a_link_of_the_users_is_followed_and_stays(desk: Desk, tmp_path: Path) -> None:
    """People keep such files in git, and link them to their places; deleting takes the link alone."""
    kept, link = tmp_path / "dotfiles.yaml", desk.user / "hips.yaml"
    kept.write_text("a")
    desk.user.mkdir()
    link.symlink_to(kept)
    desk.files.save(desk.read("hips.yaml"), "b")
    assert (link.is_symlink(), kept.read_text()) == (True, "b")
    desk.files.delete("hips.yaml")
    assert (os.path.lexists(link), kept.read_text()) == (False, "b")


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_a_link_to_nothing(desk: Desk, tmp_path: Path) -> None:
    """It stands for a file that the user misses, so it neither is a shipped one nor is it written through."""
    desk.ship("hips.yaml", "a")
    before = desk.read("hips.yaml")
    desk.user.mkdir()
    (desk.user / "hips.yaml").symlink_to(tmp_path / "gone.yaml")
    sentence = "is a link to a file that is not there; mend the link or delete it."
    with pytest.raises(UserFacingError, match=sentence):
        desk.files.read("hips.yaml")
    with pytest.raises(UserFacingError, match=sentence):
        desk.files.save(before, "b")
    assert not (tmp_path / "gone.yaml").exists()


def test_a_folder_in_its_place(desk: Desk) -> None:
    """It is left alone, and its name is in use."""
    (desk.user / "hips.yaml").mkdir(parents=True)
    sentence = r"hips\.yaml cannot be read: it is a folder; see that it is a file that you can read\."
    with pytest.raises(UserFacingError, match=sentence):
        desk.files.read("hips.yaml")
    with pytest.raises(NameTakenError):
        desk.files.create("hips.yaml", "a")
    assert desk.files.free_name("hips") == "hips-2.yaml"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(desk: Desk) -> None:
    """Reading it would never end."""
    desk.user.mkdir()
    os.mkfifo(desk.user / "hips.yaml")
    with pytest.raises(UserFacingError, match="cannot be read: it is a device or a pipe; see"):
        desk.files.read("hips.yaml")


def test_a_file_in_place_of_the_folder(desk: Desk) -> None:
    """Each method says so in one sentence."""
    desk.user.write_text("")
    calls: tuple[Callable[[], object], ...] = (
        lambda: desk.files.read("hips.yaml"),
        lambda: desk.files.create("hips.yaml", "a"),
        lambda: desk.files.free_name("hips"),
    )
    for call in calls:
        with pytest.raises(UserFacingError, match="not a directory; "):
            call()


def test_delete(desk: Desk) -> None:
    """What it was is given, so that it can be written again."""
    desk.write("hips.yaml", ODD_TEXT)
    deleted = desk.files.delete("hips.yaml")
    assert (deleted.text, desk.kept(), desk.told) == (ODD_TEXT, {}, 1)
    desk.files.create(deleted.file_name, deleted.text)
    assert desk.kept() == {"hips.yaml": ODD_TEXT}


def test_deleting_brings_the_shipped_one_back(desk: Desk) -> None:
    """Which itself is not to be deleted; a save of it brings the user's own back."""
    path = desk.ship("hips.yaml", "a")
    desk.write("hips.yaml", "b")
    assert desk.files.delete("hips.yaml").text == "b"
    shipped = desk.read("hips.yaml")
    assert shipped.is_shipped
    with pytest.raises(UserFacingError, match="ships with the app; only a file of your own can be deleted"):
        desk.files.delete("hips.yaml")
    assert path.read_text() == "a"
    desk.files.save(shipped, "b")
    assert desk.kept() == {"hips.yaml": "b"}


def test_nothing_to_delete(desk: Desk) -> None:
    """Someone was quicker."""
    with pytest.raises(UserFacingError, match=r"hips\.yaml is gone already; look at the list again\."):
        desk.files.delete("hips.yaml")
    assert desk.told == 0


def test_a_failed_delete(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is there still."""
    desk.write("hips.yaml", "a")
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(UserFacingError, match=r"hips\.yaml cannot be deleted: no space left"):
        desk.files.delete("hips.yaml")
    assert (desk.kept(), desk.told) == ({"hips.yaml": "a"}, 0)


def test_free_names(desk: Desk) -> None:
    """Numbered on; capitals, the ending and where a file is make no difference."""
    assert desk.files.free_name("Runner's hips") == "runners-hips.yaml"
    desk.ship("runners-hips.yaml", "")
    assert desk.files.free_name("Runner's hips") == "runners-hips-2.yaml"
    desk.write("Runners-Hips-2.yml", "")
    assert desk.files.free_name("Runner's hips") == "runners-hips-3.yaml"
    assert desk.files.free_name("runners-hips.yaml") == "runners-hips-3.yaml"
    assert desk.files.free_name("Runners-Hips-2.yml") == "runners-hips-2-2.yaml"


@given(title=st.text(max_size=300))
@settings(max_examples=few_or_many(50, 200))
def test_every_free_name_can_be_created(title: str) -> None:
    """Whatever the title, and twice."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        for _ in range(2):
            desk.files.create(desk.files.free_name(title), "a")
        assert len(desk.kept()) == 2


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
def test_odd_names_are_refused(desk: Desk, name: str) -> None:
    """By every method that takes a name, in one printable sentence; no folder is made."""
    before = RoutineFile(name, "a", version("a"))
    calls: tuple[Callable[[], object], ...] = (
        lambda: desk.files.read(name),
        lambda: desk.files.create(name, "a"),
        lambda: desk.files.save(before, "a"),
        lambda: desk.files.delete(name),
    )
    for call in calls:
        with pytest.raises(UserFacingError, match=r'^The file name ".*" .*; .*\.$') as caught:
            call()
        assert str(caught.value).isprintable()
    assert not desk.user.exists()


@pytest.mark.parametrize("name", NOT_EVERYWHERE)
def test_names_of_other_systems_are_not_made(desk: Desk, name: str) -> None:
    """A file that could not be copied to another device, or whose name deceives."""
    with pytest.raises(UserFacingError, match=r'^The file name ".*" .*; .*\.$'):
        desk.files.create(name, "a")
    assert desk.kept() == {}


@pytest.mark.skipif(os.name != "posix", reason="names of POSIX")
@pytest.mark.parametrize("name", ["7:30.yaml", "what?.yaml", "👩\u200d🦰.yml"])
def test_a_users_own_odd_name_can_be_edited(desk: Desk, name: str) -> None:
    """It is there and works here."""
    desk.write(name, "a")
    desk.files.save(desk.read(name), "b")
    assert desk.kept() == {name: "b"}


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
        desk = Desk(root)
        desk.write("mine.yaml", "mine")
        before = elsewhere(Path(folder), desk)
        calls: tuple[tuple[Callable[[], object], int], ...] = (
            (lambda: desk.files.create(name, "a"), 2),
            (lambda: desk.files.save(desk.read(name), "b"), 2),
            (lambda: desk.files.delete(name), 1),
        )
        for call, count in calls:
            try:
                call()
            except (UserFacingError, NameTakenError):
                break
            assert (elsewhere(Path(folder), desk), len(desk.kept())) == (before, count)
        assert elsewhere(Path(folder), desk) == before
        assert desk.kept() == {"mine.yaml": "mine"}


def elsewhere(folder: Path, desk: Desk) -> set[Path]:
    """What lies in a folder, at any depth, beside the user's own files."""
    return {path for path in folder.rglob("*") if path.parent != desk.user}


def test_two_writers_one_after_the_other(desk: Desk) -> None:
    """Two windows read the same file: the second is told of the first."""
    desk.write("hips.yaml", "a")
    other = FolderRoutineFiles(desk.shipped, desk.user)
    mine, theirs = desk.read("hips.yaml"), other.read("hips.yaml")
    assert theirs is not None
    other.save(theirs, "theirs")
    with pytest.raises(ChangedOutsideError) as caught:
        desk.files.save(mine, "mine")
    assert caught.value.current is not None
    assert caught.value.current.text == "theirs"


@pytest.mark.parametrize("has_links", [True, False])
def test_of_many_who_create_one_succeeds(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, *, has_links: bool
) -> None:
    """At the same moment; what is there is that one's, whole."""
    if not has_links:
        monkeypatch.setattr(Path, "hardlink_to", refuse)
    start, made = threading.Barrier(8), []

    def create(letter: str) -> None:
        files = FolderRoutineFiles(desk.shipped, desk.user)
        start.wait()
        with suppress(NameTakenError):
            made.append(files.create("hips.yaml", letter * 1000).text)

    threads = [threading.Thread(target=create, args=(letter,)) for letter in "abcdefgh"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1
    assert desk.kept() == {"hips.yaml": made[0]}
