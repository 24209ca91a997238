"""The command ``kernelwalk``: find a port, print one address, serve until Ctrl+C."""

import argparse
import errno
import gc
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable, Sequence
from contextlib import suppress

import uvicorn

from app import __version__

PORTS_TRIED = 20
HIGHEST_PORT = 65_535
# "Every address of this machine" is for listening; a browser needs one of them.
BROWSABLE = {"0.0.0.0": "127.0.0.1", "::": "::1"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the result is its exit code."""
    options = parse(arguments)
    # Ctrl+C is how one ends this program: also while it starts, it is no error.
    with suppress(KeyboardInterrupt):
        try:
            listener = listen(options.host, options.port)
        except OSError as error:
            sys.stderr.write(f"Cannot listen on {options.host}, port {options.port}: {error.strerror}.\n")
            return 1
        with listener:
            serve(options, listener)
    return 0


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(
        prog="kernelwalk", description="Watch a kernel walk across an image, one cell at a time."
    )
    add = parser.add_argument
    add("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    add("--port", default=8000, type=port_number, help="port, or the next free one (default: %(default)s)")
    add("--open", action="store_true", help="open the page in a browser")
    add("--root-path", default="", type=path_prefix, metavar="PREFIX", help="path that a proxy takes away")
    add("--version", action="version", version=f"kernelwalk {__version__}")
    return parser.parse_args(arguments)


def port_number(text: str) -> int:
    """A port from the command line; 0 is any free one."""
    if not text.isdecimal() or int(text) > HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"a port is a whole number from 0 to {HIGHEST_PORT}")
    return int(text)


def path_prefix(text: str) -> str:
    """The path under which a proxy serves the site; empty without one."""
    if text and (not text.startswith("/") or text.endswith("/")):
        raise argparse.ArgumentTypeError("a prefix starts with a slash and ends without: /kernelwalk")
    return text


def listen(host: str, port: int) -> socket.socket:
    """Take the first free port from ``port`` on.

    The socket listens from here on, so that nobody can take the port before the server is up.

    Raises:
        OSError: The address is not one of this machine, or no port tried is free.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    family, _, _, _, address = found[0]
    last = min(port + PORTS_TRIED - 1, HIGHEST_PORT)
    for candidate in range(port, last + 1):
        listener = socket.socket(family)
        try:
            # Without it, a port stays taken for a minute after the last run has left it.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((address[0], candidate, *address[2:]))
            listener.listen()
        except OSError as error:
            listener.close()
            if error.errno != errno.EADDRINUSE:
                raise
        else:
            return listener
    raise OSError(errno.EADDRINUSE, f"every port up to {last} is taken too")


class AnnouncingServer(uvicorn.Server):
    """A server that says so once it answers."""

    def __init__(self, config: uvicorn.Config, announce: Callable[[], None]) -> None:
        super().__init__(config)
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start as uvicorn does, then announce it."""
        await super().startup(sockets)
        self._announce()


def serve(options: argparse.Namespace, listener: socket.socket) -> None:
    """Answer on ``listener`` until Ctrl+C."""
    # Here and not at the top: the web and NumPy take most of the start, and --help needs neither.
    from app.main import create_app
    from app.serving.protocol import ReceiveDeadlineProtocol

    app = create_app()
    # What was imported stays: a full collection that walks through it takes longer than any answer.
    gc.collect()
    gc.freeze()
    config = uvicorn.Config(
        app,
        http=ReceiveDeadlineProtocol,
        ws="none",
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        root_path=options.root_path,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=5,
    )
    port: int = listener.getsockname()[1]
    AnnouncingServer(config, lambda: announce(options, port)).run(sockets=[listener])


def announce(options: argparse.Namespace, port: int) -> None:
    """Say where the page is, and open it if asked to."""
    if options.port not in (0, port):
        say(f"Port {options.port} is taken, so this is port {port}.")
    url = url_of(options.host, port)
    say(f"Kernelwalk is at {url}  (Ctrl+C ends it)")
    if options.open:
        # In a thread: a browser in the terminal returns only when it is closed.
        threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()


def url_of(host: str, port: int) -> str:
    """The address to type into a browser on this machine."""
    name = BROWSABLE.get(host, host)
    return f"http://[{name}]:{port}/" if ":" in name else f"http://{name}:{port}/"


def say(line: str) -> None:
    """Print a line at once, also into a pipe."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
