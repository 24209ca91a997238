"""Several kernels over one input, as in a layer of a network: each makes an output map of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from app.core.arrays import FloatArray
from app.core.convolution import Convolution2d
from app.core.geometry import Conv2dGeometry
from app.core.padding import Border
from app.core.trace import Step, Trace


@dataclass(frozen=True)
class ConvolutionLayer:
    """One convolution for each kernel.

    Attributes:
        maps: At least one; input, geometry, border and flip are the same in all of them.
    """

    maps: tuple[Convolution2d, ...]

    @classmethod
    def of(
        cls,
        image: FloatArray,
        kernels: Sequence[FloatArray],
        geometry: Conv2dGeometry,
        *,
        border: Border = Border.ZEROS,
        flip: bool = False,
        divisors: Sequence[int],
        biases: Sequence[float],
    ) -> "ConvolutionLayer":
        """A layer that pads its input once.

        Args:
            image: The input, shape (H, W) or (channels, H, W).
            kernels: At least one, shape (K_rows, K_columns) or (channels, K_rows, K_columns).
            geometry: Must describe the rows and columns of these shapes.
            border: What stands in the padding.
            flip: Rotate every kernel by 180 degrees first.
            divisors: One for each kernel.
            biases: One for each kernel.
        """
        first = Convolution2d(image, kernels[0], geometry, border, flip, divisors[0], biases[0])
        others = zip(kernels[1:], divisors[1:], biases[1:], strict=True)
        return cls((first, *(first.under(kernel, divisor=d, bias=b) for kernel, d, b in others)))

    @property
    def first(self) -> Convolution2d:
        """The convolution with the first kernel, for what is the same in all."""
        return self.maps[0]

    @property
    def geometry(self) -> Conv2dGeometry:
        """Sizes and indices of each of the convolutions."""
        return self.first.geometry

    @property
    def is_flat(self) -> bool:
        """Whether there is one kernel and one channel, and no axis for either."""
        return not self.first.has_channels

    @property
    def step_count(self) -> int:
        """Number of steps, which is the number of cells in all output maps."""
        return self.geometry.step_count * len(self.maps)

    @property
    def is_exact(self) -> list[bool]:
        """Which output values are exact, in the order of the steps."""
        exact: list[bool] = np.concatenate([each.is_exact.ravel() for each in self.maps]).tolist()
        return exact


class LayerTrace:
    """The steps of a layer: all cells of the first kernel's map, then all of the second's, and so on."""

    def __init__(self, layer: ConvolutionLayer) -> None:
        self.layer = layer
        is_one_of_several = len(layer.maps) > 1
        self._traces = [
            Trace(convolution, number if is_one_of_several else None)
            for number, convolution in enumerate(layer.maps, 1)
        ]

    @property
    def step_count(self) -> int:
        """Number of steps."""
        return self.layer.step_count

    @property
    def terms_per_output(self) -> int:
        """Products that are added in one step."""
        return self.layer.first.terms_per_output

    def steps(self, start: int = 0, stop: int | None = None) -> list[Step]:
        """Steps ``start`` to ``stop`` - 1, counted from 0; all of them by default."""
        start, stop, _ = slice(start, stop).indices(self.step_count)
        cells = self.layer.geometry.step_count
        return [
            step
            for trace, first in zip(self._traces, range(0, self.step_count, cells), strict=True)
            if start < first + cells and first < stop
            for step in trace.steps(max(start - first, 0), stop - first)
        ]
