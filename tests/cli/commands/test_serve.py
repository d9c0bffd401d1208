"""`routine-app serve`: which addresses it takes."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from routine_app.core.errors import UserFacingError
from routine_app.serve import open_app
from routine_app.serve.http import listener
from routine_app.serve.http.listener import Listener
from routine_app.serve.lan import serve_phones
from tests.cli.conftest import Run
from tests.serve.lan.lan_host import lan_host

Served = list[tuple[str, tuple[str, ...]]]


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Served:
    """What would have been served: by which function, and on which addresses."""
    found: Served = []

    def serve(name: str) -> Callable[..., None]:
        def note(_: object, __: Path, listener: Listener, *___: object) -> None:
            with closing(listener):
                found.append((name, tuple(bound.getsockname()[0] for bound in listener.sockets)))

        return note

    monkeypatch.setattr(open_app, "serve_app", serve("this computer"))
    monkeypatch.setattr(serve_phones, "serve_to_phones", serve("phones"))
    return found


def test_nothing_listens_beyond_loopback(run: Run, served: Served) -> None:
    """Without --lan, however it is called."""
    assert run("serve", "--port", "0").code == 0
    assert run("serve", "--port", "0", "--host", "localhost").code == 0
    assert served == [("this computer", ("127.0.0.1",))] * 2


def test_the_lan_is_served_if_it_is_asked_for(run: Run, served: Served) -> None:
    """On loopback and one address, which may be given."""
    host = lan_host()
    assert run("serve", "--lan", "--port", "0", "--host", host).code == 0
    assert served == [("phones", ("127.0.0.1", host))]


def test_the_address_is_found(run: Run, served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """It need not be given."""
    host = lan_host()
    monkeypatch.setattr(listener, "find_lan_address", lambda: host)
    assert run("serve", "--lan", "--port", "0").code == 0
    assert served == [("phones", ("127.0.0.1", host))]


def test_no_network_is_one_sentence(run: Run, served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 2, and what to do."""

    def fail() -> str:
        raise UserFacingError("This computer is in no local network; connect it.")

    monkeypatch.setattr(listener, "find_lan_address", fail)
    outcome = run("serve", "--lan")
    assert (outcome.code, outcome.out, served) == (2, "", [])
    assert outcome.err == "routine-app: This computer is in no local network; connect it.\n"


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["--host", "0.0.0.0"], "add --lan"),  # noqa: S104 - it is refused
        (["--host", "192.168.1.7"], "add --lan"),
        (["--host", ""], "add --lan"),
        (["--lan", "--host", "0.0.0.0"], "leave --host out"),  # noqa: S104 - the same
        (["--lan", "--host", "127.0.0.1"], "leave --host out"),
        (["--lan", "--host", "198.51.100.7"], "leave --host out"),
    ],
)
def test_a_wrong_host_is_one_sentence(run: Run, served: Served, arguments: list[str], advice: str) -> None:
    """Exit code 2, and what to do."""
    outcome = run("serve", "--port", "0", *arguments)
    assert (outcome.code, outcome.out, served) == (2, "", [])
    assert outcome.err.count("\n") == 1
    assert advice in outcome.err
