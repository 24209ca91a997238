"""Fixtures of the tests of the REST API."""

from collections.abc import Iterator

import pytest

from app.main import create_app
from tests.api.client import Api


@pytest.fixture(scope="session")
def api() -> Iterator[Api]:
    """The application; nothing that a request does to it can be seen by the next one."""
    api = Api(create_app())
    yield api
    api.close()
