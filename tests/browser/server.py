"""A static host for tests: what a plain web server does, on the loopback address only."""

import gzip
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from tests.listening import Listening

# Not the `mimetypes` module, which reads the registry or files of the machine it runs on.
_TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
_COMPRESSED = ("text/", "application/json", "application/xml", "application/manifest", "image/svg")


class StaticServer(Listening):
    """Serve a folder, from `with` to its end; the port is free to choose beforehand.

    The folder may be filled after the server is made: a build needs to know its address.
    """

    def __init__(
        self, folder: Path, *, base: str = "/", headers: Mapping[str, str] | None = None
    ) -> None:
        """Take a free port.

        Args:
            folder: What to serve.
            base: Path to mount it at, with its slashes: `/rse/`. The rest answers 404.
            headers: Sent with every answer.
        """
        self._http = _Host(folder, base, headers or {})
        super().__init__(self._http)
        self.url = f"http://127.0.0.1:{self._http.server_port}{base}"


class _Host(ThreadingHTTPServer):
    def __init__(self, folder: Path, base: str, headers: Mapping[str, str]) -> None:
        self.folder, self.base, self.headers = folder, base, headers
        super().__init__(("127.0.0.1", 0), _Handler)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Host

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if self._is_folder_without_slash(path):
            self._answer(HTTPStatus.MOVED_PERMANENTLY, location=f"{path}/")
        elif file := self._file_at(path):
            self._answer(HTTPStatus.OK, file)
        else:
            self._answer(HTTPStatus.NOT_FOUND, self._file_at(f"{self.server.base}404.html"))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited name
        """Say nothing: tests tell what matters."""

    def _file_at(self, path: str) -> Path | None:
        name = PurePosixPath(path.removeprefix(self.server.base))
        if not path.startswith(self.server.base) or ".." in name.parts:
            return None
        file = self.server.folder / name / ("index.html" if path.endswith("/") else "")
        return file if file.is_file() else None

    def _is_folder_without_slash(self, path: str) -> bool:
        return not path.endswith("/") and self._file_at(f"{path}/") is not None

    def _answer(
        self, status: HTTPStatus, file: Path | None = None, location: str | None = None
    ) -> None:
        body = file.read_bytes() if file else b""
        kind = _TYPES.get(file.suffix, "application/octet-stream") if file else "text/plain"
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        if kind.startswith(_COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, compresslevel=6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
