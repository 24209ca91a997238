"""Kernels whose output shows changes only: their weights add up to 0, so flat areas become 0."""

import numpy as np

from app.core.named_kernel import (
    BINOMIAL_3,
    BOX_3,
    CENTRAL_DIFFERENCE,
    IDENTITY,
    LAPLACIAN_4,
    NEIGHBOUR_DIFFERENCE,
    SCHARR_SMOOTHING,
    SECOND_DIFFERENCE,
    UNIT_3,
    NamedKernel,
    outer,
)

_PREWITT = "J. M. S. Prewitt, Object Enhancement and Extraction, 1970"
_SOBEL = "I. Sobel and G. Feldman, A 3×3 Isotropic Gradient Operator for Image Processing, talk, 1968"
_SCHARR = (
    "H. Scharr, Optimale Operatoren in der Digitalen Bildverarbeitung, 2000; OpenCV documentation, cv::Scharr"
)
_ROBERTS = "L. G. Roberts, Machine Perception of Three-Dimensional Solids, 1963"
_GONZALEZ_WOODS = "R. C. Gonzalez and R. E. Woods, Digital Image Processing, 3rd edition, 2008"
_LAPLACIAN = f"{_GONZALEZ_WOODS}, section 3.6"
_LINES = f"{_GONZALEZ_WOODS}, section 10.2"
_LEVEQUE = (
    "R. J. LeVeque, Finite Difference Methods for Ordinary and Partial Differential Equations, 2007, "
    "section 3.5"
)
_POWELL = "V. Powell, Image Kernels Explained Visually, 2015"
_BEAUDET = "P. R. Beaudet, Rotationally Invariant Image Operators, 1978: the mixed second derivative"

_BOX = outer(BOX_3, BOX_3)
_SIDES = BOX_3 - UNIT_3
_LAPLACIAN_OF_DIAGONALS = outer(_SIDES, _SIDES) - 4 * IDENTITY
_ROBERTS_CROSS = np.diag(NEIGHBOUR_DIFFERENCE)
_DIAGONAL_LINE = 3 * np.eye(3, dtype=np.int64) - _BOX

_GRADIENT_KERNELS = (
    NamedKernel(
        name="prewitt-x",
        title="Prewitt x",
        weights=outer(BOX_3, CENTRAL_DIFFERENCE),
        divisor=1,
        effect="Finds vertical edges: positive where the left is brighter, negative where the right is.",
        derivation="smoothing 1 1 1 down × difference 1 0 −1 across",
        source=_PREWITT,
    ),
    NamedKernel(
        name="prewitt-y",
        title="Prewitt y",
        weights=outer(CENTRAL_DIFFERENCE, BOX_3),
        divisor=1,
        effect="Finds horizontal edges: positive where the top is brighter, negative where the bottom is.",
        derivation="difference 1 0 −1 down × smoothing 1 1 1 across",
        source=_PREWITT,
    ),
    NamedKernel(
        name="sobel-x",
        title="Sobel x",
        weights=outer(BINOMIAL_3, CENTRAL_DIFFERENCE),
        divisor=1,
        effect="Finds vertical edges like prewitt-x, but the middle row counts twice.",
        derivation="smoothing 1 2 1 down × difference 1 0 −1 across",
        source=_SOBEL,
    ),
    NamedKernel(
        name="sobel-y",
        title="Sobel y",
        weights=outer(CENTRAL_DIFFERENCE, BINOMIAL_3),
        divisor=1,
        effect="Finds horizontal edges like prewitt-y, but the middle column counts twice.",
        derivation="difference 1 0 −1 down × smoothing 1 2 1 across",
        source=_SOBEL,
    ),
    NamedKernel(
        name="scharr-x",
        title="Scharr x",
        weights=outer(SCHARR_SMOOTHING, CENTRAL_DIFFERENCE),
        divisor=1,
        effect="Finds vertical edges like sobel-x, and measures slanted ones more evenly.",
        derivation="smoothing 3 10 3 down × difference 1 0 −1 across",
        source=_SCHARR,
    ),
    NamedKernel(
        name="scharr-y",
        title="Scharr y",
        weights=outer(CENTRAL_DIFFERENCE, SCHARR_SMOOTHING),
        divisor=1,
        effect="Finds horizontal edges like sobel-y, and measures slanted ones more evenly.",
        derivation="difference 1 0 −1 down × smoothing 3 10 3 across",
        source=_SCHARR,
    ),
    NamedKernel(
        name="roberts-x",
        title="Roberts x",
        weights=_ROBERTS_CROSS,
        divisor=1,
        effect="Compares two diagonal neighbours: positive where the top left is brighter.",
        derivation="difference 1 −1 along the diagonal, 0 elsewhere",
        source=_ROBERTS,
    ),
    NamedKernel(
        name="roberts-y",
        title="Roberts y",
        weights=_ROBERTS_CROSS[:, ::-1],
        divisor=1,
        effect="Compares the other two diagonal neighbours: positive where the top right is brighter.",
        derivation="roberts-x, mirrored left to right",
        source=_ROBERTS,
    ),
)

_SPOT_KERNELS = (
    NamedKernel(
        name="laplacian-4",
        title="Laplacian, 4 neighbours",
        weights=LAPLACIAN_4,
        divisor=1,
        effect="Compares each cell with its four neighbours: negative where the cell is brighter.",
        derivation="second difference 1 −2 1 down + second difference 1 −2 1 across",
        source=_LAPLACIAN,
    ),
    NamedKernel(
        name="laplacian-8",
        title="Laplacian, 8 neighbours",
        weights=4 * LAPLACIAN_4 + _LAPLACIAN_OF_DIAGONALS,
        divisor=6,
        effect="Compares each cell with all eight neighbours, the near ones counting four times as much.",
        derivation="(4 × laplacian-4 + the same over the diagonal neighbours) / 6",
        source=_LEVEQUE,
    ),
    NamedKernel(
        name="edge",
        title="Edges",
        weights=_BOX - 9 * IDENTITY,
        divisor=1,
        effect="Finds edges in every direction: a cell brighter than its eight neighbours becomes negative.",
        derivation="1 1 1 down × 1 1 1 across − 9 × identity",
        source=_LAPLACIAN,
    ),
    NamedKernel(
        name="outline",
        title="Outline",
        weights=9 * IDENTITY - _BOX,
        divisor=1,
        effect="Draws bright outlines: it is edge with the opposite sign, so a bright spot becomes positive.",
        derivation="9 × identity − 1 1 1 down × 1 1 1 across, which is −1 × edge",
        source=_POWELL,
    ),
    NamedKernel(
        name="corner",
        title="Corner",
        weights=outer(CENTRAL_DIFFERENCE, CENTRAL_DIFFERENCE),
        divisor=1,
        effect="Finds corners: edges that run straight across or straight down give 0, their corners do not.",
        derivation="difference 1 0 −1 down × difference 1 0 −1 across",
        source=_BEAUDET,
    ),
)

_LINE_KERNELS = (
    NamedKernel(
        name="line-horizontal",
        title="Horizontal line",
        weights=outer(-SECOND_DIFFERENCE, BOX_3),
        divisor=1,
        effect="Finds thin bright lines that run from left to right.",
        derivation="−1 2 −1 down × 1 1 1 across",
        source=_LINES,
    ),
    NamedKernel(
        name="line-vertical",
        title="Vertical line",
        weights=outer(BOX_3, -SECOND_DIFFERENCE),
        divisor=1,
        effect="Finds thin bright lines that run from top to bottom.",
        derivation="1 1 1 down × −1 2 −1 across",
        source=_LINES,
    ),
    NamedKernel(
        name="line-diagonal",
        title="Diagonal line",
        weights=_DIAGONAL_LINE,
        divisor=1,
        effect="Finds thin bright lines that run from top left to bottom right.",
        derivation="3 × the diagonal of ones − ones everywhere",
        source=_LINES,
    ),
    NamedKernel(
        name="line-antidiagonal",
        title="Antidiagonal line",
        weights=_DIAGONAL_LINE[:, ::-1],
        divisor=1,
        effect="Finds thin bright lines that run from bottom left to top right.",
        derivation="line-diagonal, mirrored left to right",
        source=_LINES,
    ),
)

CHANGE_KERNELS = _GRADIENT_KERNELS + _SPOT_KERNELS + _LINE_KERNELS
