"""From a transposed convolution to the document on the wire: both pictures side by side."""

from typing import Any

from app.api.fields import LARGEST_OUTPUT_PADDING
from app.api.pack import pack_all_steps, pack_geometry, pack_precision
from app.core.gather import GatherTrace
from app.core.scatter import ScatterTrace
from app.core.transposed import TransposedConvolution2d, TransposedGeometry
from app.core.transposed_bounds import TransposedLargest, transposed_bounds_of
from app.core.transposed_equivalents import transposed_equivalents
from app.settings import LIMITS

_LARGEST = TransposedLargest(
    stride=LIMITS.stride,
    dilation=LIMITS.dilation,
    padding=LIMITS.padding,
    output_padding=LARGEST_OUTPUT_PADDING,
    input_size=LIMITS.grid_side,
    kernel_size=LIMITS.kernel_side,
    stretched_size=LIMITS.stretched_side,
)


def pack_transposed(
    transposed: TransposedConvolution2d, links: dict[str, str], *, steps_at_most: int = LIMITS.steps_in_trace
) -> dict[str, Any]:
    """Everything about a transposed convolution, with the steps of a picture where they are small enough."""
    gather = transposed.gather
    gathering, scattering = GatherTrace(transposed), ScatterTrace(transposed)
    terms = transposed.kernel.size
    return {
        "input": gather.shown(transposed.image).tolist(),
        "padded_input": gather.shown_padded.tolist(),
        "kernel": gather.shown(transposed.kernel).tolist(),
        "divisor": gather.divisor,
        "applied_kernel": gather.shown(gather.applied_kernel).tolist(),
        "bias": gather.shown_bias,
        "geometry": pack_transposed_geometry(transposed),
        "bounds": pack_transposed_bounds(transposed.geometry),
        "output": gather.output.tolist(),
        "step_count": gathering.step_count,
        "precision": pack_precision(gather),
        "steps": pack_all_steps(gathering, terms, steps_at_most),
        "scatter_step_count": scattering.step_count,
        "scatter_steps": pack_all_steps(scattering, terms, steps_at_most),
        "equivalent": transposed_equivalents(transposed),
        "links": links,
    }


def pack_transposed_geometry(transposed: TransposedConvolution2d) -> dict[str, Any]:
    """The geometry of the gather picture, with what was asked for and the index tables of scattering."""
    geometry = transposed.geometry
    return {
        **pack_geometry(transposed.gather),
        "input_size": geometry.input_shape,
        "stretched_size": geometry.stretched_shape,
        "stride": geometry.stride,
        "requested_padding": geometry.padding,
        "output_padding": geometry.output_padding,
        "formula": {"rows": geometry.rows.formula, "columns": geometry.columns.formula},
        "row_targets": geometry.rows.targets.tolist(),
        "column_targets": geometry.columns.targets.tolist(),
    }


def pack_transposed_bounds(geometry: TransposedGeometry) -> dict[str, Any]:
    """How far each number can go while all others stay as they are."""
    rows, columns = transposed_bounds_of(geometry, _LARGEST)
    return {
        "stride": {"rows": rows.stride, "columns": columns.stride},
        "dilation": {"rows": rows.dilation, "columns": columns.dilation},
        "padding_both": {"rows": rows.padding, "columns": columns.padding},
        "output_padding": {"rows": rows.output_padding, "columns": columns.output_padding},
        "size": {"rows": rows.input_size, "columns": columns.input_size},
        "kernel_size": {"rows": rows.kernel_size, "columns": columns.kernel_size},
    }
