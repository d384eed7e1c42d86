"""Takes the pictures of README.md and docs/ from the sample programme, so that they never go stale.

Run from the project's folder, once the tools for developers are installed:
.venv/bin/python docs/screenshots.py (about a minute; needs Chromium, as the tests do).
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).parents[1]
IMAGES = Path(__file__).parent / "images"
NETAUDIT = Path(sys.executable).with_name("netaudit")
PICTURES = {
    "overview": "/?cohort=2026&wave=endpoint",
    "patterns": "/patterns?cohort=2026&wave=endpoint",
    "change": "/change?cohort=2026",
    "participant": "/participants?cohort=2026&participant=P-2026-12",
}
WIDTH, HEIGHT, COLOURS, LONGEST_START = 1280, 900, 128, 120


def main() -> None:
    """Every picture, from a workspace made for it."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder) / "workspace"
        sample = ROOT / "data" / "sample"
        subprocess.run([NETAUDIT, "import", sample, "--workspace", workspace], check=True)
        port = _free_port()
        command = [NETAUDIT, "serve", "--port", str(port), "--workspace", workspace]
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            _take(f"http://127.0.0.1:{port}")
        finally:
            server.terminate()
            server.wait()


def _take(address: str) -> None:
    _wait_for(address)
    IMAGES.mkdir(exist_ok=True)
    sandbox = ["--no-sandbox"] if hasattr(os, "getuid") and os.getuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--disable-gpu", *sandbox]
        )
        for name, path in PICTURES.items():
            _save(_shot(browser, address + path), IMAGES / f"{name}.png")
        browser.close()


def _shot(browser: Browser, address: str) -> bytes:
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    page.goto(address)
    _wait_until_drawn(page)
    taken = page.screenshot()
    page.close()
    return taken


def _wait_until_drawn(page: Page) -> None:
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=90_000)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=60_000)
    page.wait_for_timeout(1_500)  # charts fade in


def _save(taken: bytes, to: Path) -> None:
    """A screenshot has few colours, and takes a third of the room with as many as it needs."""
    Image.open(BytesIO(taken)).convert("RGB").quantize(COLOURS).save(to, optimize=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str) -> None:
    for _ in range(LONGEST_START * 2):
        try:
            with urlopen(f"{address}/api/ready", timeout=5):
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.5)
    raise SystemExit("The dashboard did not start.")


if __name__ == "__main__":
    main()
