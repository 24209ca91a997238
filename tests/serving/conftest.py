"""Fixtures of the tests around the application."""

from collections.abc import Callable, Iterator

import pytest

from app.settings import deployment


@pytest.fixture
def deploy(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Change switches of the deployment for one test: ``deploy(hsts="1")``."""

    def change(**switches: str) -> None:
        for name, value in switches.items():
            monkeypatch.setenv(f"KERNELWALK_{name.upper()}", value)
        deployment.cache_clear()

    deployment.cache_clear()
    yield change
    deployment.cache_clear()
