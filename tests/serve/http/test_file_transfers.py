"""Large files beside the socket: one that is expected comes in, one that is offered goes out, and nothing else."""

import asyncio
from collections.abc import Iterator

import pytest
from starlette.types import Message, Receive, Scope, Send

from routine_app.core.errors import UserFacingError
from routine_app.serve.http import file_transfers
from routine_app.serve.http.file_transfers import ComingFile, FileTransfers
from routine_app.serve.http.transfer_requests import WithTransfers
from tests.ui.virtual_time import in_virtual_time


def request(method: str, path: str, length: int | None = None) -> Scope:
    """What a server tells of a request."""
    headers = [] if length is None else [(b"content-length", str(length).encode())]
    return {"type": "http", "method": method, "path": path, "headers": headers, "extensions": {}}


def body(*pieces: bytes) -> Receive:
    """A body that comes in pieces, and then the end of the connection."""
    parts: list[Message] = [
        {"type": "http.request", "body": piece, "more_body": place < len(pieces)}
        for place, piece in enumerate(pieces, start=1)
    ]
    messages: Iterator[Message] = iter([*parts, {"type": "http.disconnect"}])

    async def receive() -> Message:
        await asyncio.sleep(0)
        return next(messages)

    return receive


class Server:
    """What a browser reaches: `passed` has the paths of what was none of the transfers' concern."""

    def __init__(self) -> None:
        self.transfers = FileTransfers()
        self.passed: list[str] = []
        self._app = WithTransfers(self._pass, self.transfers)

    async def _pass(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - as a server calls it
        self.passed.append(scope["path"])

    async def ask(self, scope: Scope, receive: Receive | None = None) -> list[Message]:
        """What is answered."""
        answer: list[Message] = []

        async def send(message: Message) -> None:
            answer.append(message)

        await self._app(scope, receive or body(), send)
        return answer


def waiting(coming: ComingFile, told: list[float]) -> "asyncio.Task[object]":
    """Wait for a file, and note what is told of it."""
    return asyncio.create_task(coming.pieces(told.append))


@in_virtual_time
async def test_a_file_comes_in_pieces() -> None:
    """Once, at its own address; how much is there is told."""
    server, told = Server(), list[float]()
    coming = server.transfers.expect(6)
    pieces = waiting(coming, told)
    scope = request("PUT", coming.address, 6)
    assert server.transfers.expects(scope)
    (start, _) = await server.ask(scope, body(b"ab", b"cd", b"ef"))
    assert (start["status"], await pieces) == (204, [b"ab", b"cd", b"ef"])
    assert told[-1] == 1.0
    assert not server.transfers.expects(scope)


@pytest.mark.parametrize("parts", [(b"ab",), (b"abcdef", b"g")])
@in_virtual_time
async def test_a_file_that_breaks_off_is_one_sentence(parts: tuple[bytes, ...]) -> None:
    """Nor is more taken than was said."""
    server = Server()
    coming = server.transfers.expect(6)
    pieces = waiting(coming, [])
    (start, _) = await server.ask(request("PUT", coming.address, 6), body(*parts))
    assert start["status"] == 400
    with pytest.raises(UserFacingError, match=r"^The file did not arrive as a whole; pick it again\.$"):
        await pieces


@in_virtual_time
async def test_a_file_that_never_comes_is_one_sentence() -> None:
    """After a while, and then it may not come any more."""
    server = Server()
    coming = server.transfers.expect(6)
    with pytest.raises(UserFacingError, match="did not arrive"):
        await coming.pieces(lambda _share: None)
    assert asyncio.get_running_loop().time() == file_transfers.SILENCE_SECONDS
    assert not server.transfers.expects(request("PUT", coming.address, 6))


@in_virtual_time
async def test_nothing_else_comes_in() -> None:
    """Of another size or by another method, or where nothing is expected."""
    transfers = FileTransfers()
    address = transfers.expect(6).address
    others = [
        request("PUT", address, 7),
        request("PUT", address),
        request("POST", address, 6),
        request("PUT", f"{address}x", 6),
        request("PUT", "/", 6),
        {"type": "lifespan"},
    ]
    assert [scope for scope in others if transfers.expects(scope)] == []
    assert len(address) > 40


@in_virtual_time
async def test_a_file_is_fetched_while_it_is_offered() -> None:
    """Under its name, piece by piece, and by no browser kept; after a while it is gone."""
    server = Server()
    address = server.transfers.offer("mine ü.json", [b"ab", b"cd"])
    start, *rest = await server.ask(request("GET", address))
    headers = dict(start["headers"])
    assert headers[b"content-disposition"] == b"attachment; filename*=UTF-8''mine%20%C3%BC.json"
    assert (headers[b"content-length"], headers[b"cache-control"]) == (b"4", b"no-store")
    assert [message.get("body", b"") for message in rest] == [b"ab", b"cd", b""]
    assert [message.get("more_body", False) for message in rest] == [True, True, False]
    await asyncio.sleep(file_transfers.OFFER_SECONDS + 1)
    assert await server.ask(request("GET", address)) == []
    assert server.passed == [address]
