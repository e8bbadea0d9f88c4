"""Says that the website is open, once it is: `python -m areasend.register.opened PORT`.

A process of its own, because the one that was asked to serve becomes the server.
"""

import socket
import sys
import time

_GIVE_UP_AFTER = 60  # seconds
_ASK_AGAIN_AFTER = 0.05


def main(port: int) -> None:
    """Say where the website is as soon as the port answers; say nothing if it never does."""
    until = time.monotonic() + _GIVE_UP_AFTER
    while time.monotonic() < until:
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                sys.stdout.write(
                    f"The register is at http://127.0.0.1:{port}/ (Ctrl-C stops it).\n"
                )
                sys.stdout.flush()
                return
        time.sleep(_ASK_AGAIN_AFTER)


if __name__ == "__main__":
    try:
        main(int(sys.argv[1]))
    except KeyboardInterrupt:
        sys.exit(1)
