"""Requests worth trying; the tests send every one of them."""

from typing import Any

BODIES: dict[str, Any] = {
    "lesson": {
        "summary": "The lesson's 6 × 6 input and 3 × 3 kernel",
        "value": {},
    },
    "numbers": {
        "summary": "Your own numbers",
        "value": {"input": [[1, 2, 3], [4, 5, 6], [7, 8, 9]], "kernel": [[1, 0], [0, -1]]},
    },
    "blur": {
        "summary": "A blur that keeps the size, with the edge cells repeated outwards",
        "value": {
            "input": "digit",
            "size": 8,
            "kernel": [[1, 1, 1], [1, 1, 1], [1, 1, 1]],
            "divisor": 9,
            "padding": "same",
            "border": "edge",
        },
    },
    "strided": {
        "summary": "Every second place, a dilated kernel, padding on each side",
        "value": {
            "input": "ramp",
            "size": [7, 9],
            "kernel": "sobel-x",
            "stride": [2, 1],
            "dilation": 2,
            "padding": [1, 1, 2, 2],
        },
    },
    "channels": {
        "summary": "Two channels under two kernels, each with a divisor and a bias of its own",
        "value": {
            "input": [[[1, 2, 3], [4, 5, 6]], [[9, 8, 7], [6, 5, 4]]],
            "kernel": [[[[1, 0], [0, 1]], [[0, 1], [1, 0]]], [[[1, 1], [1, 1]], [[-1, -1], [-1, -1]]]],
            "divisor": [1, 4],
            "bias": [0, 2],
        },
    },
    "like": {
        "summary": "As scipy.signal.convolve2d would do it",
        "value": {"input": "impulse", "kernel": [[1, 2], [3, 4]], "like": "scipy-signal"},
    },
}

TRANSPOSED_BODIES: dict[str, Any] = {
    "lesson": {
        "summary": "The lesson's 6 × 6 input and 3 × 3 kernel",
        "value": {},
    },
    "numbers": {
        "summary": "Your own numbers, each laid two cells from the next",
        "value": {"input": [[1, 2], [3, 4]], "kernel": [[1, 1], [1, 1]], "stride": 2},
    },
    "doubling": {
        "summary": "Twice as large, as in a decoder: kernel 3, stride 2, padding 1, output padding 1",
        "value": {
            "input": "digit",
            "size": 7,
            "kernel": "gaussian-3",
            "stride": 2,
            "padding": 1,
            "output_padding": 1,
        },
    },
    "everything": {
        "summary": "Rows and columns each with numbers of their own",
        "value": {
            "input": "ramp",
            "size": [3, 4],
            "kernel": [[1, 0, 2], [0.5, 1, 0]],
            "divisor": 4,
            "stride": [3, 2],
            "dilation": [2, 1],
            "padding": [1, 2],
            "output_padding": [2, 0],
            "bias": -1,
        },
    },
}
