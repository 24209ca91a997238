"""How an answer leaves: encoded once, and named by a strong ETag.

An answer to GET is a pure function of its address, so it may be kept for a day
and need not be computed for a caller who has it; an answer to POST is not kept.
"""

from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import Any

import orjson
from fastapi import Request, Response

from app import __version__
from app.api.links import link_header
from app.api.work import run

Headers = Mapping[str, str]

_KEPT = "public, max-age=86400"


class NotModified(Exception):  # noqa: N818  # a turn of the protocol, not an error
    """The caller has this answer already."""

    def __init__(self, headers: Headers) -> None:
        self.headers = headers


def cached(request: Request, *parts: str) -> Headers:
    """The caching headers of an answer that depends on these parts and on the path alone.

    Raises:
        NotModified: If the caller has the answer already.
    """
    vary = {"Vary": "Accept"}
    if request.method != "GET":
        return {"Cache-Control": "no-store", **vary}
    root: str = request.scope.get("root_path", "")
    # The compressed answer is another sequence of bytes, so a strong tag must tell the two apart.
    encoding = "gzip" if "gzip" in request.headers.get("accept-encoding", "") else "identity"
    key = "\n".join((__version__, root, request.url.path, encoding, *parts))
    etag = f'"{blake2b(key.encode(), digest_size=16).hexdigest()}"'
    headers = {"ETag": etag, "Cache-Control": _KEPT, **vary}
    known = request.headers.get("if-none-match", "")
    if known == "*" or etag in {each.strip().removeprefix("W/") for each in known.split(",")}:
        # What GZipMiddleware adds to a body that it compresses, a 304 has to say for itself.
        raise NotModified({**headers, "Vary": "Accept, Accept-Encoding"})
    return headers


async def as_json(
    pack: Callable[[], dict[str, Any]], terms: int, headers: Headers, links: Mapping[str, str] | None = None
) -> Response:
    """The packed document as JSON.

    Args:
        pack: Computes the document.
        terms: Products it is made of, which decides where it is computed.
        headers: Caching headers.
        links: Sent as a ``Link`` header as well, where they are short.
    """
    content = await run(terms, lambda: orjson.dumps(pack()))
    link = link_header(links or {})
    return Response(content, media_type="application/json", headers={**headers, **link})
