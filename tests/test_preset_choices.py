"""The choices that set many settings at once, compared with what the API answers for a library's name."""

import pytest

from app.preset_choices import PresetChoice, guide_choices, library_choices
from tests.api.client import Api

ASKED = {
    "PyTorch": "like=torch",
    "PyTorch, same": "like=torch&padding=same",
    "TensorFlow VALID": "like=tensorflow",
    "TensorFlow SAME": "like=tensorflow&padding=same",
    "SciPy convolve2d": "like=scipy-signal",
    "SciPy correlate2d": "like=scipy-signal&flip=0",
    "SciPy ndimage.convolve": "like=scipy-ndimage",
    "SciPy ndimage.correlate": "like=scipy-ndimage&flip=0",
    "OpenCV filter2D": "like=opencv",
    "NumPy convolve": "like=numpy",
    "NumPy correlate": "like=numpy&flip=0",
}


@pytest.mark.parametrize("choice", library_choices(), ids=lambda choice: choice.title)
def test_a_choice_is_what_the_api_makes_of_the_name_of_the_library(api: Api, choice: PresetChoice) -> None:
    rest = "kernel=1,2;3,4&size=5"
    chosen = api.get(f"/api/v1/conv2d?{rest}&{choice.query}").json()
    named = api.get(f"/api/v1/conv2d?{rest}&{ASKED[choice.title]}").json()
    assert chosen["output"] == named["output"]
    assert chosen["geometry"] == named["geometry"]
    turn = "flipped" if named["geometry"]["flip"] else "as is"
    assert choice.shows.endswith(f"border {named['geometry']['border']}, the kernel {turn}.")


def test_a_setting_of_the_guide_leaves_nothing_of_the_one_before(api: Api) -> None:
    presets = api.get("/api/v1/presets").json()["presets"]
    by_title = {choice.title: choice for choice in guide_choices()}
    convolutions = [preset for preset in presets if preset["operation"] == "conv2d"]
    assert len(convolutions) == 8
    for preset in convolutions:
        alone = api.get(f"/api/v1/conv2d?{preset['query']}").json()
        settings = {"stride": "9", "bias": "7", "flip": "1", **by_title[preset["title"]].settings}
        query = "&".join(f"{name}={text}" for name, text in settings.items())
        assert api.get(f"/api/v1/conv2d?{query}").json()["output"] == alone["output"]


def test_all_settings_of_the_guide_can_be_chosen_with_their_operation(api: Api) -> None:
    presets = api.get("/api/v1/presets").json()["presets"]
    assert len(presets) == len(guide_choices()) == 15
    for preset, choice in zip(presets, guide_choices(), strict=True):
        assert choice.settings["operation"] == preset["operation"]
        assert choice.settings["input"] == "random"
