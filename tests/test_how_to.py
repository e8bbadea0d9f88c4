"""What the how-tos name is there, and every how-to that the code names."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SETTINGS = "".join(path.read_text("utf-8") for path in (ROOT / "areasend" / "config").glob("*.py"))
SETTINGS += "".join(
    path.read_text("utf-8") for path in (ROOT / "areasend" / "register").glob("*.py")
)
HOW_TO = sorted((ROOT / "docs" / "how-to").glob("*.md"))


def test_every_page_of_the_documentation_that_the_code_names_is_there():
    named = {
        page
        for path in (ROOT / "areasend").rglob("*.py")
        for page in re.findall(r"docs/[\w/-]+\.md", path.read_text("utf-8"))
    }

    assert "docs/how-to/serve.md" in named
    assert [page for page in sorted(named) if not (ROOT / page).is_file()] == []


@pytest.mark.parametrize("page", HOW_TO, ids=lambda path: path.stem)
def test_every_page_that_a_how_to_leads_to_is_there(page):
    links = re.findall(r"\]\(([^)#:]+\.md)", page.read_text("utf-8"))

    assert [link for link in links if not (page.parent / link).is_file()] == []


@pytest.mark.parametrize("name", ["serve", "send-mail"])
def test_every_setting_that_a_how_to_names_is_read(name):
    page = (ROOT / "docs" / "how-to" / f"{name}.md").read_text("utf-8")
    named = set(re.findall(r"^\| `(AREASEND_\w+)`", page, re.MULTILINE))

    assert len(named) > 4
    assert [one for one in sorted(named) if f'"{one}"' not in SETTINGS] == []


@pytest.mark.parametrize("header", ["Host", "X-Forwarded-Proto", "X-Forwarded-For"])
def test_the_server_before_the_website_is_told_to_send_what_the_website_reads(header):
    page = (ROOT / "docs" / "how-to" / "serve.md").read_text("utf-8")
    door = (ROOT / "areasend" / "config" / "door.py").read_text("utf-8")

    assert f"HTTP_{header.upper().replace('-', '_')}" in door
    assert f"proxy_set_header {header} " in page
