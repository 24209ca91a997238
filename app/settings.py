"""Every limit, and the switches of a deployment.

The limits are part of the interface: ``/api/v1`` publishes them, an error that
refuses a value names the limit, and the page takes its bounds from here.  The
reason for each number is in ``docs/model.md``, section "Limits".
"""

from dataclasses import asdict, dataclass
from functools import cache

from pydantic_settings import BaseSettings, SettingsConfigDict


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest request that is answered.  Sizes count cells, work counts multiply-adds."""

    grid_side: int = 64
    channels: int = 8
    kernels: int = 16
    kernel_side: int = 15
    stride: int = 16
    dilation: int = 16
    padding: int = 32
    stretched_side: int = 128
    magnitude: int = 1_000_000
    seed: int = 1_000_000
    divisor: int = 1_000_000
    multiply_adds: int = 50_000_000
    steps_in_trace: int = 1_024
    terms_in_trace: int = 50_000
    steps_in_page: int = 64
    steps_on_paper: int = 144
    cells_on_paper: int = 50_000
    blanks: int = 24
    figure_elements: int = 20_000
    figure_side: int = 2_048
    film_frames: int = 200
    film_pixels: int = 250_000_000
    body_bytes: int = 512 * 1024
    target_bytes: int = 65_535
    header_bytes: int = 16 * 1024

    def as_dict(self) -> dict[str, int]:
        """The limits by name, as ``/api/v1`` publishes them."""
        return asdict(self)


LIMITS = Limits()


class Deployment(BaseSettings):
    """Switches of one running copy, read from environment variables ``KERNELWALK_…``.

    Attributes:
        hsts: Send Strict-Transport-Security; only where the site is served over TLS.
        frame_ancestors: Who may embed ``/embed``, as CSP sources; ``file:`` admits a slide deck on disk.
        receive_seconds: How long a client may take to send one request.
        connections_per_client: Open connections that one address may hold.
    """

    model_config = SettingsConfigDict(env_prefix="KERNELWALK_", frozen=True)

    hsts: bool = False
    frame_ancestors: str = "* file:"
    receive_seconds: float = 10.0
    connections_per_client: int = 300


@cache
def deployment() -> Deployment:
    """The switches of this process, read once."""
    return Deployment()
