"""The command ``kernelwalk``: its words, its port, its end."""

import os
import signal
import subprocess
import webbrowser

import httpx
import pytest

import app.__main__ as command
from app import __version__
from tests.running import CHECKOUT, FROM_CHECKOUT, running


def test_the_printed_address_answers() -> None:
    with running("--port", "0") as kernelwalk:
        response = httpx.get(f"{kernelwalk.url}healthz")
    assert response.status_code == 200
    assert "server" not in response.headers


def test_a_taken_port_is_answered_by_the_next_free_one_and_a_line_that_says_so() -> None:
    with running("--port", "0") as first:
        taken = httpx.URL(first.url).port
        with running("--port", str(taken)) as second:
            port = httpx.URL(second.url).port
            assert second.lines[0] == f"Port {taken} is taken, so this is port {port}."
            assert port != taken
            assert httpx.get(f"{second.url}healthz").status_code == 200


def test_ctrl_c_ends_it_quietly() -> None:
    with running("--port", "0") as kernelwalk:
        ended = kernelwalk.interrupt()
    assert ended.code == 0
    assert ended.stderr == ""


def test_version_is_printed() -> None:
    answer = subprocess.run(
        [*FROM_CHECKOUT, "--version"], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    assert answer.stdout == f"kernelwalk {__version__}\n"


def test_open_opens_the_page_only_when_it_answers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers: list[int] = []

    def visit(url: str) -> bool:
        answers.append(httpx.get(f"{url}healthz").status_code)
        os.kill(os.getpid(), signal.SIGINT)
        return True

    monkeypatch.setattr(webbrowser, "open", visit)
    assert command.main(["--port", "0", "--open"]) == 0
    assert answers == [200]
    assert capsys.readouterr().out.startswith("Kernelwalk is at http://127.0.0.1:")


def test_a_taken_port_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    command.announce(command.parse(["--port", "8000"]), 8003)
    first, second = capsys.readouterr().out.splitlines()
    assert first == "Port 8000 is taken, so this is port 8003."
    assert second == "Kernelwalk is at http://127.0.0.1:8003/  (Ctrl+C ends it)"


def test_a_port_stays_taken_from_the_moment_it_is_found() -> None:
    with command.listen("127.0.0.1", 0) as first:
        taken = first.getsockname()[1]
        with command.listen("127.0.0.1", taken) as second:
            assert taken < second.getsockname()[1] < taken + command.PORTS_TRIED


def test_it_gives_up_after_the_last_port_it_may_try(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "PORTS_TRIED", 1)
    with command.listen("127.0.0.1", 0) as listener:
        taken = listener.getsockname()[1]
        assert command.main(["--port", str(taken)]) == 1
    assert capsys.readouterr().err == (
        f"Cannot listen on 127.0.0.1, port {taken}: every port up to {taken} is taken too.\n"
    )


def test_an_address_of_another_machine_is_refused_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    # 192.0.2.0/24 is reserved for documentation (RFC 5737): no machine has such an address.
    assert command.main(["--host", "192.0.2.1"]) == 1
    assert capsys.readouterr().err.startswith("Cannot listen on 192.0.2.1, port 8000: ")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(["--port", "65536"], "a port is a whole number from 0 to 65535", id="port-too-high"),
        pytest.param(["--port", "-1"], "a port is a whole number from 0 to 65535", id="port-negative"),
        pytest.param(["--port", "http"], "a port is a whole number from 0 to 65535", id="port-a-word"),
        pytest.param(["--root-path", "demo"], "a prefix starts with a slash", id="prefix-without-slash"),
        pytest.param(["--root-path", "/demo/"], "ends without", id="prefix-ends-with-slash"),
    ],
)
def test_an_option_out_of_its_domain_is_refused_by_its_rule(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ending:
        command.main(arguments)
    assert ending.value.code == 2
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize(
    ("host", "url"),
    [
        pytest.param("127.0.0.1", "http://127.0.0.1:8000/", id="loopback"),
        pytest.param("localhost", "http://localhost:8000/", id="a-name"),
        pytest.param("0.0.0.0", "http://127.0.0.1:8000/", id="every-address"),
        pytest.param("::1", "http://[::1]:8000/", id="ip6"),
        pytest.param("::", "http://[::1]:8000/", id="every-ip6-address"),
    ],
)
def test_the_printed_address_can_be_clicked(host: str, url: str) -> None:
    assert command.url_of(host, 8000) == url
