"""Kernels whose output is still the picture: weights sum to the divisor, so flat areas keep their value."""

import numpy as np

from app.core.named_kernel import (
    BINOMIAL_3,
    BINOMIAL_5,
    BOX_3,
    BOX_5,
    CENTRAL_DIFFERENCE,
    IDENTITY,
    LAPLACIAN_4,
    UNIT_3,
    NamedKernel,
    outer,
)

_GIMP = "GIMP user manual, chapter Convolution Matrix"
_GONZALEZ_WOODS = "R. C. Gonzalez and R. E. Woods, Digital Image Processing, 3rd edition, 2008, section 3.6"
_JAEHNE = "B. Jähne, Digital Image Processing, 6th edition, 2005, binomial filters"

_LEFT_NEIGHBOUR = np.array([1, 0, 0], dtype=np.int64)

PICTURE_KERNELS = (
    NamedKernel(
        name="identity",
        title="Identity",
        weights=IDENTITY,
        divisor=1,
        effect="Copies every cell, so the output is the input again.",
        derivation="a single 1 in the middle, 0 elsewhere",
        source="SciPy documentation, scipy.signal.unit_impulse",
    ),
    NamedKernel(
        name="shift",
        title="Shift",
        weights=outer(UNIT_3, _LEFT_NEIGHBOUR),
        divisor=1,
        effect="Moves the picture one cell to the right, and to the left when the kernel is flipped.",
        derivation="a single 1 on the left neighbour: each cell takes the value that stood left of it",
        source=f"{_GIMP}: its worked example moves the picture down in the same way",
    ),
    NamedKernel(
        name="box-3",
        title="Box blur 3×3",
        weights=outer(BOX_3, BOX_3),
        divisor=9,
        effect="Blurs: each output cell is the plain average of 9 cells.",
        derivation="1 1 1 down × 1 1 1 across, / 9",
        source="OpenCV documentation, cv::blur",
    ),
    NamedKernel(
        name="box-5",
        title="Box blur 5×5",
        weights=outer(BOX_5, BOX_5),
        divisor=25,
        effect="Blurs more than box-3: each output cell is the plain average of 25 cells.",
        derivation="1 1 1 1 1 down × 1 1 1 1 1 across, / 25",
        source="OpenCV documentation, cv::blur",
    ),
    NamedKernel(
        name="gaussian-3",
        title="Gaussian blur 3×3",
        weights=outer(BINOMIAL_3, BINOMIAL_3),
        divisor=16,
        effect="Blurs softly: an average in which the middle counts most and the corners least.",
        derivation="1 2 1 down × 1 2 1 across, / 16",
        source=_JAEHNE,
    ),
    NamedKernel(
        name="gaussian-5",
        title="Gaussian blur 5×5",
        weights=outer(BINOMIAL_5, BINOMIAL_5),
        divisor=256,
        effect="Blurs softly over 25 cells, the same as gaussian-3 applied twice.",
        derivation="1 4 6 4 1 down × 1 4 6 4 1 across, / 256",
        source=f"{_JAEHNE}; OpenCV documentation, cv::pyrDown",
    ),
    NamedKernel(
        name="motion-diagonal",
        title="Diagonal motion blur",
        weights=np.eye(5, dtype=np.int64),
        divisor=5,
        effect="Smears the picture along one diagonal, as if the camera had moved during the shot.",
        derivation="1 on the five cells from top left to bottom right, 0 elsewhere, / 5",
        source="L. Vandevenne, Computer Graphics Tutorial, Image Filtering, 2004 (there 9×9)",
    ),
    NamedKernel(
        name="sharpen",
        title="Sharpen",
        weights=IDENTITY - LAPLACIAN_4,
        divisor=1,
        effect="Makes edges crisper: each cell is pushed away from the average of its four neighbours.",
        derivation="identity − laplacian-4",
        source=_GONZALEZ_WOODS,
    ),
    NamedKernel(
        name="unsharp",
        title="Unsharp mask",
        weights=2 * 16 * IDENTITY - outer(BINOMIAL_3, BINOMIAL_3),
        divisor=16,
        effect="Sharpens gently: the picture plus what a blur would have taken away.",
        derivation="2 × identity − gaussian-3, over the common divisor 16",
        source=f"{_GONZALEZ_WOODS}, unsharp masking",
    ),
    NamedKernel(
        name="emboss",
        title="Emboss",
        weights=IDENTITY - outer(BOX_3, CENTRAL_DIFFERENCE) - outer(CENTRAL_DIFFERENCE, BOX_3),
        divisor=1,
        effect="Makes the picture look stamped into metal, with light falling from the top left.",
        derivation="identity − prewitt-x − prewitt-y",
        source=f"{_GIMP}, emboss",
    ),
)
