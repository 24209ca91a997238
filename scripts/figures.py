"""Make the README's film and picture: the program draws itself, at the addresses that everybody may use.

Run by ``make figures``.
"""

from pathlib import Path
from urllib.request import urlopen

from tests.running import running

IMAGES = Path(__file__).parent.parent / "docs" / "images"

FIGURES = {
    "convolution.gif": "conv2d.gif?theme=light&loop=1",
    "convolution.png": "conv2d.png?theme=light&step=6",
}
"""Files, and what they are asked for."""


def main() -> None:
    """Write the files."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with running("--port", "0") as server:
        for name, address in FIGURES.items():
            with urlopen(f"{server.url}api/v1/{address}") as answer:
                (IMAGES / name).write_bytes(answer.read())


if __name__ == "__main__":
    main()
