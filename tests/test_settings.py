"""The limits as they are published, and the switches as they are read from the environment."""

import dataclasses

import pytest
from pydantic import ValidationError

from app.settings import LIMITS, Deployment, Limits, deployment


def test_the_limits_are_published_by_name() -> None:
    assert LIMITS.as_dict() == {
        field.name: getattr(LIMITS, field.name) for field in dataclasses.fields(Limits)
    }
    assert LIMITS.as_dict()["grid_side"] == 64


def test_nobody_changes_a_limit_of_a_running_process() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        LIMITS.grid_side = 65  # type: ignore[misc]  # which is the test


def test_sums_of_whole_numbers_within_the_limits_are_exact_in_a_double() -> None:
    assert LIMITS.kernel_side**2 * LIMITS.magnitude**2 < 2**53


def test_the_largest_convolution_is_within_the_limit_of_work() -> None:
    output_side = LIMITS.grid_side + 2 * LIMITS.padding
    assert output_side**2 * LIMITS.kernel_side**2 < LIMITS.multiply_adds


def test_without_an_environment_the_switches_are_those_of_a_laptop(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HSTS", "FRAME_ANCESTORS", "RECEIVE_SECONDS", "CONNECTIONS_PER_CLIENT"):
        monkeypatch.delenv(f"KERNELWALK_{name}", raising=False)
    assert Deployment() == Deployment(
        hsts=False, frame_ancestors="* file:", receive_seconds=10.0, connections_per_client=300
    )


def test_the_environment_turns_the_switches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KERNELWALK_HSTS", "1")
    monkeypatch.setenv("KERNELWALK_FRAME_ANCESTORS", "https://school.example")
    monkeypatch.setenv("KERNELWALK_RECEIVE_SECONDS", "2.5")
    monkeypatch.setenv("KERNELWALK_CONNECTIONS_PER_CLIENT", "7")
    switches = Deployment()
    assert switches.hsts
    assert switches.frame_ancestors == "https://school.example"
    assert switches.receive_seconds == 2.5
    assert switches.connections_per_client == 7


def test_a_switch_without_the_prefix_turns_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HSTS", "1")
    assert not Deployment().hsts


def test_a_switch_that_cannot_be_read_is_refused_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KERNELWALK_RECEIVE_SECONDS", "soon")
    with pytest.raises(ValidationError, match="receive_seconds"):
        Deployment()


def test_the_switches_of_a_process_are_read_once() -> None:
    assert deployment() is deployment()
