"""Errors: one small tree, and messages that can be shown as they are."""

import pytest

from app.core.errors import (
    ConvolutionError,
    InvalidParameterError,
    KernelTooLargeError,
    SameStrideError,
    TooMuchWorkError,
    UnsupportedByLibraryError,
)

ERRORS = [
    InvalidParameterError("stride", "stride must be 1 or more, and it is 0."),
    SameStrideError("same", 2),
    KernelTooLargeError("rows", 5, 4),
    UnsupportedByLibraryError("numpy.convolve", "border", "has no border wrap"),
    TooMuchWorkError(60_000_000, 50_000_000),
]

EVERY_ERROR = pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)


def test_no_error_of_the_tree_is_missing_here() -> None:
    assert {type(error) for error in ERRORS} == set(ConvolutionError.__subclasses__())


@EVERY_ERROR
def test_message_is_sentences_and_parameter_is_one_of_the_address(error: ConvolutionError) -> None:
    assert str(error).endswith(".")
    assert error.parameter in {"input", "kernel", "stride", "padding", "like"}


@EVERY_ERROR
def test_caller_can_catch_any_of_them_as_a_value_error(error: ConvolutionError) -> None:
    assert isinstance(error, ValueError)


def test_too_much_work_is_refused_with_both_numbers_readable() -> None:
    error = TooMuchWorkError(60_000_000, 50_000_000)
    assert "60,000,000 multiplications, and the limit is 50,000,000." in str(error)
    assert error.parameter == "input"
