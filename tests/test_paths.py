"""Where the files for the browser are found."""

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

from app import paths


def paths_of_copy_in(folder: Path) -> ModuleType:
    """``app.paths`` as it would be if the package lay in ``folder``."""
    copy = folder / "paths.py"
    shutil.copy(paths.__file__, copy)
    spec = importlib.util.spec_from_file_location("paths_of_copy", copy)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_checkout_serves_the_folders_beside_the_package() -> None:
    assert Path(__file__).parents[1] == paths.ROOT
    assert paths.STATIC.is_dir()
    assert paths.TEMPLATES.is_dir()


def test_an_installed_copy_serves_the_folders_inside_the_package(tmp_path: Path) -> None:
    (tmp_path / "_web").mkdir()
    copy = paths_of_copy_in(tmp_path)
    found = [copy.STATIC, copy.TEMPLATES]
    assert found == [tmp_path / "_web" / "static", tmp_path / "_web" / "templates"]
