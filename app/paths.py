"""Where the files that a browser loads are: beside ``app/`` in a checkout, inside it in a wheel."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent
_INSTALLED = _HERE / "_web"  # Written by the wheel only, see pyproject.toml.

ROOT = _INSTALLED if _INSTALLED.is_dir() else _HERE.parent
STATIC = ROOT / "static"
TEMPLATES = ROOT / "templates"
