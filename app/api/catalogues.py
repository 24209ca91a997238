"""``/api/v1`` and what stands beside the operations: index, catalogues, liveness."""

from typing import Any

from fastapi import APIRouter, Request, Response

from app import __version__
from app.api import catalogue_documents
from app.api.links import PREFIX, address
from app.api.responses import UNCHANGED, document
from app.api.sending import as_json, cached
from app.core.inputs import INPUTS
from app.core.kernels import KERNELS
from app.core.presets import PRESETS
from app.settings import LIMITS

SHOWN_SIZE = 6

router = APIRouter(tags=["catalogues"])


@router.get(f"{PREFIX}/", include_in_schema=False)
@router.get(
    PREFIX,
    operation_id="get_index",
    summary="Where everything is, and the limits",
    responses=document(catalogue_documents.IndexDocument, "The index") | UNCHANGED,
)
async def get_index(request: Request) -> Response:
    """Links to everything, the version, and the limits that are enforced."""
    paths = {
        "kernels": f"{PREFIX}/kernels",
        "inputs": f"{PREFIX}/inputs",
        "presets": f"{PREFIX}/presets",
        "conv2d": f"{PREFIX}/conv2d",
        "conv2d_steps": f"{PREFIX}/conv2d/steps",
        "conv2d_first_step": f"{PREFIX}/conv2d/steps/1",
        "picture": f"{PREFIX}/conv2d.svg",
        "share": f"{PREFIX}/share.svg",
        "conv2d_offline": f"{PREFIX}/conv2d.html",
        "conv_transpose2d": f"{PREFIX}/conv_transpose2d",
        "conv_transpose2d_steps": f"{PREFIX}/conv_transpose2d/steps",
        "conv_transpose2d_first_step": f"{PREFIX}/conv_transpose2d/steps/1",
        "conv_transpose2d_offline": f"{PREFIX}/conv_transpose2d.html",
        "openapi": "/openapi.json",
        "health": "/healthz",
        "page": "/",
    }
    index: dict[str, Any] = {
        "name": "Kernelwalk",
        "version": __version__,
        "links": {name: address(request, path) for name, path in paths.items()},
        "limits": LIMITS.as_dict(),
    }
    return await as_json(lambda: index, 1, cached(request))


@router.get(
    f"{PREFIX}/kernels",
    operation_id="get_kernels",
    summary="The catalogue of kernels",
    responses=document(catalogue_documents.KernelsDocument, "All kernels") | UNCHANGED,
)
async def get_kernels(request: Request) -> Response:
    """Every kernel by name: its numbers, its divisor, what it does and where it comes from."""
    return await as_json(lambda: {"count": len(KERNELS), "kernels": pack_kernels()}, 1, cached(request))


@router.get(
    f"{PREFIX}/inputs",
    operation_id="get_inputs",
    summary="The catalogue of inputs",
    responses=document(catalogue_documents.InputsDocument, "All inputs, drawn at 6 × 6") | UNCHANGED,
)
async def get_inputs(request: Request) -> Response:
    """Every input by name, drawn at 6 × 6; ``size`` draws it at any other size."""
    return await as_json(lambda: {"count": len(INPUTS), "inputs": pack_inputs()}, 1, cached(request))


@router.get(
    f"{PREFIX}/presets",
    operation_id="get_presets",
    summary="The settings of the guide to convolution arithmetic",
    responses=document(catalogue_documents.PresetsDocument, "All presets") | UNCHANGED,
)
async def get_presets(request: Request) -> Response:
    """The fifteen settings of Dumoulin & Visin's guide, with digits; ``query`` is the address of each."""
    return await as_json(lambda: {"count": len(PRESETS), "presets": pack_presets()}, 1, cached(request))


@router.get(
    "/healthz",
    operation_id="get_health",
    summary="Liveness",
    responses=document(catalogue_documents.HealthDocument, "Alive"),
)
async def get_health() -> Response:
    """Answers as long as the process does."""
    health = {"status": "ok", "version": __version__}
    return await as_json(lambda: health, 1, {"Cache-Control": "no-store"})


def pack_kernels() -> list[dict[str, Any]]:
    """The kernels in teaching order."""
    return [
        {
            "name": kernel.name,
            "title": kernel.title,
            "values": kernel.weights.tolist(),
            "divisor": kernel.divisor,
            "effect": kernel.effect,
            "derivation": kernel.derivation,
            "source": kernel.source,
        }
        for kernel in KERNELS.values()
    ]


def pack_inputs() -> list[dict[str, Any]]:
    """The inputs in teaching order, each drawn at 6 × 6."""
    return [
        {
            "name": each.name,
            "title": each.title,
            "values": each.draw(SHOWN_SIZE, SHOWN_SIZE, 1).tolist(),
            "shows": each.shows,
        }
        for each in INPUTS.values()
    ]


def pack_presets() -> list[dict[str, Any]]:
    """The presets in the order of the guide; no text of theirs needs an escape in an address."""
    return [
        {
            "name": preset.name,
            "title": preset.title,
            "operation": preset.operation,
            "query": "&".join(f"{name}={text}" for name, text in preset.parameters.items()),
            "shows": preset.shows,
            "source": preset.source,
        }
        for preset in PRESETS.values()
    ]
