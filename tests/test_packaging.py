"""The wheel holds everything that a visitor needs, and the lock files name no place."""

import email
import email.message
import json
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import httpx
import pytest

from app import __version__
from tests.running import CHECKOUT, Running, running

PINNED = re.compile(r"^([a-z0-9._-]+==\S+(?: ; [^\\]+)?) \\$", re.MULTILINE)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of the checkout, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=CHECKOUT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel installed, and nothing else."""
    folder = tmp_path_factory.mktemp("installed")
    uv = shutil.which("uv", path=str(Path(sys.executable).parent))
    assert uv is not None
    install = [uv, "pip", "install", "--offline", "--no-config", "--no-cache", "--no-deps"]
    target = ["--python", sys.executable, "--target", str(folder), str(wheel)]
    subprocess.run([*install, *target], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def site(installed: Path) -> Iterator[Running]:
    """The installed command, started from a folder that has nothing to do with it."""
    with running(
        "--port",
        "0",
        command=[str(installed / "bin" / "kernelwalk")],
        folder=Path("/"),
        environment={"PYTHONPATH": str(installed)},
    ) as kernelwalk:
        yield kernelwalk


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def metadata_of(wheel: Path) -> email.message.Message:
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return email.message_from_bytes(archive.read(name))


@pytest.mark.parametrize("folder", ["static", "templates"])
def test_the_wheel_holds_every_file_that_a_browser_loads(wheel: Path, folder: str) -> None:
    files = {
        path.relative_to(CHECKOUT).as_posix() for path in (CHECKOUT / folder).rglob("*") if path.is_file()
    }
    assert files
    assert {f"app/_web/{name}" for name in files} <= names_in(wheel)


def test_the_wheel_holds_nothing_but_the_package(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in names_in(wheel)}
    assert tops == {"app", f"kernelwalk-{__version__}.dist-info"}


def test_the_wheel_says_what_it_needs(wheel: Path) -> None:
    metadata = metadata_of(wheel)
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]
    needed = [line for line in metadata.get_all("Requires-Dist", []) if "extra ==" not in line]
    assert metadata["Name"] == "kernelwalk"
    assert metadata["Version"] == __version__
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "MIT"
    assert sorted(needed) == sorted(project["dependencies"])


def test_an_installed_copy_finds_its_own_files(installed: Path) -> None:
    program = "import app.paths; print(app.paths.ROOT)"
    answer = subprocess.run(
        [sys.executable, "-c", program],
        cwd="/",
        env={"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(answer.stdout.strip()) == installed / "app" / "_web"


def test_an_installed_copy_serves_its_page_and_every_file_the_page_names(site: Running) -> None:
    page = httpx.get(site.url)
    assert page.status_code == 200
    addresses = re.findall(r'(?:href|src)="([^"]*static/[^"]+)"', page.text)
    assert addresses
    answers = {address: httpx.get(urljoin(site.url, address)).status_code for address in addresses}
    assert set(answers.values()) == {200}, answers


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_a_python_lock_has_hashes_and_names_no_place(name: str) -> None:
    text = (CHECKOUT / name).read_text()
    assert "--hash=sha256:" in text
    assert not re.search(r"://|--(extra-)?index-url|--find-links", text)


def test_development_runs_the_versions_that_are_deployed() -> None:
    deployed = set(PINNED.findall((CHECKOUT / "requirements.txt").read_text()))
    developed = set(PINNED.findall((CHECKOUT / "requirements-dev.txt").read_text()))
    assert deployed
    assert deployed <= developed


def test_the_javascript_lock_names_no_place() -> None:
    packages = json.loads((CHECKOUT / "package-lock.json").read_text())["packages"]
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []
