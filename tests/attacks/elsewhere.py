"""A host that attacks want to reach: it notes what it is asked for, and answers nothing."""

from __future__ import annotations

from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.listening import Listening


class Elsewhere(Listening):
    """Listens on the loopback address, from `with` to its end."""

    def __init__(self) -> None:
        """Take a free port."""
        self._http = _Host(("127.0.0.1", 0), _Handler)
        super().__init__(self._http)
        self.port = self._http.server_port

    @property
    def asked(self) -> list[str]:
        """What was asked, in order: `GET /x.js`."""
        return self._http.asked


class _Host(ThreadingHTTPServer):
    def __init__(self, address: tuple[str, int], handler: type[_Handler]) -> None:
        self.asked: list[str] = []
        super().__init__(address, handler)


class _Handler(BaseHTTPRequestHandler):
    server: _Host

    def do_GET(self) -> None:
        """Answer « no content »: a page that was sent here stays where it is."""
        self.server.asked.append(f"{self.command} {self.path}")
        self.send_response(HTTPStatus.NO_CONTENT)
        self.end_headers()

    def do_POST(self) -> None:
        """Answer a form that was sent here."""
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited name
        """Say nothing: the list tells."""
