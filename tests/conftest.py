"""For all tests: how often a property is tried, and the application."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from app.main import create_app
from tests.api.client import Api

settings.register_profile("kernelwalk", max_examples=200, deadline=None, derandomize="CI" in os.environ)
settings.load_profile("kernelwalk")


@pytest.fixture(scope="session")
def api() -> Iterator[Api]:
    """The application; nothing that a request does to it can be seen by the next one."""
    api = Api(create_app())
    yield api
    api.close()
