"""Output maps as a table of comma-separated values (RFC 4180)."""

from collections.abc import Sequence

import numpy as np

from app.core.arrays import NumberArray


def csv_of(maps: Sequence[NumberArray]) -> str:
    """One row of the output a line, without a header.

    Every line has as many fields: where there are several maps, the first one is the number of the map,
    counted from 1.  Numbers have all of their digits and no exponent.

    Args:
        maps: At least one, shape (rows, columns) each.
    """
    is_single = len(maps) == 1
    lines = [
        ",".join([*([] if is_single else [str(number)]), *(_number(value) for value in row)])
        for number, rows in enumerate(maps, 1)
        for row in rows.tolist()
    ]
    return "".join(f"{line}\r\n" for line in lines)


def _number(value: float) -> str:
    # Adding 0.0 turns −0 into 0.
    return np.format_float_positional(value + 0.0, trim="-")
