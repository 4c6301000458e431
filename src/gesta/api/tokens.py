"""Tokens: made once, shown once, kept as hashes beside the user's other settings."""

from __future__ import annotations

import json
import logging
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gesta.api.settings import hashed
from gesta.errors import GestaError
from gesta.pipeline.replacing import replacing
from gesta.store.duck import stamp

LOG = logging.getLogger("gesta.api")


def tokens_file() -> Path:
    """`gesta/tokens.json` in the folder for settings (XDG_CONFIG_HOME, else ~/.config)."""
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "gesta" / "tokens.json"


def alerts_file(store: str) -> Path:
    """Where the alerts of a store are kept, beside the tokens; a path by whatever way it is named is one store."""
    place = store if "://" in store else str(Path(store).resolve())
    return tokens_file().with_name(f"alerts-{hashed(place)[:16]}.json")


def new_token(name: str, path: Path | None = None) -> str:
    """A token for somebody, in place of the one they had; its hash is kept in the file, which only the user may read."""
    path = path or tokens_file()
    known = dict(kept_tokens(path))
    token = secrets.token_urlsafe(32)
    known[name] = hashed(token)
    write_private(path, known)
    return token


def write_private(path: Path, value: Any) -> None:
    """The file holds the value as JSON, or is as it was; only the user may read it, from its first byte on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as beside:
        beside.touch(mode=0o600)
        beside.write_text(json.dumps(value, indent=1) + "\n", "utf-8")


def kept_tokens(path: Path | None = None) -> Mapping[str, str]:
    """The hashes by name; none where there is no file. GestaError where the file is no such list."""
    path = path or tokens_file()
    try:
        known = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise GestaError(f"{path}: tokens cannot be read: {error}") from None
    if not isinstance(known, dict) or not all(isinstance(value, str) and len(value) == 64 for value in known.values()):
        raise GestaError(f"{path}: is no list of tokens by name")
    return known


class Tokens:
    """The hashes by name as they are kept now: a token that is made while a server runs is known to it, one that is gone is not."""

    def __init__(self, known: Mapping[str, str], path: Path | None = None) -> None:
        """Those that are known; with a path, those of the file as well, whenever it has changed. GestaError where it is no list of them."""
        self._path, self._stamp = path, stamp(path) if path else ""
        kept = kept_tokens(path) if path else {}
        self._own = {name: value for name, value in known.items() if kept.get(name) != value}
        self._now = {**kept, **self._own}

    def now(self) -> Mapping[str, str]:
        """The hashes by name. A file that cannot be read changes nothing: that is logged once."""
        if self._path is not None and (found := stamp(self._path)) != self._stamp:
            self._stamp = found
            try:
                self._now = {**kept_tokens(self._path), **self._own}
            except GestaError as error:
                LOG.warning("%s; the tokens stay as they were", error)
        return self._now
