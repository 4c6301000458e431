"""A folder of corpora in miniature: sentences of our own, in each corpus's format."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

SHELLED = "Armenian forces shelled Azerbaijani troops on Tuesday."
SAID = "The Ruritanian defence ministry said on Friday that its troops had left the town."
NEWS = "A bridge in Tbilisi fell down on Monday. Two roads near Yerevan were closed."


def tokens(text: str) -> list[str]:
    return text.replace(".", " .").split()


def offsets(text: str) -> list[list[int]]:
    out, at = [], 0
    for word in tokens(text):
        start = text.index(word, at)
        at = start + len(word)
        out.append([start, at])
    return out


def spot(text: str, words: str) -> list[int]:
    return [text.index(words), text.index(words) + len(words)]


def write(path: Path, *rows: dict[str, Any]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def plover_row(kind: str, source: str, target: str) -> dict[str, Any]:
    event = {"source": [{"code": source}], "target": [{"code": target}], "event": kind}
    return {"id": f"{kind}-{source}-{target}", "text": SHELLED, "date": "2020-10-02", "events": [event]}


def polnear_row() -> dict[str, Any]:
    said = {
        "source": [spot(SAID, "The Ruritanian defence ministry")],
        "cue": [spot(SAID, "said")],
        "content": [spot(SAID, "that its troops had left the town")],
    }
    return {"id": "p1", "text": SAID, "offsets": offsets(SAID), "sentences": [[0, len(tokens(SAID))]], "attributions": [said]}


def timex_row(value: str) -> dict[str, Any]:
    start, end = spot(SHELLED, "Tuesday")
    return {
        "id": "t1",
        "text": SHELLED,
        "dct": "2020-10-02",
        "timex": [{"start": start, "end": end, "text": "Tuesday", "type": "DATE", "value": value}],
    }


def toponym_row(point: tuple[float, float]) -> dict[str, Any]:
    tops = [{"name": name, "start": spot(NEWS, name)[0], "end": spot(NEWS, name)[1]} for name in ("Tbilisi", "Yerevan")]
    return {"id": 1, "text": NEWS, "toponyms": [{**tops[0], "lat": point[0], "lon": point[1]}, {**tops[1], "lat": None, "lon": None}]}


def conllu() -> str:
    rows = [
        "1\tTroops\ttroop\tNOUN\tNNS\t_\t2\tnsubj\t_\t_",
        "2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_",
        "3\tYerevan\tYerevan\tPROPN\tNNP\t_\t2\tobj\t_\t_",
        "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_",
    ]
    return "# newdoc id = OURS_news_rain\n" + "\n".join(rows) + "\n\n"
