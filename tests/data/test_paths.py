"""Where the files are, for each way in which the app is started."""

import os
from pathlib import Path

import platformdirs
import pytest

from routine_app.core.errors import UserFacingError
from routine_app.data import paths
from routine_app.data.paths import (
    AppPaths,
    assets_folder,
    find_places,
    make_folders,
    shipped_routines_folder,
)


def _below(home: Path) -> AppPaths:
    return AppPaths(
        routines=home / "routines",
        history=home / "history.db",
        settings=home / "settings.yaml",
        drafts=home / "drafts",
        running=home / "running",
        log=home / "routine-app.log",
        voice_cache=home / "cache" / "voice",
        client_cache=home / "cache" / "client",
    )


def test_the_home_variable_comes_first(tmp_path: Path) -> None:
    """With ROUTINE_APP_HOME set, everything is below it, in a packaged app too."""
    environment = {
        "ROUTINE_APP_HOME": str(tmp_path / "mine"),
        "FLET_APP_STORAGE_DATA": str(tmp_path / "flet"),
    }
    assert find_places(environment) == _below(tmp_path / "mine")


def test_a_packaged_app_uses_the_folder_that_flet_gives(tmp_path: Path) -> None:
    """Without ROUTINE_APP_HOME, Flet's folder holds everything."""
    assert find_places({"FLET_APP_STORAGE_DATA": str(tmp_path)}) == _below(tmp_path)


@pytest.mark.parametrize("nothing", ["", "  "])
def test_an_empty_variable_is_as_good_as_none(tmp_path: Path, nothing: str) -> None:
    """A variable set to nothing does not put the files into the current folder."""
    environment = {"ROUTINE_APP_HOME": nothing, "FLET_APP_STORAGE_DATA": str(tmp_path)}
    assert find_places(environment) == _below(tmp_path)


def test_otherwise_the_platform_says_where() -> None:
    """Without variables the files are in the platform's folders, named for the app."""
    data = platformdirs.user_data_path("routine-app", appauthor=False)
    places = find_places({})
    assert places.routines == data / "routines"
    assert places.history == data / "history.db"
    assert places.settings == data / "settings.yaml"
    assert places.log == platformdirs.user_log_path("routine-app", appauthor=False) / "routine-app.log"


def test_a_tilde_is_the_users_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`~/stretching` is below the user's home, also where no shell has expanded it."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert find_places({"ROUTINE_APP_HOME": "~/stretching"}) == _below(tmp_path / "stretching")


def test_a_relative_home_is_made_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A later change of the current folder does not move the files."""
    monkeypatch.chdir(tmp_path)
    places = find_places({"ROUTINE_APP_HOME": "mine"})
    assert places == _below(tmp_path / "mine")


@pytest.mark.skipif(os.name == "nt", reason="Windows guesses a home for any name")
def test_a_home_that_nobody_has_is_said_so() -> None:
    """The home of an unknown user gives a sentence with the variable and what it holds."""
    with pytest.raises(UserFacingError) as caught:
        find_places({"ROUTINE_APP_HOME": "~nobody-of-this-name/x"})
    assert str(caught.value) == (
        'ROUTINE_APP_HOME is "~nobody-of-this-name/x", which cannot be made a whole path; '
        "write the path from its root."
    )


def test_looking_creates_nothing(tmp_path: Path) -> None:
    """Finding the places leaves the disk as it was."""
    find_places({"ROUTINE_APP_HOME": str(tmp_path / "mine")})
    assert list(tmp_path.iterdir()) == []


def test_making_the_folders(tmp_path: Path) -> None:
    """Each folder is there afterwards, no file is, and once more does no harm."""
    places = AppPaths(
        routines=tmp_path / "a" / "routines",
        history=tmp_path / "b" / "history.db",
        settings=tmp_path / "c" / "settings.yaml",
        drafts=tmp_path / "f" / "drafts",
        running=tmp_path / "g" / "running",
        log=tmp_path / "d" / "routine-app.log",
        voice_cache=tmp_path / "e" / "voice",
        client_cache=tmp_path / "e" / "client",
    )
    make_folders(places)
    make_folders(places)
    assert sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")) == sorted(
        ["a", str(Path("a", "routines")), "b", "c", "d"]
    )


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    """The error names the folder and why, and says what to do."""
    in_the_way = tmp_path / "mine"
    in_the_way.write_text("a file")
    with pytest.raises(UserFacingError) as caught:
        make_folders(find_places({"ROUTINE_APP_HOME": str(in_the_way)}))
    assert str(caught.value) == (
        f"Cannot create the folder {in_the_way / 'routines'}: not a directory; "
        "set ROUTINE_APP_HOME to a folder you can write to."
    )


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_made_is_one_sentence(tmp_path: Path) -> None:
    """A read-only folder gives the same sentence with the system's reason."""
    tmp_path.chmod(0o555)
    with pytest.raises(
        UserFacingError, match=r"/mine/routines: permission denied; set ROUTINE_APP_HOME"
    ) as caught:
        make_folders(find_places({"ROUTINE_APP_HOME": str(tmp_path / "mine")}))
    assert "\n" not in str(caught.value)


def test_a_checkout_has_the_shipped_files_beside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With no such folder inside the package, the one beside it is meant."""
    monkeypatch.setattr(paths, "PACKAGE_FOLDER", tmp_path / "routine_app")
    assert shipped_routines_folder() == tmp_path / "routines"
    assert assets_folder() == tmp_path / "assets"


def test_a_wheel_has_the_shipped_files_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder inside the package comes before one that happens to be beside it."""
    package = tmp_path / "routine_app"
    for folder in (package / "routines", package / "assets", tmp_path / "routines", tmp_path / "assets"):
        folder.mkdir(parents=True)
    monkeypatch.setattr(paths, "PACKAGE_FOLDER", package)
    assert shipped_routines_folder() == package / "routines"
    assert assets_folder() == package / "assets"


def test_the_shipped_folders_of_this_project_are_found() -> None:
    """The package that runs here finds its own routines and assets."""
    assert shipped_routines_folder().is_dir()
    assert assets_folder().is_dir()
