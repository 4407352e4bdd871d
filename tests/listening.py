"""What every server of the tests does: listen on the loopback address, and stop."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from http.server import ThreadingHTTPServer
    from types import TracebackType


class Listening:
    """Answers from `with` to its end."""

    def __init__(self, http: ThreadingHTTPServer) -> None:
        """Hold a server that has its port."""
        self._server = http
        self._thread = Thread(target=http.serve_forever, kwargs={"poll_interval": 0.05})

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
