"""The last resort: an exception that nobody handled becomes a problem document with an id.

Starlette's own last resort is inside every application, answers in plain text and then raises
again, too late for another answer.  So an application that is wrapped here must step aside:

    app.add_exception_handler(Exception, let_through)
"""

import logging
import secrets

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.problems import Problem, prefix_of

logger = logging.getLogger(__name__)


async def let_through(_request: Request, error: Exception) -> Response:
    """Handler for ``Exception`` that leaves the answer to ``UnexpectedErrors``."""
    raise error


class UnexpectedErrors:
    """Answers 500 for an exception of ``app``, unless the response has started."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for the application where it fails."""
        is_started = False

        async def watch(message: Message) -> None:
            nonlocal is_started
            is_started = True
            await send(message)

        try:
            await self.app(scope, receive, watch)
        except ClientDisconnect:
            # The client left, or was cut, while its body was being read: nobody to answer, nothing to mend.
            return
        except Exception:
            if is_started or scope["type"] != "http":
                raise
            await internal_error().response(prefix_of(scope))(scope, receive, send)


def internal_error() -> Problem:
    """Log the exception being handled under a new id, and say that id to the caller, nothing else."""
    error_id = secrets.token_hex(8)
    logger.exception("unexpected error %s", error_id)
    return Problem(
        "internal-error",
        f"Something went wrong on our side, not in your request. Please report it with this id: {error_id}.",
    )
