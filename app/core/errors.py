"""Everything that can be wrong with a convolution, as one small tree.

* ConvolutionError
  - InvalidParameterError      a parameter is outside its domain (stride 0, an unknown kernel name ...)
  - SameStrideError            ``same`` padding with a stride: libraries disagree what that means
  - KernelTooLargeError        the dilated kernel does not fit into the padded input
  - UnsupportedByLibraryError  ``like`` names a library that cannot do what else is asked
  - TooMuchWorkError           every parameter is allowed, all of them together are too much

The core raises these and nothing else; ``app.api.errors`` turns them into HTTP.
Every message names the parameter, the rule and the value, and no message
repeats text that came from the caller.
"""


class ConvolutionError(ValueError):
    """Base class: the caller asked for a convolution that does not exist.

    Attributes:
        parameter: The name of the parameter to change, as it stands in the address.
    """

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(message)
        self.parameter = parameter


class InvalidParameterError(ConvolutionError):
    """One parameter is outside its domain."""


class SameStrideError(ConvolutionError):
    """``same`` with a stride above 1: PyTorch refuses it, TensorFlow pads by another rule."""

    def __init__(self, padding: str, stride: int) -> None:
        super().__init__(
            "padding",
            f"padding {padding} needs stride 1, and the stride is {stride}. "
            "Two ways out: padding same_tf, which is TensorFlow's rule for strides, "
            "or padding in numbers, such as 1 or 1,1,1,1 (top, bottom, left, right).",
        )


class KernelTooLargeError(ConvolutionError):
    """The dilated kernel does not fit into the padded input."""

    def __init__(self, axis: str, extent: int, padded_size: int) -> None:
        super().__init__(
            "kernel",
            f"kernel spans {extent} {axis}, and the input with its padding has only {padded_size}. "
            "Use a smaller kernel or dilation, a larger input, or more padding.",
        )


class UnsupportedByLibraryError(ConvolutionError):
    """A library cannot do what is asked of it."""

    def __init__(self, library: str, parameter: str, lacks: str) -> None:
        super().__init__("like", f"{library} {lacks}. Change the {parameter}, or leave out like.")


class TooMuchWorkError(ConvolutionError):
    """Every parameter is within its limit, and together they ask for more than one request may."""

    def __init__(self, multiply_adds: int, limit: int) -> None:
        super().__init__(
            "input",
            f"input and kernel ask for {multiply_adds:,} multiplications, and the limit is {limit:,}. "
            "Use a smaller input or kernel, or a larger stride.",
        )
