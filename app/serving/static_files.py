"""Static files from memory, under an address that changes when any of them does.

The hash of all contents stands in the path, ``/static/<hash>/js/main.js``, not behind it: so a
relative ``import "./x.js"`` inside a module keeps it, and a browser may keep every file for a year.
"""

import gzip
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocketClose

from app.paths import STATIC
from app.problems import Problem, prefix_of
from app.serving.comments import without_comments
from app.serving.headers import route_path
from app.serving.page_files import imports_of, needed_at_once, with_page_sheets

# Only these are served, so that an editor's backup or a note beside a module stays private.  Spelled out,
# because the mimetypes module asks the machine, and on some machines JavaScript is plain text.
MEDIA_TYPES = {
    ".css": "text/css",
    ".ico": "image/x-icon",
    ".js": "text/javascript",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}
FOREVER = "public, max-age=31536000, immutable"
ZERO_WEIGHT = re.compile(r"q=0(\.0*)?")

NOT_FOUND = Problem("not-found", "There is no file with this name here. Check the spelling of the address.")
ONLY_READING = Problem("method-not-allowed", "Files can only be read: use GET or HEAD.")

# Path, time of change in nanoseconds, size in bytes.
Fingerprint: TypeAlias = list[tuple[Path, int, int]]


@dataclass(frozen=True, slots=True)
class Variant:
    """One file in one encoding.

    Attributes:
        body: What is sent.
        headers: What is true of it under every address.
    """

    body: bytes
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Asset:
    """One file: as it is, and compressed; twice the same where compressing gains nothing."""

    media_type: str
    plain: Variant
    gzipped: Variant


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All files at one moment.

    Attributes:
        version: Hash over all names and contents, the part of the address that changes.
        assets: By path below the directory, with forward slashes.
        imports: Of each module, the paths of the modules that it needs before it runs.
    """

    version: str
    assets: dict[str, Asset]
    imports: dict[str, tuple[str, ...]]

    def url(self, path: str) -> str:
        """Address of a file below the site's root, such as ``/static/<hash>/css/base.css``.

        Raises:
            FileNotFoundError: No such file is served; a template names it wrongly.
        """
        if path not in self.assets:
            raise FileNotFoundError(f"there is no static file {path!r}")
        return f"/static/{self.version}/{path}"

    def modules(self, entry: str) -> list[str]:
        """Paths of a module and of all that it needs before it runs: what a page may preload."""
        return needed_at_once(entry, self.imports)


class StaticAssets:
    """The files below a directory, as an ASGI application to be mounted at ``/static``.

    Args:
        directory: Read once, at the start.
        watch: Look for changed files before every use; for a checkout, where they are being edited.
    """

    def __init__(self, directory: Path = STATIC, *, watch: bool = False) -> None:
        self._directory = directory
        self._watch = watch
        self._fingerprint = fingerprint_of(directory)
        self._snapshot = read_snapshot(directory)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; there is no WebSocket among files."""
        if scope["type"] == "websocket":
            await WebSocketClose()(scope, receive, send)
            return
        await self._response(scope)(scope, receive, send)

    def _response(self, scope: Scope) -> Response:
        if scope["method"] not in ("GET", "HEAD"):
            return ONLY_READING.response(prefix_of(scope), {"Allow": "GET, HEAD"})
        version, _, path = route_path(scope).removeprefix("/").partition("/")
        # A page has just looked at all files; to do it again for each of them takes longer than to send it.
        snapshot = self._snapshot if version == self._snapshot.version else self.current()
        asset = snapshot.assets.get(path)
        if asset is None:
            return NOT_FOUND.response(prefix_of(scope))
        # A page from before an update asks under the old hash: it gets what there is, but may not keep it.
        lifetime = FOREVER if version == snapshot.version else "no-cache"
        return asset_response(asset, Headers(scope=scope), lifetime)

    def current(self) -> Snapshot:
        """The files as they are now; a page takes them once, so that all of its addresses agree."""
        if self._watch:
            fingerprint = fingerprint_of(self._directory)
            if fingerprint != self._fingerprint:
                self._snapshot = read_snapshot(self._directory)
                self._fingerprint = fingerprint
        return self._snapshot


def asset_response(asset: Asset, request_headers: Headers, lifetime: str) -> Response:
    """One file in the encoding that the client takes, or 304 if the client has it already."""
    variant = asset.gzipped if accepts_gzip(request_headers) else asset.plain
    headers = {**variant.headers, "Cache-Control": lifetime}
    if holds(request_headers, variant.headers["ETag"]):
        headers.pop("Content-Encoding", None)
        return Response(status_code=304, headers=headers)
    return Response(variant.body, headers=headers, media_type=asset.media_type)


def accepts_gzip(request_headers: Headers) -> bool:
    """Whether Accept-Encoding admits gzip, by name or by ``*``, with a weight above zero."""
    weights = {}
    for item in ",".join(request_headers.getlist("accept-encoding")).lower().split(","):
        coding, _, parameter = item.replace(" ", "").partition(";")
        weights[coding] = parameter
    weight = weights.get("gzip", weights.get("*", "q=0"))
    return ZERO_WEIGHT.fullmatch(weight) is None


def holds(request_headers: Headers, tag: str) -> bool:
    """Whether If-None-Match names this version of the file."""
    tags = ",".join(request_headers.getlist("if-none-match")).split(",")
    return any(known.strip().removeprefix("W/") in (tag, "*") for known in tags)


def served_files(directory: Path) -> Iterator[Path]:
    """The files below a directory that are of a served type."""
    return (path for path in directory.rglob("*") if path.suffix in MEDIA_TYPES and path.is_file())


def fingerprint_of(directory: Path) -> Fingerprint:
    """What changes whenever a file is added, removed or written."""
    found = [(path, path.stat()) for path in sorted(served_files(directory))]
    return [(path, status.st_mtime_ns, status.st_size) for path, status in found]


def read_snapshot(directory: Path) -> Snapshot:
    """Read and compress all files below a directory."""
    contents = {
        path.relative_to(directory).as_posix(): without_comments(path.read_bytes(), path.suffix)
        for path in sorted(served_files(directory))
    }
    contents = with_page_sheets(contents)
    # The names and the hashes of the contents have fixed ends, so no two sets of files look alike.
    names = "".join(f"{path}\0{content_hash(body)}\0" for path, body in contents.items())
    assets = {path: make_asset(MEDIA_TYPES[Path(path).suffix], body) for path, body in contents.items()}
    imports = {path: imports_of(path, body) for path, body in contents.items() if path.endswith(".js")}
    return Snapshot(content_hash(names.encode()), assets, imports)


def make_asset(media_type: str, body: bytes) -> Asset:
    """A file and its compressed form, each with its own entity tag, as HTTP asks for."""
    tag = content_hash(body)
    compressed = gzip.compress(body, compresslevel=9, mtime=0)
    if len(compressed) >= len(body):
        plain = Variant(body, {"ETag": f'"{tag}"'})
        return Asset(media_type, plain, plain)
    vary = {"Vary": "Accept-Encoding"}
    return Asset(
        media_type,
        plain=Variant(body, {"ETag": f'"{tag}"', **vary}),
        gzipped=Variant(compressed, {"ETag": f'"{tag}-gzip"', "Content-Encoding": "gzip", **vary}),
    )


def content_hash(content: bytes) -> str:
    """Sixteen hexadecimal digits that differ when the contents do."""
    return hashlib.sha256(content).hexdigest()[:16]
