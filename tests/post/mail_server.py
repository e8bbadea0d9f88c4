"""A real SMTP server: `python -m tests.post.mail_server FILE` prints its port, and writes each
message it takes into the file before it answers 250.

Addresses that begin with `later` are refused for now, with `never` for good.
"""

import asyncio
import json
import socket
import sys
from email import message_from_bytes, policy
from pathlib import Path

from aiosmtpd.smtp import SMTP


class Taking:
    """Takes messages into a file."""

    def __init__(self, file):
        self.file = file

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802  aiosmtpd's
        if address.startswith("later"):
            return f"451 4.3.0 <{address}> not now"
        if address.startswith("never"):
            return f"550 5.1.1 <{address}>: no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802  aiosmtpd's
        message = message_from_bytes(envelope.content, policy=policy.default)
        taken = {
            "to": envelope.rcpt_tos[0],
            "key": message["Message-ID"],
            "headers": {name: str(value) for name, value in message.items()},
            "words": message.get_content(),
        }
        with self.file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(taken) + "\n")
        return "250 taken"


async def serve(file):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = await asyncio.get_running_loop().create_server(
            lambda: SMTP(Taking(file), hostname="localhost", enable_SMTPUTF8=True), sock=listening
        )
        print(listening.getsockname()[1], flush=True)  # noqa: T201  to whoever started it
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1])))
