"""``/conv2d``: a convolution as a trace, as pages of steps, and as single steps.

Each is there twice, for an address with a query string (GET) and for a JSON body
(POST), with the same parameters and the same answer.
"""

from functools import partial
from typing import Annotated

from fastapi import Body, Query, Request, Response

from app.api import responses
from app.api.examples import BODIES
from app.api.models import Conv2dRequest, StepsPage
from app.api.operations import CONV2D
from app.api.pack import pack_trace
from app.api.query import Conv2dQuery, StepsQuery, read_query, write_query
from app.api.routers import Number, routers_of
from app.api.stepping import Computation, send_step, send_steps, send_trace
from app.api.unpack import unpack
from app.core.layer import LayerTrace

router, json_router = routers_of(CONV2D)

InAddress = Annotated[Conv2dQuery, Query()]
InBody = Annotated[Conv2dRequest, Body(openapi_examples=BODIES)]


@router.get(
    "", operation_id="get_conv2d", summary="A convolution with all its steps", responses=responses.TRACE
)
async def get_trace(request: Request, query: InAddress) -> Response:
    """The trace of the convolution in the address.

    ``steps`` is empty where there are more than 1,024 steps, or more than 50,000 products in all of them.
    """
    return await send_trace(request, _computation(read_query(query)))


@router.get("/steps", operation_id="get_conv2d_steps", summary="Some of the steps", responses=responses.STEPS)
async def get_steps(request: Request, query: Annotated[StepsQuery, Query()]) -> Response:
    """A page of steps; with ``Accept: application/x-ndjson`` all of them as a stream, one a line."""
    return await send_steps(request, _computation(read_query(query)), query)


@router.get("/steps/{number}", operation_id="get_conv2d_step", summary="One step", responses=responses.STEP)
async def get_step(request: Request, number: Number, query: InAddress) -> Response:
    """One output cell: patch, products, running sums, value, and what a teacher would say."""
    return await send_step(request, _computation(read_query(query)), number)


@json_router.post(
    "", operation_id="post_conv2d", summary="The same, asked with JSON", responses=responses.TRACE
)
async def post_trace(request: Request, body: InBody) -> Response:
    """The trace of the convolution in the body.

    ``steps`` is empty where there are more than 1,024 steps, or more than 50,000 products in all of them.
    """
    return await send_trace(request, _computation(body))


@json_router.post(
    "/steps", operation_id="post_conv2d_steps", summary="The same, asked with JSON", responses=responses.STEPS
)
async def post_steps(request: Request, body: InBody, page: Annotated[StepsPage, Query()]) -> Response:
    """A page of steps; with ``Accept: application/x-ndjson`` all of them as a stream, one a line."""
    return await send_steps(request, _computation(body), page)


@json_router.post(
    "/steps/{number}",
    operation_id="post_conv2d_step",
    summary="The same, asked with JSON",
    responses=responses.STEP,
)
async def post_step(request: Request, number: Number, body: InBody) -> Response:
    """One output cell: patch, products, running sums, value, and what a teacher would say."""
    return await send_step(request, _computation(body), number)


def _computation(body: Conv2dRequest) -> Computation:
    trace = LayerTrace(unpack(body))
    return Computation(
        CONV2D,
        write_query(body),
        trace,
        terms_per_step=trace.terms_per_output,
        pack=partial(pack_trace, trace),
    )
