"""The same steps as one would write them at first: loops over cells, a dict a step, ``return``.

It knows one convolution only (whole numbers, no padding, stride or dilation) and sends less
around the steps, so the comparison is in its favour.
"""

from typing import Any

from fastapi import FastAPI
from fastapi.middleware.gzip import GZipMiddleware
from pydantic import BaseModel

Rows = list[list[int]]


class NaiveRequest(BaseModel):
    """An input and a kernel, in whole numbers."""

    input: Rows
    kernel: Rows


def create_naive_app(*, compresses: bool) -> FastAPI:
    """An application with the function on two routes.

    Args:
        compresses: With FastAPI's middleware for it, as it comes.
    """
    app = FastAPI()
    # Without a return type, FastAPI walks through the answer in Python before it writes it; with one,
    # pydantic writes it.
    app.add_api_route("/conv2d", convolve, methods=["POST"], response_model=None)
    app.add_api_route("/typed/conv2d", convolve, methods=["POST"], response_model=dict[str, Any])
    if compresses:
        app.add_middleware(GZipMiddleware)
    return app


async def convolve(request: NaiveRequest) -> dict[str, Any]:
    """The trace of a convolution."""
    image, kernel = request.input, request.kernel
    rows, columns = len(image) - len(kernel) + 1, len(image[0]) - len(kernel[0]) + 1
    output, steps = [], []
    for row in range(rows):
        values = []
        for column in range(columns):
            step = describe_step(image, kernel, row, column, row * columns + column)
            steps.append(step)
            values.append(step["value"])
        output.append(values)
    return {"input": image, "kernel": kernel, "output": output, "step_count": len(steps), "steps": steps}


def describe_step(image: Rows, kernel: Rows, row: int, column: int, index: int) -> dict[str, Any]:
    """Everything about one output cell."""
    patch = [cells[column : column + len(kernel[0])] for cells in image[row : row + len(kernel)]]
    products, running_sums, expression = multiply(patch, kernel)
    value = running_sums[-1]
    return {
        "index": index,
        "number": index + 1,
        "output": {"row": row, "column": column, "channel": 0},
        "window": {
            "rows": list(range(row, row + len(kernel))),
            "columns": list(range(column, column + len(kernel[0]))),
        },
        "patch": patch,
        "products": products,
        "running_sums": running_sums,
        "sum": value,
        "bias": 0,
        "value": value,
        "exact": True,
        "padding_cells": 0,
        "expression": expression,
        "explanation": explain(kernel, row, column, value),
        "phases": explain_phases(kernel, row, column, value),
    }


def multiply(patch: Rows, kernel: Rows) -> tuple[Rows, list[int], str]:
    """Products in the kernel's shape, running sums, and both written out."""
    products, running_sums, terms = [], [], []
    total = 0
    for patch_row, kernel_row in zip(patch, kernel, strict=True):
        product_row = []
        for value, weight in zip(patch_row, kernel_row, strict=True):
            product = value * weight
            total += product
            product_row.append(product)
            running_sums.append(total)
            terms.append(f"{in_brackets(value)}·{in_brackets(weight)}")
        products.append(product_row)
    return products, running_sums, f"{' + '.join(terms)} = {number_text(total)}"


def explain(kernel: Rows, row: int, column: int, value: int) -> str:
    """The sentence of a step whose kernel is 3×3."""
    return (
        f"{place(kernel, row, column)} Its nine products add up to {number_text(value)}, "
        f"the output in row {row + 1}, column {column + 1}."
    )


def explain_phases(kernel: Rows, row: int, column: int, value: int) -> dict[str, str]:
    """The sentences before that."""
    return {
        "place": place(kernel, row, column),
        "multiply": "Each of the nine values is multiplied by the weight that lies on it.",
        "add": f"The nine products add up to {number_text(value)}.",
    }


def place(kernel: Rows, row: int, column: int) -> str:
    """Where the kernel lies."""
    return (
        f"The kernel covers rows {row + 1} to {row + len(kernel)}, "
        f"columns {column + 1} to {column + len(kernel[0])}."
    )


def number_text(value: int) -> str:
    """A number with a true minus."""
    return str(value).replace("-", "−")


def in_brackets(value: int) -> str:
    """A number inside a calculation: a negative one in brackets."""
    return f"({number_text(value)})" if value < 0 else str(value)
