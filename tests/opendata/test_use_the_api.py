"""What the documentation shows of the API is run as it stands, against a served register."""

import re
import threading
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django.core.wsgi import get_wsgi_application

from areasend.config.edge import Edge

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "use-the-api.md").read_text("utf-8")
HERE = "http://127.0.0.1:8000"


class Quiet(WSGIRequestHandler):
    def log_message(self, *_words):
        """Say nothing of each request."""


@pytest.fixture
def register(record_in_place):  # noqa: ARG001  it is there to be asked
    """The address of the register, served from a thread of this process."""
    # Whoever asks for a second page is first told to wait, as one who asks too fast is.
    waits = iter([0, 0, 1])
    edge = Edge(get_wsgi_application(), state=lambda: "one", wait=lambda _who: next(waits, 0))
    server = make_server("127.0.0.1", 0, edge, handler_class=Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    assert next(waits, None) is None, "nobody was told to wait"
    server.shutdown()
    server.server_close()


def test_every_example_prints_what_is_shown_beneath_it(register):
    blocks = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", PAGE, re.DOTALL)
    known = {}

    assert len(blocks) == PAGE.count("```python") == 4
    for code, shown in blocks:
        printed = StringIO()
        with redirect_stdout(printed):
            exec(code.replace(HERE, register), known)  # noqa: S102  our own documentation
        assert printed.getvalue() == shown
