"""``/conv2d/share`` and ``/conv_transpose2d/share``: one step as links, pictures and texts to paste."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from app.api import responses
from app.api.figure_query import Conv2dFigureQuery, ConvTranspose2dFigureQuery
from app.api.links import PREFIX
from app.api.operations import CONV2D, CONV_TRANSPOSE2D
from app.api.pack_share import pack_share
from app.api.query import read_query, read_transposed_query
from app.api.receiving import require_clear_query
from app.api.sending import as_json
from app.api.share_addresses import Addresses
from app.api.share_documents import ShareDocument
from app.api.shown import ShownStep, shown_step, shown_transposed_step
from app.api.unpack import unpack
from app.api.unpack_transposed import unpack_transposed

_SHARE = responses.document(ShareDocument, "Addresses and texts")

router = APIRouter(
    prefix=PREFIX,
    tags=["share"],
    dependencies=[Depends(require_clear_query)],
    responses=responses.PROBLEMS,
)


@router.get(
    f"/{CONV2D.name}/share",
    operation_id="get_conv2d_share",
    summary="A step to take along",
    responses=_SHARE,
)
async def get_share(request: Request, query: Annotated[Conv2dFigureQuery, Query()]) -> Response:
    """The step of the address as links, pictures, films and texts to paste, on the host that was asked."""
    asked = read_query(query)
    layer = unpack(asked)
    addresses = Addresses(str(request.base_url), CONV2D, asked, query)
    terms = layer.first.terms_per_output * layer.step_count
    return await _send(addresses, lambda: shown_step(layer, int(query.step or 1)), terms)


@router.get(
    f"/{CONV_TRANSPOSE2D.name}/share",
    operation_id="get_conv_transpose2d_share",
    summary="A step to take along",
    responses=_SHARE,
)
async def get_transposed_share(
    request: Request, query: Annotated[ConvTranspose2dFigureQuery, Query()]
) -> Response:
    """The step of the address in its picture as links, pictures, films and texts to paste."""
    asked = read_transposed_query(query)
    transposed = unpack_transposed(asked)
    addresses = Addresses(str(request.base_url), CONV_TRANSPOSE2D, asked, query)
    terms = transposed.kernel.size * transposed.gather.geometry.step_count
    number = int(query.step or 1)
    return await _send(addresses, lambda: shown_transposed_step(transposed, query.picture, number), terms)


async def _send(addresses: Addresses, shown: Callable[[], ShownStep], terms: int) -> Response:
    # The answer names the host that was asked, so a cache between could hand out another one's.
    headers = {"Cache-Control": "no-store"}
    return await as_json(lambda: pack_share(addresses, shown()), terms, headers)
