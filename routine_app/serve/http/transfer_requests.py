"""The requests by which browsers send files and fetch them.

A module of its own: a window, whose process has these files too, would load for nothing what answers requests.
"""

from http import HTTPStatus

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from routine_app.serve.http.file_transfers import FileTransfers


class WithTransfers:
    """ASGI middleware: answers what concerns these files, and passes everything else on."""

    def __init__(self, app: ASGIApp, transfers: FileTransfers) -> None:
        self._app, self._transfers = app, transfers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take a file, send one, or pass it on."""
        if self._transfers.expects(scope):
            is_whole = await self._transfers.receive(scope, receive)
            status = HTTPStatus.NO_CONTENT if is_whole else HTTPStatus.BAD_REQUEST
            await PlainTextResponse(status_code=status)(scope, receive, send)
        elif self._transfers.offers(scope):
            await self._transfers.send(scope, send)
        else:
            await self._app(scope, receive, send)
