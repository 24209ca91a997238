"""``/conv_transpose2d``: a transposed convolution in both pictures, as a trace, as pages and single steps.

Steps are those of the gather picture, one for each output cell; with ``picture=scatter``
those of the scatter picture, one for each input cell.
"""

from functools import partial
from typing import Annotated

from fastapi import Body, Query, Request, Response

from app.api import transposed_responses
from app.api.examples import TRANSPOSED_BODIES
from app.api.models import ConvTranspose2dRequest, Picture, PictureChoice, PictureStepsPage
from app.api.operations import CONV_TRANSPOSE2D
from app.api.pack_transposed import pack_transposed
from app.api.query import (
    ConvTranspose2dQuery,
    ConvTranspose2dStepsQuery,
    read_transposed_query,
    write_query,
)
from app.api.routers import Number, routers_of
from app.api.stepping import Computation, send_step, send_steps, send_trace
from app.api.unpack_transposed import unpack_transposed
from app.core.gather import GatherTrace
from app.core.scatter import ScatterTrace

router, json_router = routers_of(CONV_TRANSPOSE2D)

InAddress = Annotated[ConvTranspose2dQuery, Query()]
InBody = Annotated[ConvTranspose2dRequest, Body(openapi_examples=TRANSPOSED_BODIES)]


@router.get(
    "",
    operation_id="get_conv_transpose2d",
    summary="A transposed convolution with all steps of both pictures",
    responses=transposed_responses.TRACE,
)
async def get_trace(request: Request, query: InAddress) -> Response:
    """The trace of the address.

    A picture comes without its steps where it has more than 1,024, or more than 50,000 products in all.
    """
    return await send_trace(request, _computation(read_transposed_query(query)))


@router.get(
    "/steps",
    operation_id="get_conv_transpose2d_steps",
    summary="Some of the steps of one picture",
    responses=transposed_responses.STEPS,
)
async def get_steps(request: Request, query: Annotated[ConvTranspose2dStepsQuery, Query()]) -> Response:
    """A page of steps; with ``Accept: application/x-ndjson`` all of them as a stream, one a line."""
    return await send_steps(request, _computation(read_transposed_query(query), query.picture), query)


@router.get(
    "/steps/{number}",
    operation_id="get_conv_transpose2d_step",
    summary="One step of one picture",
    responses=transposed_responses.STEP,
)
async def get_step(request: Request, number: Number, query: InAddress) -> Response:
    """One output cell and what is gathered for it, or one input cell and what it adds where."""
    return await send_step(request, _computation(read_transposed_query(query), query.picture), number)


@json_router.post(
    "",
    operation_id="post_conv_transpose2d",
    summary="The same, asked with JSON",
    responses=transposed_responses.TRACE,
)
async def post_trace(request: Request, body: InBody) -> Response:
    """The trace of the body.

    A picture comes without its steps where it has more than 1,024, or more than 50,000 products in all.
    """
    return await send_trace(request, _computation(body))


@json_router.post(
    "/steps",
    operation_id="post_conv_transpose2d_steps",
    summary="The same, asked with JSON",
    responses=transposed_responses.STEPS,
)
async def post_steps(request: Request, body: InBody, page: Annotated[PictureStepsPage, Query()]) -> Response:
    """A page of steps; with ``Accept: application/x-ndjson`` all of them as a stream, one a line."""
    return await send_steps(request, _computation(body, page.picture), page)


@json_router.post(
    "/steps/{number}",
    operation_id="post_conv_transpose2d_step",
    summary="The same, asked with JSON",
    responses=transposed_responses.STEP,
)
async def post_step(
    request: Request, number: Number, body: InBody, choice: Annotated[PictureChoice, Query()]
) -> Response:
    """One output cell and what is gathered for it, or one input cell and what it adds where."""
    return await send_step(request, _computation(body, choice.picture), number)


def _computation(body: ConvTranspose2dRequest, picture: Picture = "gather") -> Computation:
    transposed = unpack_transposed(body)
    query = write_query(body)
    trace: GatherTrace | ScatterTrace = GatherTrace(transposed)
    if picture == "scatter":
        trace, query = ScatterTrace(transposed), "&".join(filter(None, (query, "picture=scatter")))
    return Computation(
        CONV_TRANSPOSE2D,
        query,
        trace,
        terms_per_step=transposed.kernel.size,
        pack=partial(pack_transposed, transposed),
    )
