"""A PostgreSQL of the tests' own: made in a folder that goes with it, on a free port of the loopback, by a user who is not root."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
from pathlib import Path

_NOBODIES = ("postgres", "nobody")


def binaries() -> Path | None:
    """Where `initdb` lies: of the latest version that Debian installed, else on the path; None where there is no PostgreSQL."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3].split(".")[0]))
    found = str(installed[-1]) if installed else shutil.which("initdb")
    return Path(found).parent if found else None


class Cluster:
    """A running server; RuntimeError where none can be started."""

    def __init__(self, folder: Path) -> None:
        """Starts in this folder, which is owned by the server's user afterwards."""
        found = binaries()
        if found is None:
            raise RuntimeError("no PostgreSQL is installed")
        self._bin, self._data, self._user = found, folder / "data", self._owner()
        if self._user is not None:
            shutil.chown(folder, self._user)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._run("initdb", "-D", str(self._data), "-U", "gesta", "--auth=trust", "-E", "UTF8", "--locale=C", "--no-sync")
        settings = {
            "listen_addresses": "127.0.0.1", "unix_socket_directories": "", "fsync": "off", "full_page_writes": "off",
            "shared_buffers": "64MB", "autovacuum": "off",
        }  # fmt: skip
        options = " ".join([f"-p {self.port}", *(f"-c {name}='{value}'" for name, value in settings.items())])
        self._run("pg_ctl", "-D", str(self._data), "-w", "-t", "60", "-l", str(folder / "log"), "-o", options, "start")

    @staticmethod
    def _owner() -> str | None:
        """Whom the server runs as; None for whoever runs the tests."""
        if os.geteuid() != 0:
            return None
        known = {user.pw_name for user in pwd.getpwall()}
        return next(name for name in _NOBODIES if name in known)

    def _run(self, program: str, *arguments: str) -> None:
        # The server outlives pg_ctl and would hold a pipe of ours open: its words go to a file.
        log = Path(f"{self._data}.{program}")
        with log.open("wb") as words:
            done = subprocess.run(
                [str(self._bin / program), *arguments], user=self._user, group=None, cwd="/", stdout=words, stderr=words, check=False
            )
        if done.returncode != 0:
            raise RuntimeError(f"{program} failed: {log.read_text('utf-8').strip().splitlines()[-1:]}")

    def address(self, database: str) -> str:
        """Of a database on this server."""
        return f"postgresql://gesta@127.0.0.1:{self.port}/{database}"

    def stop(self) -> None:
        """Nothing runs any more."""
        self._run("pg_ctl", "-D", str(self._data), "-m", "immediate", "stop")
