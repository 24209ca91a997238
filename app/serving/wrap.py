"""Everything that stands around the application, in the one right order."""

from starlette.types import ASGIApp

from app.serving.head import HeadAsGet
from app.serving.headers import SecurityHeaders
from app.serving.limits import RequestLimits
from app.serving.unexpected import UnexpectedErrors


def guarded(app: ASGIApp) -> ASGIApp:
    """The application as it should be served: from outside, headers, last resort, limits, HEAD."""
    return SecurityHeaders(UnexpectedErrors(RequestLimits(HeadAsGet(app))))
