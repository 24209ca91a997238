"""``/share.svg``: the link of a page as a QR code, for a class with phones."""

from urllib.parse import parse_qsl, quote

from fastapi import APIRouter, Request, Response

from app.api import responses
from app.api.links import PREFIX
from app.api.work import INLINE_TERMS, run
from app.imaging.qr import TextTooLongError, qr_svg
from app.problems import Problem, ProblemError

SVG = "image/svg+xml"

_TITLE = "QR code of the link to this page"
_TOO_LONG = (
    "The link is too long: a QR code holds about 2,900 characters, and it has {length:,}. "
    "Use a named input or a smaller one."
)
_PICTURE: responses.Responses = {
    200: {"content": {SVG: {"schema": {"type": "string"}}}, "description": "The QR code"}
}

_PROBLEMS = responses.PROBLEMS | {422: responses.problem("The link is too long.", "too-long-for-a-qr-code")}

router = APIRouter(tags=["share"], responses=_PROBLEMS)


@router.get(
    f"{PREFIX}/share.svg",
    operation_id="get_share",
    summary="The link of a page as a QR code",
    responses=_PICTURE,
    response_class=Response,
)
async def get_share(request: Request) -> Response:
    """A QR code that leads to the page of this server with the same query string, whatever stands in it."""
    link = page_link(request)
    try:
        # A code takes up to half a second, so that it never runs beside the answers to others.
        drawing = await run(INLINE_TERMS + 1, lambda: qr_svg(link, title=_TITLE))
    except TextTooLongError:
        detail = _TOO_LONG.format(length=len(link))
        raise ProblemError(Problem("too-long-for-a-qr-code", detail)) from None
    return Response(drawing, media_type=SVG, headers={"Cache-Control": "no-store"})


def page_link(request: Request) -> str:
    """The page on the host that was asked, with the query string of the request in its shortest spelling."""
    texts = parse_qsl(request.url.query, keep_blank_values=True)
    query = "&".join(f"{quote(name)}={quote(text, safe=',;:/')}" for name, text in texts)
    return f"{request.base_url}?{query}" if query else str(request.base_url)
