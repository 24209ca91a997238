"""Kernelwalk: watch a kernel walk across an image, one cell at a time."""

__version__ = "0.1.0"
