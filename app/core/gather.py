"""The gather picture of a transposed convolution, step by step: a convolution with words of its own."""

from functools import cached_property

import numpy as np

from app.core.arrays import IntArray
from app.core.convolution import Convolution2d
from app.core.narration import PADDING_ONLY, Narrator
from app.core.text_columns import TextArray
from app.core.trace import Trace
from app.core.transposed import TransposedConvolution2d


class GatherTrace(Trace):
    """The steps of one transposed convolution, in raster order of its output cells."""

    def __init__(self, transposed: TransposedConvolution2d) -> None:
        super().__init__(transposed.gather)
        self._is_stretched = transposed.geometry.stretched_shape != transposed.geometry.input_shape

    @cached_property
    def _narrator(self) -> Narrator:
        return GatherNarrator(self.convolution, is_stretched=self._is_stretched)


class GatherNarrator(Narrator):
    """Says that the kernel is rotated, and in which input the rows and columns are counted."""

    def __init__(self, gather: Convolution2d, *, is_stretched: bool) -> None:
        super().__init__(gather)
        self._counted_in = " of the stretched input" if is_stretched else " of the input"

    @property
    def _covers(self) -> str:
        return "The rotated kernel covers %s"

    def _places(self, rows: IntArray, columns: IntArray) -> TextArray:
        places = super()._places(rows, columns)
        return np.where(places == PADDING_ONLY, places, places + self._counted_in)
