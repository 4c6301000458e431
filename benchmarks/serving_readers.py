"""Readers of a served store: a crowd that asks as people at the page do, and one in Chromium."""

from __future__ import annotations

import asyncio
import random
import shutil
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final
from urllib.parse import urlsplit

VISITS: Final = 5  # of the page in Chromium
QUIET: Final = "--no-sandbox --disable-gpu --use-gl=angle --use-angle=swiftshader --enable-unsafe-swiftshader --no-first-run".split()
# When a filter that was clicked stands in the address, in ms from the beginning of the visit.
CLICKED: Final = """() => new Promise((done) => { document.querySelector(".facet button").click();
  const look = () => location.search ? requestAnimationFrame(() => done(performance.now())) : setTimeout(look, 4); look(); })"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sights:
    """What there is to look at: queries of filters, incidents and reports, the ones that most look at first."""

    filters: list[str]
    incidents: list[str]
    reports: list[str]

    def visit(self, chance: random.Random) -> Iterator[list[str]]:
        """The calls of one reader, page by page: first view, a filter, a feed, two incidents, and a report of each."""
        yield view("")
        yield view(often(chance, self.filters))
        yield [f"happenings.atom?{chance.choice(['', often(chance, self.filters)])}"]
        for _ in range(2):
            incident = often(chance, self.incidents)
            yield [f"incidents/{incident}", f"matrix?incident={incident}"]
            yield [f"reports/{often(chance, self.reports)}/annotations"]


def view(query: str) -> list[str]:
    """The calls of the overview with these filters, as the page makes them."""
    asked = f"&{query}" if query else ""
    return [f"incidents?facets=type,actors,claimants,countries&sort=-reports{asked}", f"series?by=event{asked}", f"places?{query}", "names"]


def often(chance: random.Random, values: list[str]) -> str:
    """One of them, each more often than the one after it, as Zipf has it."""
    return chance.choices(values, cum_weights=list(accumulate(1 / rank for rank in range(1, len(values) + 1))))[0]


@dataclass(slots=True, kw_only=True)
class Seen:
    """What the readers met: of each call when it was made (seconds from `start`) and how long it took (ms); statuses and faults."""

    start: float = field(default_factory=time.perf_counter)
    calls: list[tuple[float, float]] = field(default_factory=list)
    wrong: Counter[str] = field(default_factory=Counter)

    def taken(self, seconds: float) -> list[float]:
        """How long the calls of the first seconds took, in ms."""
        return [ms for at, ms in self.calls if at < seconds]


@dataclass(slots=True, kw_only=True)
class Reader:
    """One connection of a reader, kept open. As small as can be, so that the server has the processors."""

    host: str
    port: int
    seen: Seen
    streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, path: str) -> None:
        """One call, from the first byte sent to the last one read."""
        began = time.perf_counter()
        try:
            async with asyncio.timeout(30):
                status = await self._answer(path)
            self.seen.wrong[str(status)] += status >= 400
        except (OSError, TimeoutError, ValueError, asyncio.IncompleteReadError) as error:
            self.seen.wrong[type(error).__name__] += 1
            self.leave()
        self.seen.calls.append((began - self.seen.start, (time.perf_counter() - began) * 1000))

    async def _answer(self, path: str) -> int:
        if self.streams is None or self.streams[0].at_eof():  # a server lets go of who says nothing for a while; browsers come again
            self.leave()
            self.streams = await asyncio.open_connection(self.host, self.port)
        reader, writer = self.streams
        writer.write(f"GET /api/v1/{path} HTTP/1.1\r\nHost: localhost:{self.port}\r\nAccept-Encoding: gzip\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        await reader.readexactly(int(head.partition("content-length: ")[2].partition("\r\n")[0]))
        return int(head.split(" ", 2)[1])

    def leave(self) -> None:
        """The connection is closed."""
        if self.streams is not None:
            self.streams[1].close()
            self.streams = None


async def reads(base: str, sights: Sights, seen: Seen, chance: random.Random, end: float, pause: float) -> None:
    """One reader, visit after visit until the end; between two pages it reads for a while."""
    address = urlsplit(base)
    reader = Reader(host="127.0.0.1", port=address.port or 80, seen=seen)
    await asyncio.sleep(chance.uniform(0, pause))
    while time.perf_counter() < end:
        for page in sights.visit(chance):
            for path in page:
                if time.perf_counter() < end:
                    await reader.ask(path)
            await asyncio.sleep(chance.uniform(0.5, 1.5) * pause)
    reader.leave()


async def crowd(base: str, sights: Sights, readers: int, seconds: float, pause: float) -> Seen:
    """What so many readers met in so many seconds."""
    seen = Seen()
    end = seen.start + seconds
    await asyncio.gather(*(reads(base, sights, seen, random.Random(n), end, pause) for n in range(readers)))
    return seen


def opened(base: str) -> list[tuple[float, float]]:
    """Seconds until the page's list, days and filters are there and answer a click, and until its map is drawn, visit by visit.

    Each visit is a new browser's. None where there is no Chromium.
    """
    from playwright.sync_api import sync_playwright

    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        return []
    times = []
    with sync_playwright() as driver:
        for _ in range(VISITS):
            browser = driver.chromium.launch(executable_path=found, args=QUIET)
            page = browser.new_page(viewport={"width": 1360, "height": 900})
            page.goto(base, wait_until="commit")
            for shown in ("ol.incidents > li", "#when rect.bar", ".facet button"):
                page.wait_for_selector(shown, timeout=60_000)
            clicked: float = page.evaluate(CLICKED)
            page.wait_for_selector(".map[data-idle]", timeout=60_000)
            times.append((clicked / 1000, page.evaluate("performance.now()") / 1000))
            browser.close()
    return times
