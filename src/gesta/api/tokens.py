"""Tokens: made once, shown once, kept as hashes beside the user's other settings."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from gesta.api.settings import hashed
from gesta.errors import GestaError


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
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.partial")
    partial.touch(mode=0o600)
    partial.write_text(json.dumps(known, indent=1) + "\n", "utf-8")
    partial.replace(path)
    return token


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
