"""Dataclasses whose methods are compiled ahead: the same classes, made with less."""

import dataclasses
import inspect
from pathlib import Path
from types import CodeType

import pytest

from routine_app.phone import dataclass_methods
from routine_app.phone.dataclass_methods import Methods, compiled_methods, read_methods, write_methods


def define() -> type:
    """Define a class."""

    @dataclasses.dataclass(frozen=True, order=True)
    class Hold:
        seconds: float
        side: str = "left"

    return Hold


def test_a_class_is_as_it_would_be() -> None:
    """With methods compiled now, and with those compiled before; its signature is not written out for a class without words."""
    methods: Methods = {}
    plain = define()
    for _ in range(2):
        with compiled_methods(methods):
            made = define()
        assert repr(made(2.0)) == repr(plain(2.0))
        assert made(2.0) == made(2.0, "left") != made(3.0)
        assert made(2.0) < made(2.0, "right")
        assert hash(made(2.0)) == hash(plain(2.0))
        assert inspect.signature(made) == inspect.signature(plain)
        with pytest.raises(dataclasses.FrozenInstanceError):
            made(2.0).seconds = 3.0
        assert made.__doc__ == "Hold"


def test_what_was_compiled_is_not_compiled_again() -> None:
    """It is run as it was kept, by its text; another text is compiled, and added."""
    methods: Methods = {}
    with compiled_methods(methods):
        define()
    kept = dict(methods)
    methods.update({digest: renamed(code) for digest, code in kept.items()})
    with compiled_methods(methods):
        made = define()
        assert methods.keys() == kept.keys()
        dataclasses.make_dataclass("Other", ["another"])
    assert made.__init__.__code__.co_filename == "kept"  # type: ignore[misc]  # of the class, not of an instance
    assert len(methods) > len(kept)


def renamed(code: CodeType) -> CodeType:
    """The same code, of another file."""
    inner = (renamed(value) if isinstance(value, CodeType) else value for value in code.co_consts)
    return code.replace(co_filename="kept", co_consts=tuple(inner))


def test_afterwards_all_is_as_before() -> None:
    """Also where a module could not be imported."""
    with pytest.raises(ModuleNotFoundError), compiled_methods({}):
        raise ModuleNotFoundError
    assert "exec" not in vars(dataclasses)
    assert vars(dataclasses)["inspect"] is inspect
    assert define().__doc__ == "Hold(seconds: float, side: str = 'left')"


def test_methods_are_kept_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without one there are none."""
    monkeypatch.setattr(dataclass_methods, "COMPILED", tmp_path / "methods.bin")
    assert read_methods() == {}
    with compiled_methods({}) as methods:
        define()
    write_methods(methods)
    assert read_methods() == methods
    assert len(methods) > 0
