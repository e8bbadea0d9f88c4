"""What an address of a carrier stands for, and that real mail is never sent without a secret."""

import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from areasend.config.mail import mail


def test_a_line_to_another_machine_is_always_encrypted():
    starttls = mail("smtp://us%40areasend.example:p%3Aw@mx.example:587")
    from_the_start = mail("smtps://mx.example")

    assert starttls["EMAIL_USE_TLS"]
    assert (starttls["EMAIL_HOST_USER"], starttls["EMAIL_HOST_PASSWORD"]) == (
        "us@areasend.example",
        "p:w",
    )
    assert (from_the_start["EMAIL_USE_SSL"], from_the_start["EMAIL_PORT"]) == (True, 465)
    assert not from_the_start["EMAIL_USE_TLS"]


def test_a_server_on_this_machine_needs_no_encryption():
    held = mail("smtp://127.0.0.1:2525")

    assert (held["EMAIL_PORT"], held["EMAIL_USE_TLS"]) == (2525, False)


def test_govuk_notify_is_named_by_its_template():
    assert mail("notify://0a1b-2c")["NOTIFY_TEMPLATE"] == "0a1b-2c"


def test_no_carrier_is_a_folder():
    assert mail("")["EMAIL_BACKEND"].endswith("filebased.EmailBackend")


@pytest.mark.parametrize("named", ["mx.example", "http://mx.example", "smtp://", "smtp://h:x"])
def test_what_names_no_carrier_is_refused(named):
    with pytest.raises(ImproperlyConfigured, match="AREASEND_MAIL"):
        mail(named)


def worker(folder, **environ):
    return subprocess.run(
        [sys.executable, "-m", "areasend", "worker", "--once"],
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "areasend.config.settings",
            "AREASEND_DATABASE": str(folder / "db.sqlite3"),
            **environ,
        },
        capture_output=True,
        check=False,
        text=True,
    )


@pytest.mark.slow
def test_a_worker_that_would_send_real_mail_does_not_start_without_a_secret(tmp_path):
    done = worker(tmp_path, AREASEND_MAIL="smtp://127.0.0.1:1", AREASEND_MAIL_KEY="short")

    assert done.returncode == 2
    assert "AREASEND_MAIL_KEY" in done.stderr
    assert not (tmp_path / "db.sqlite3").exists()


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"AREASEND_ADDRESS": ""}, "AREASEND_ADDRESS"),
        ({"AREASEND_ADDRESS": "http://areasend.example"}, "AREASEND_ADDRESS"),
        ({"AREASEND_ADDRESS": "https://areasend.example"}, "AREASEND_MAIL_FROM"),
    ],
)
@pytest.mark.slow
def test_real_mail_is_not_sent_with_links_or_a_sender_on_this_machine(tmp_path, settings, named):
    known = {"AREASEND_MAIL": "smtp://127.0.0.1:1", "AREASEND_MAIL_KEY": "k" * 40}

    done = worker(tmp_path, **known, **settings)

    assert done.returncode == 2
    assert f"Set {named}" in done.stderr
    assert not (tmp_path / "db.sqlite3").exists()


@pytest.mark.slow
def test_to_try_it_out_a_worker_makes_its_own_secret_and_writes_into_a_folder(tmp_path):
    index = tmp_path / "postcodes.sqlite3"

    done = worker(tmp_path, AREASEND_MAIL="", AREASEND_MAIL_KEY="", AREASEND_POSTCODES=str(index))

    assert done.returncode == 0, done.stderr
    assert "mails are written to" in done.stdout
    assert (tmp_path / "mail-key").stat().st_mode & 0o077 == 0
