"""From a convolution to the documents on the wire, in snake_case, as plain dicts for orjson."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from app.api.models import StepsPage
from app.core.bounds import Largest, bounds_of
from app.core.convolution import Convolution2d
from app.core.geometry import Conv2dGeometry
from app.core.layer import LayerTrace
from app.core.layer_equivalents import layer_equivalents
from app.settings import LIMITS

_LARGEST = Largest(
    input_size=LIMITS.grid_side,
    kernel_size=LIMITS.kernel_side,
    stride=LIMITS.stride,
    dilation=LIMITS.dilation,
    padding=LIMITS.padding,
    multiply_adds=LIMITS.multiply_adds,
)


class Steps(Protocol):
    """What can be sent step by step."""

    @property
    def step_count(self) -> int:
        """How many steps there are."""

    def steps(self, start: int = 0, stop: int | None = None) -> Sequence[Mapping[str, Any]]:
        """Steps ``start`` to ``stop`` - 1, counted from 0."""


def pack_trace(
    trace: LayerTrace, links: dict[str, str], *, steps_at_most: int = LIMITS.steps_in_trace
) -> dict[str, Any]:
    """Everything about a convolution, with all of its steps where they are small enough together.

    What each kernel has of its own is a list, unless there is one kernel over one channel.
    """
    layer = trace.layer

    def by_kernel(part: Callable[[Convolution2d], Any]) -> Any:  # noqa: ANN401  # as the part
        return part(layer.first) if layer.is_flat else [part(each) for each in layer.maps]

    return {
        "input": layer.first.shown(layer.first.image).tolist(),
        "padded_input": layer.first.shown_padded.tolist(),
        "kernel": by_kernel(lambda each: each.shown(each.kernel).tolist()),
        "divisor": by_kernel(lambda each: each.divisor),
        "applied_kernel": by_kernel(lambda each: each.shown(each.applied_kernel).tolist()),
        "bias": by_kernel(lambda each: each.shown_bias),
        "geometry": pack_geometry(layer.first, output_channels=len(layer.maps)),
        "bounds": pack_bounds(layer.geometry, planes=layer.first.channel_count * len(layer.maps)),
        "output": by_kernel(lambda each: each.output.tolist()),
        "step_count": trace.step_count,
        "precision": by_kernel(pack_precision),
        "steps": pack_all_steps(trace, trace.terms_per_output, steps_at_most),
        "equivalent": layer_equivalents(layer),
        "links": links,
    }


def pack_all_steps(trace: Steps, terms_per_step: int, steps_at_most: int) -> Sequence[Mapping[str, Any]]:
    """All steps for one answer; none where they are too many, or too many products together."""
    terms = trace.step_count * terms_per_step
    is_small = trace.step_count <= steps_at_most and terms <= LIMITS.terms_in_trace
    return trace.steps() if is_small else ()


def pack_page(trace: Steps, page: StepsPage, links: dict[str, str]) -> dict[str, Any]:
    """Some of the steps, none behind the last one, and how many there are."""
    return {
        "count": trace.step_count,
        "offset": page.offset,
        "limit": page.limit,
        "steps": trace.steps(page.offset, page.offset + page.limit),
        "links": links,
    }


def pack_step(trace: Steps, number: int, links: dict[str, str]) -> dict[str, Any]:
    """One step, counted from 1, with its neighbours."""
    return {**trace.steps(number - 1, number)[0], "links": links}


def pack_geometry(convolution: Convolution2d, *, output_channels: int = 1) -> dict[str, Any]:
    """Sizes and index tables: all that a picture of the convolution needs to know."""
    geometry = convolution.geometry
    rows, columns = geometry.rows, geometry.columns
    return {
        "input_size": geometry.input_shape,
        "kernel_size": geometry.kernel_shape,
        "channels": {"input": convolution.channel_count, "output": output_channels},
        "kernel_extent": geometry.kernel_extent,
        "stride": geometry.stride,
        "dilation": geometry.dilation,
        "padding": {
            "top": rows.padding_before,
            "bottom": rows.padding_after,
            "left": columns.padding_before,
            "right": columns.padding_after,
        },
        "border": convolution.border,
        "flip": convolution.flip,
        "output_size": geometry.output_shape,
        "formula": {"rows": rows.formula, "columns": columns.formula},
        "row_indices": rows.indices.tolist(),
        "column_indices": columns.indices.tolist(),
        "unreached": {"rows": rows.unreached, "columns": columns.unreached},
    }


def pack_bounds(geometry: Conv2dGeometry, *, planes: int = 1) -> dict[str, Any]:
    """How far each number can go while all others stay as they are.

    Args:
        geometry: Sizes of one channel under one kernel.
        planes: Channels times kernels; each has its share of the work that is taken.
    """
    largest = replace(_LARGEST, multiply_adds=_LARGEST.multiply_adds // planes)
    rows, columns = bounds_of(geometry, largest)
    return {
        "stride": {"rows": rows.stride, "columns": columns.stride},
        "dilation": {"rows": rows.dilation, "columns": columns.dilation},
        "padding": {
            "top": rows.padding_before,
            "bottom": rows.padding_after,
            "left": columns.padding_before,
            "right": columns.padding_after,
        },
        "padding_both": {"rows": rows.padding_both, "columns": columns.padding_both},
        "size": {"rows": rows.input_size, "columns": columns.input_size},
        "kernel_size": {"rows": rows.kernel_size, "columns": columns.kernel_size},
    }


def pack_precision(convolution: Convolution2d) -> dict[str, Any]:
    """How to print the numbers so that every line adds up."""
    precision = convolution.precision
    return {
        "decimals": precision.decimals,
        "value_decimals": precision.value_decimals,
        "rounded_decimals": precision.rounded_decimals,
        "exact": precision.exact,
    }
