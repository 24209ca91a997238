"""The address: one query string for the page, the API, a picture and a film.

In an address every value is text.  ``read_query`` turns it into the values of the
JSON body; ``write_query`` is its inverse and writes the shortest address that
means the same.  Names of the page's own, such as ``step``, are accepted by the
API too, so that an address can be moved from one to the other unchanged.
"""

from collections.abc import Callable, Mapping
from itertools import zip_longest
from typing import Any, Literal, TypeVar
from urllib.parse import quote

from fastapi.exceptions import RequestValidationError
from pydantic import Field, ValidationError

from app.api.fields import RULES, TRANSPOSED_RULES
from app.api.grid_fields import kernels_of
from app.api.grid_text import read_number, write_channels, write_number
from app.api.models import Conv2dRequest, ConvTranspose2dRequest, GridsRequest, Picture, StepsPage
from app.api.view import OF_THE_PAGE, ViewQuery
from app.core.libraries import Library
from app.core.padding import Border, PaddingName

Request = TypeVar("Request", bound=GridsRequest)

_WHOLE = "[0-9]{1,7}"
_PAIR = f"{_WHOLE}(,{_WHOLE})?"
_PADDING = f"{'|'.join(PaddingName)}|{_WHOLE}(,{_WHOLE}){{3}}|{_WHOLE}"


def _text(
    name: str, pattern: str, rules: Mapping[str, str] = RULES, examples: list[str] | None = None
) -> Any:  # noqa: ANN401  # as pydantic's Field
    return Field(None, description=f"Must be {rules[name]}.", pattern=f"^(?:{pattern})$", examples=examples)


def _of_page(default: str, name: str) -> Any:  # noqa: ANN401  # as pydantic's Field
    return Field(default, description=f"{OF_THE_PAGE}: {RULES[name]}.")


class GridsQuery(ViewQuery):
    """The parameters that every operation has, and those of its display, as they stand in an address."""

    input: str | None = _text("input", ".+", examples=["vertical-edge", "1,2,3;4,5,6;7,8,9"])
    size: str | None = _text("size", f"{_WHOLE}(x{_WHOLE})?", examples=["6", "6x8"])
    seed: str | None = _text("seed", _WHOLE)
    kernel: str | None = _text("kernel", ".+", examples=["sobel-x", "1,1;1,1/4"])
    divisor: str | None = _text("divisor", f"{_WHOLE}(,{_WHOLE})*")
    stride: str | None = _text("stride", _PAIR, examples=["1", "2,1"])
    dilation: str | None = _text("dilation", _PAIR)
    bias: str | None = _text("bias", ".{1,700}")

    step: str | None = Field(
        None,
        description=f"Must be {RULES['step']}, the one that is looked at; a trace and its pages have all.",
        pattern="^(?:[1-9][0-9]{0,6})$",
    )
    phase: Literal["place", "multiply", "add", "write"] = _of_page("write", "phase")
    play: Literal["0", "1"] = _of_page("0", "play")


class Conv2dQuery(GridsQuery):
    """The parameters of a convolution."""

    operation: Literal["conv2d"] = _of_page("conv2d", "operation")
    channels: str | None = _text("channels", _WHOLE)
    padding: str | None = _text("padding", _PADDING, examples=["same", "1", "0,1,0,1"])
    border: Border | None = Field(None, description=f"Must be {RULES['border']}.")
    flip: str | None = _text("flip", "[01]")
    like: Library | None = Field(None, description=f"Must be {RULES['like']}.")


class StepsQuery(Conv2dQuery, StepsPage):
    """The same, and which page of steps."""


class ConvTranspose2dQuery(GridsQuery):
    """The parameters of a transposed convolution."""

    operation: Literal["conv_transpose2d"] = _of_page("conv_transpose2d", "operation")
    padding: str | None = _text("padding", _PAIR, TRANSPOSED_RULES, examples=["1", "1,0"])
    output_padding: str | None = _text("output_padding", _PAIR, examples=["0"])
    picture: Picture = Field("gather", description=f"Of which picture the steps are: {RULES['picture']}.")


class ConvTranspose2dStepsQuery(ConvTranspose2dQuery, StepsPage):
    """The same, and which page of steps."""


def _one_or_several(separator: str) -> Callable[[str], int | list[int]]:
    def read(text: str) -> int | list[int]:
        numbers = [int(part) for part in text.split(separator)]
        return numbers[0] if len(numbers) == 1 else numbers

    return read


def _padding(text: str) -> str | int | list[int]:
    return text if text in set(PaddingName) else _one_or_several(",")(text)


def _numbers_or_text(text: str) -> float | list[float] | str:
    """Text that is no number is left to the model, which refuses it with the rule."""
    try:
        numbers = [read_number(part) for part in text.split(",")]
    except ValueError:
        return text
    return numbers[0] if len(numbers) == 1 else numbers


_READERS: Mapping[str, Callable[[str], object]] = {
    "input": str,
    "size": _one_or_several("x"),
    "seed": int,
    "channels": int,
    "kernel": str,
    "divisor": _one_or_several(","),
    "stride": _one_or_several(","),
    "dilation": _one_or_several(","),
    "padding": _padding,
    "output_padding": _one_or_several(","),
    "border": str,
    "flip": int,
    "bias": _numbers_or_text,
    "like": str,
}
_SINGLE = set(_READERS) - {"input", "kernel", "divisor", "bias"}


def read_query(query: Conv2dQuery) -> Conv2dRequest:
    """The convolution that an address stands for.

    Raises:
        RequestValidationError: If a value breaks its rule.
    """
    return _read(query, Conv2dRequest)


def read_transposed_query(query: ConvTranspose2dQuery) -> ConvTranspose2dRequest:
    """The transposed convolution that an address stands for.

    Raises:
        RequestValidationError: If a value breaks its rule.
    """
    return _read(query, ConvTranspose2dRequest)


def _read(query: GridsQuery, request: type[Request]) -> Request:
    texts = query.model_dump(include=set(_READERS), exclude_none=True)
    try:
        return request.model_validate({name: _READERS[name](text) for name, text in texts.items()})
    except ValidationError as error:
        details = [{**each, "loc": ("query", *each["loc"])} for each in error.errors(include_url=False)]
        raise RequestValidationError(details) from error


def _write(name: str, value: object) -> str:
    if isinstance(value, tuple):
        same = len(set(value)) == 1
        return str(value[0]) if same else ("x" if name == "size" else ",").join(map(str, value))
    if isinstance(value, bool | int | float):
        return write_number(value)
    return str(value)


def _write_numbers(numbers: float | list[float]) -> str:
    """One number for all kernels where it is the same for each."""
    each = numbers if isinstance(numbers, list) else [numbers]
    return ",".join(map(write_number, each if len(set(each)) > 1 else each[:1]))


def _write_kernels(request: GridsRequest) -> str:
    """Each kernel with its divisor behind it, where it was given one."""
    kernels = [each if isinstance(each, str) else write_channels(each) for each in kernels_of(request.kernel)]
    divisors = request.divisor if isinstance(request.divisor, list) else [request.divisor] * len(kernels)
    return "::".join(
        kernel if divisor is None else f"{kernel}/{divisor}"
        for kernel, divisor in zip_longest(kernels, divisors[: len(kernels)])
    )


def write_fields(request: GridsRequest) -> dict[str, str]:
    """Every parameter as it stands in an address, but for those left open; a divisor goes with its kernel."""
    texts = {name: _write(name, value) for name, value in request if name in _SINGLE and value is not None}
    (image,) = kernels_of(request.input)
    texts["input"] = image if isinstance(image, str) else write_channels(image)
    texts["kernel"] = _write_kernels(request)
    texts["bias"] = _write_numbers(dict(request)["bias"])
    return {name: texts[name] for name in type(request).model_fields if name in texts}


def write_query(request: GridsRequest) -> str:
    """The shortest query string that ``read_query`` reads as this request, without the "?"."""
    defaults = write_fields(type(request).model_validate({}))
    if isinstance(request, Conv2dRequest) and request.like is None:
        defaults |= {"padding": PaddingName.VALID, "border": Border.ZEROS, "flip": "0"}
    texts = {name: text for name, text in write_fields(request).items() if text != defaults.get(name)}
    return "&".join(f"{name}={quote(text, safe=',;:/')}" for name, text in texts.items())
