"""A mail server that keeps nothing of a letter but whose and which it is, as fast as that can be.

`python -m benchmarks.mail_sink FILE` prints its port, and adds a line to FILE, the Message-ID and
to whom, before it answers 250. It trusts what it is sent: it is for measuring, not for receiving.
"""

import asyncio
import sys
from pathlib import Path
from typing import TextIO

_KEY = b"Message-ID: "


class Taking(asyncio.Protocol):
    """One line to a sender (RFC 5321)."""

    def __init__(self, file: TextIO) -> None:
        self._file, self._held, self._to = file, b"", ""
        self._in_letter = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Greet."""
        self._line: asyncio.Transport = transport  # type: ignore[assignment]
        self._line.write(b"220 localhost ESMTP\r\n")

    def data_received(self, data: bytes) -> None:
        """Answer whatever is whole."""
        self._held += data
        while True:
            part, end, rest = self._held.partition(b"\r\n.\r\n" if self._in_letter else b"\r\n")
            if not end:
                return
            self._held = rest
            self._line.write(self._taken(part) if self._in_letter else self._answer(part))

    def _answer(self, line: bytes) -> bytes:
        word = line[:4].upper()
        if word == b"RCPT":
            self._to = line.partition(b"<")[2].partition(b">")[0].decode()
        self._in_letter = word == b"DATA"
        return {b"EHLO": b"250-localhost\r\n250 8BITMIME\r\n", b"DATA": b"354 go on\r\n"}.get(
            word, b"250 OK\r\n"
        )

    def _taken(self, letter: bytes) -> bytes:
        self._in_letter = False
        key = letter.partition(_KEY)[2].partition(b"\r\n")[0].decode()
        self._file.write(f"{key} {self._to}\n")
        self._file.flush()
        return b"250 taken\r\n"


async def serve(path: Path) -> None:
    """Take letters until killed."""
    with path.open("a", encoding="utf-8") as file:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: Taking(file), "127.0.0.1", 0)
        print(server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1])))
