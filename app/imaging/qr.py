"""A text as a QR code that a phone reads from a wall."""

from io import BytesIO

import segno

QUIET_MODULES = 4
"""White cells around the code, as ISO/IEC 18004 asks for."""


class TextTooLongError(ValueError):
    """The text has more bytes than the largest QR code holds, which is 2,953."""


def qr_svg(text: str, *, title: str) -> bytes:
    """The text as an SVG drawing without a size of its own, black on white in every theme.

    Args:
        text: What the phone reads; best in ASCII.
        title: What the picture is called by those who hear it.

    Raises:
        TextTooLongError: If no QR code can hold the text.
    """
    try:
        # The level of error correction rises as far as the code does not grow by it.
        code = segno.make(text, error="l", boost_error=True, micro=False)
    except segno.DataOverflowError:
        raise TextTooLongError from None
    drawing = BytesIO()
    code.save(
        drawing,
        kind="svg",
        border=QUIET_MODULES,
        dark="#000",
        light="#fff",
        title=title,
        omitsize=True,
        xmldecl=False,
        svgclass=None,
        lineclass=None,
        nl=False,
    )
    return drawing.getvalue()
