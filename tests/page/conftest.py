"""The page in Chromium, before a server of the samples. Left out where there is no browser, or no built page."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from gesta.api.app import create_app
from gesta.api.front import PAGE
from gesta.api.serving import bound_socket
from gesta.api.settings import Settings, hashed
from tests.conftest import ROOT

TOKEN = "a token for tests"
QUIET = (
    "--no-sandbox --disable-gpu --use-gl=angle --use-angle=swiftshader --enable-unsafe-swiftshader --no-first-run"
    " --disable-background-networking --disable-component-update --disable-sync"
).split()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("left out: no Chromium, so the page is not driven")
    if not (PAGE / "index.html").exists():
        pytest.skip("left out: the page is not built (npm makes it), so it is not driven")
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=found, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of the samples, for as long as the tests run."""
    store = tmp_path_factory.mktemp("page") / "samples.gesta"
    paths = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    subprocess.run([sys.executable, "-m", "gesta", "ingest", str(ROOT / "samples"), "--store", str(store)], check=True, env=paths)
    settings = Settings(store=str(store), tokens={"a reviewer": hashed(TOKEN)}, writes_a_minute=1000)
    at = bound_socket("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(create_app(settings), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [at]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{at.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


class Visit:
    """One tab: every request beyond the origin and every complaint of the browser is kept."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page, self.origin = page, origin
        self.strayed: list[str] = []
        self.complaints: list[str] = []
        page.on("request", self._asked)
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.set_default_timeout(120_000)  # the machine is busy

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.origin, "blob:", "data:")):
            self.strayed.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "401" not in message.text:
            self.complaints.append(message.text)

    def go(self, path: str) -> Page:
        """The page at this address, when it has its answers."""
        self.page.goto(self.origin + path)
        self.page.wait_for_selector("h1")
        self.page.wait_for_load_state("networkidle")
        return self.page


@pytest.fixture
def visit(browser: Browser, served: str) -> Iterator[Visit]:
    """A new tab, light; at its end nothing went to another origin and the browser had nothing to complain of."""
    context = browser.new_context(viewport={"width": 1360, "height": 900}, accept_downloads=True)
    visit = Visit(context.new_page(), served)
    yield visit
    context.close()
    assert visit.strayed == []
    assert visit.complaints == []


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    found = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
    if not found.exists():
        pytest.skip("left out: no axe-core beside the page's sources (npm ci brings it)")
    return Path(found).read_text("utf-8")
