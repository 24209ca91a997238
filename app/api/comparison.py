"""``/conv2d/comparison``: the kernel as it is beside the kernel turned, and what changes."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import Body, Query, Request, Response

from app.api import responses
from app.api.documents import ComparisonDocument
from app.api.examples import BODIES
from app.api.models import Conv2dRequest
from app.api.operations import CONV2D
from app.api.query import Conv2dQuery, read_query, write_query
from app.api.routers import routers_of
from app.api.sending import as_json, cached
from app.api.unpack import unpack
from app.core.comparison import Comparison
from app.core.layer import ConvolutionLayer

_COMPARISON = responses.document(ComparisonDocument, "Both outputs and their difference")

router, json_router = routers_of(CONV2D)


@router.get(
    "/comparison",
    operation_id="get_conv2d_comparison",
    summary="Correlation beside convolution",
    responses=_COMPARISON,
)
async def get_comparison(request: Request, query: Annotated[Conv2dQuery, Query()]) -> Response:
    """Both outputs of the convolution in the address, whatever its flip says, and their difference."""
    return await _comparison(request, read_query(query))


@json_router.post(
    "/comparison",
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
    layer = unpack(body)
    headers = cached(request, write_query(body))
    terms = 2 * layer.step_count * layer.first.terms_per_output
    return await as_json(lambda: pack_comparison(layer), terms, headers)


def pack_comparison(layer: ConvolutionLayer) -> dict[str, Any]:
    """Three grids of one size, and in words what they show; with channels or kernels, a list of each."""
    comparisons = [Comparison(each) for each in layer.maps]

    def by_kernel(part: Callable[[Comparison], Any]) -> Any:  # noqa: ANN401  # as the part
        return part(comparisons[0]) if layer.is_flat else [part(each) for each in comparisons]

    return {
        "correlation": by_kernel(lambda each: each.correlation.output.tolist()),
        "convolution": by_kernel(lambda each: each.convolution.output.tolist()),
        "difference": by_kernel(lambda each: each.difference.tolist()),
        "exact": {
            name: by_kernel(_exact(index))
            for index, name in enumerate(("correlation", "convolution", "difference"))
        },
        "is_same": all(each.is_same for each in comparisons),
        "is_symmetric": all(each.is_symmetric for each in comparisons),
        "precision": by_kernel(lambda each: each.precision),
        "sentence": _sentence([each.sentence for each in comparisons]),
    }


def _exact(index: int) -> Callable[[Comparison], list[list[bool]]]:
    def cells(comparison: Comparison) -> list[list[bool]]:
        rows: list[list[bool]] = comparison.exact[index].tolist()
        return rows

    return cells


def _sentence(sentences: list[str]) -> str:
    """What there is to see, kernel by kernel where it is not the same for all."""
    if len(set(sentences)) == 1:
        return sentences[0]
    return " ".join(f"Kernel {number}: {sentence}" for number, sentence in enumerate(sentences, 1))
