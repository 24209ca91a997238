"""``/conv2d/comparison``: the kernel as it is beside the kernel turned, and what changes."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Query, Request, Response

from app.api import responses
from app.api.documents import ComparisonDocument
from app.api.examples import BODIES
from app.api.links import PREFIX
from app.api.models import Conv2dRequest
from app.api.query import Conv2dQuery, read_query, write_query
from app.api.receiving import JsonRoute, require_clear_query
from app.api.sending import as_json, cached
from app.api.unpack import unpack
from app.core.comparison import Comparison
from app.core.convolution import Convolution2d
from app.core.errors import InvalidParameterError
from app.core.layer import ConvolutionLayer

_PATH = f"{PREFIX}/conv2d/comparison"
_COMPARISON = responses.document(ComparisonDocument, "Both outputs and their difference")

router = APIRouter(
    tags=["conv2d"],
    dependencies=[Depends(require_clear_query)],
    responses=responses.UNCHANGED | responses.PROBLEMS,
)
json_router = APIRouter(
    tags=["conv2d"],
    dependencies=[Depends(require_clear_query)],
    responses=responses.PROBLEMS | responses.BODY_PROBLEMS,
    route_class=JsonRoute,
)


@router.get(
    _PATH,
    operation_id="get_conv2d_comparison",
    summary="Correlation beside convolution",
    responses=_COMPARISON,
)
async def get_comparison(request: Request, query: Annotated[Conv2dQuery, Query()]) -> Response:
    """Both outputs of the convolution in the address, whatever its flip says, and their difference."""
    return await _comparison(request, read_query(query))


@json_router.post(
    _PATH,
    operation_id="post_conv2d_comparison",
    summary="The same, asked with JSON",
    responses=_COMPARISON,
)
async def post_comparison(
    request: Request, body: Annotated[Conv2dRequest, Body(openapi_examples=BODIES)]
) -> Response:
    """Both outputs of the convolution in the body, whatever its flip says, and their difference."""
    return await _comparison(request, body)


async def _comparison(request: Request, body: Conv2dRequest) -> Response:
    comparison = Comparison(_only_map(unpack(body)))
    headers = cached(request, write_query(body))
    terms = 2 * comparison.asked.geometry.step_count * comparison.asked.terms_per_output
    return await as_json(lambda: pack_comparison(comparison), terms, headers)


def _only_map(layer: ConvolutionLayer) -> Convolution2d:
    if len(layer.maps) > 1:
        kernels = f"and there are {len(layer.maps)}"
        raise InvalidParameterError("kernel", f"kernel must be a single one to be compared, {kernels}.")
    return layer.first


def pack_comparison(comparison: Comparison) -> dict[str, Any]:
    """Three grids of one size, and in words what they show."""
    grids = (comparison.correlation.output, comparison.convolution.output, comparison.difference)
    names = ("correlation", "convolution", "difference")
    return {
        **{name: grid.tolist() for name, grid in zip(names, grids, strict=True)},
        "exact": {name: exact.tolist() for name, exact in zip(names, comparison.exact, strict=True)},
        "is_same": comparison.is_same,
        "is_symmetric": comparison.is_symmetric,
        "precision": comparison.precision,
        "sentence": comparison.sentence,
    }
