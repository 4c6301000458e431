"""Pictures of every page, light and dark, for docs/page.md.

    python -m tests.page.screenshots http://127.0.0.1:8000 docs/page

The address is that of `gesta serve` on a store of the samples. Each picture is what a window of 1360 by 900 shows.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import sync_playwright

from tests.page.conftest import QUIET


def first(address: str, question: str) -> str:
    """The id of the first row of an answer."""
    with urlopen(f"{address}/api/v1/{question}") as answer:
        return str(json.load(answer)["data"][0]["id"])


def pages(address: str) -> dict[str, str]:
    """Name and path of each page."""
    incident, report = first(address, "incidents?sort=-reports&limit=1"), first(address, "reports?limit=1&cursor=2")
    return {
        "overview": "/", "incident": f"/incidents/{incident}", "matrix": f"/incidents/{incident}#matrix", "reader": f"/reports/{report}",
        "actors": "/actors", "actor": "/actors/ARM", "dyad": "/dyads/ARM/AZE", "ledger": "/ledger", "sources": "/sources",
        "review": f"/review/{incident}", "try": "/try", "method": "/method",
    }  # fmt: skip


def main() -> None:
    """Writes NAME-light.png and NAME-dark.png for each page."""
    address, folder = sys.argv[1].rstrip("/"), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
        page = browser.new_page(viewport={"width": 1360, "height": 900})
        for name, path in pages(address).items():
            page.goto(address + path)
            page.wait_for_selector("h1")
            page.wait_for_load_state("networkidle")
            if "#" in path:
                page.locator(path[path.index("#") :]).scroll_into_view_if_needed()
                page.evaluate("name => document.getElementById(name).scrollIntoView()", path.partition("#")[2])
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                if name == "overview":
                    page.wait_for_selector(".map[data-idle]")
                page.wait_for_timeout(700)
                page.screenshot(path=folder / f"{name}-{scheme}.png")
        browser.close()


if __name__ == "__main__":
    main()
