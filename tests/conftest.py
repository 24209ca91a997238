"""How often a property is tried, for all tests."""

import os

from hypothesis import settings

settings.register_profile("kernelwalk", max_examples=200, deadline=None, derandomize="CI" in os.environ)
settings.load_profile("kernelwalk")
