"""Running text for the tests: long enough for the language to be told, about places that do not exist."""

from __future__ import annotations

BODY = (
    "At least four people were killed on Thursday when shells fell on the market of Larov, the interior ministry said.\n\n"
    "The army of the neighbouring republic denied that its forces had fired at the town, and said that it had no units there."
)
GERMAN = (
    "Mindestens vier Menschen wurden am Donnerstag getötet, als Granaten auf den Markt von Larow fielen, teilte das Innenministerium mit."
)
