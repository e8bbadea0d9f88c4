"""What tests of the post room share."""

import pytest

from tests.post.posting import Clock, mail_server


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(scope="session")
def _server(tmp_path_factory):
    with mail_server(tmp_path_factory.mktemp("mail")) as server:
        yield server


@pytest.fixture
def server(_server, settings):
    """A mail server that has taken nothing yet, which the settings name."""
    _server.forget()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", _server.port
    return _server
