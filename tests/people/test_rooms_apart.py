"""The rooms stand apart from the website, and their pages carry what guards them."""

import os
import re
import secrets
import subprocess
import sys

import pytest

from areasend.people.deeds import roles
from areasend.people.gate import OPEN, OWN
from tests.people.accounts import account
from tests.people.asking_rooms import signed_in, stranger
from tests.people.test_gate import addresses

SCRIPT = re.compile(r"<script\b([^>]*)>")
ACCOUNTS = {"allauth", "areasend.people", "django.contrib.auth", "django.contrib.sessions"}


def run(*words, **environment):
    given = {**os.environ, "AREASEND_DATABASE": ":memory:", **environment}
    return subprocess.run(
        [sys.executable, *words], env=given, capture_output=True, text=True, check=False
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    "loading",
    [
        "import areasend.config.wsgi",
        "from areasend.config.command import command, start; start(); "
        "command().main(['deadline', '5 days', '--from', '2022-07-01'], standalone_mode=False)",
    ],
)
def test_neither_the_website_nor_the_command_line_knows_of_accounts(loading, tmp_path):
    settings = "areasend.config.site" if "wsgi" in loading else "areasend.config.settings"

    done = run(
        "-c",
        f"import sys; {loading}; print(sorted({ACCOUNTS!r} & set(sys.modules)))",
        DJANGO_SETTINGS_MODULE=settings,
        AREASEND_SECRET="x" * 50,
        AREASEND_DATABASE=str(tmp_path / "none.sqlite3"),
    )

    assert done.stdout.splitlines()[-1] == "[]", done.stderr


@pytest.mark.slow
def test_django_finds_nothing_amiss_in_how_the_rooms_are_deployed():
    done = run(
        *("-W", "error", "-m", "django", "check", "--deploy", "--fail-level", "WARNING"),
        AREASEND_HTTPS="on",
        AREASEND_ROOMS_SECRET=secrets.token_urlsafe(50),
        DJANGO_SETTINGS_MODULE="areasend.config.rooms",
        DJANGO_ALLOW_ASYNC_UNSAFE="",  # as long as a browser is open in this process, it is set
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert "no issues (0 silenced)" in done.stdout


@pytest.mark.django_db
def test_every_page_forbids_what_it_does_not_need_and_is_kept_by_no_browser():
    everything = account("all@example.org", *roles())
    clients = {True: stranger(), False: signed_in(everything)}

    for address, name in addresses():
        answer = clients[name in OPEN - {"account_logout"}].get(address)
        policy = answer["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert "data:" not in policy
        assert answer["Cache-Control"] == "no-store, private"
        assert answer["X-Frame-Options"] == "DENY"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Referrer-Policy"] == "same-origin"


@pytest.mark.django_db
def test_no_script_stands_within_a_page_and_no_style():
    client = signed_in(account("new@example.org", second_step=False))
    pages = [client.get(address) for address, name in addresses() if name in OWN]
    shown = [page.text for page in pages if page.status_code == 200]

    assert len(shown) > 2
    for text in shown:
        for attributes in SCRIPT.findall(text):
            assert "src=" in attributes or 'type="application/json"' in attributes
        assert not re.search(r"\son\w+=|\sstyle=|<style", text)


@pytest.mark.django_db
def test_a_page_that_is_not_there_says_so_to_anyone():
    answer = stranger().get("/nowhere")

    assert answer.status_code == 404
    assert "Page not found" in answer.text


@pytest.mark.django_db
def test_a_name_that_is_not_ours_is_turned_away():
    answer = stranger().get("/sign-in", headers={"host": "elsewhere.example"})

    assert answer.status_code == 400
    assert "cannot be understood" in answer.text


@pytest.mark.django_db
@pytest.mark.parametrize(("behind", "counted"), [(0, 429), (1, 200)])
def test_who_asks_is_believed_of_our_own_proxy_alone(behind, counted, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = behind
    client = stranger()

    for one in range(31):
        told = client.post("/sign-in", headers={"x-forwarded-for": f"made-up, 192.0.2.{one}"})

    assert told.status_code == counted


@pytest.mark.django_db
def test_whoever_asks_too_fast_is_told_to_wait():
    client = stranger()

    told = [client.post("/sign-in", {"login": "a", "password": "b"}) for _ in range(31)][-1]

    assert told.status_code == 429
    assert "Wait a minute" in told.text
