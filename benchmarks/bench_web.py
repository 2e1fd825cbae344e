"""What the local page costs: its start, a changed slide, a thousand requests, and the memory they leave.

    python benchmarks/bench_web.py [requests]

Times are wall time over a real socket, as a browser sees them.
"""

from __future__ import annotations

import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

START_S, MEDIAN_MS, P95_MS, GROWTH_MIB = 1.0, 100.0, 300.0, 30.0
PLAN = {"condition": "laenderyg", "setting": "hold", "session": 1}


@dataclass
class Page:
    """A browser without a screen: one connection, the cookie, the token."""

    port: int
    door: str
    headers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.http = HTTPConnection("127.0.0.1", self.port, timeout=30)
        _, headers, _ = self.get(f"/?n={self.door}")
        self.headers["Cookie"] = headers["Set-Cookie"].split(";")[0]
        _, _, html = self.get("/")
        token = re.search(rb'holdslides-token" content="([^"]+)"', html)
        assert token
        self.headers["X-Holdslides-Token"] = token[1].decode()
        self.headers["Origin"] = f"http://127.0.0.1:{self.port}"

    def get(self, path: str) -> tuple[int, Any, bytes]:
        """A page or a picture."""
        self.http.request("GET", path, headers=self.headers)
        answer = self.http.getresponse()
        return answer.status, answer.headers, answer.read()

    def ask(self, path: str, data: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """What a script of the page asks."""
        self.http.request(
            "POST", path, json.dumps(data), {**self.headers, "Content-Type": "application/json"}
        )
        answer = self.http.getresponse()
        read = answer.read()
        return answer.status, json.loads(read) if read else {}


def start(home: Path) -> tuple[subprocess.Popen[str], Page, float]:
    """A server in a process of its own, and the seconds until its first page had come."""
    began = time.perf_counter()
    environment = {**os.environ, "HOME": str(home), "USERPROFILE": str(home)}
    command = [sys.executable, "-m", "holdslides", "web", "--no-browser", "--port", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, cwd=home)
    assert server.stdout
    found = re.search(r":(\d+)/\?n=(\S+)", server.stdout.readline())
    assert found
    page = Page(int(found[1]), found[2])
    return server, page, time.perf_counter() - began


def previews(answer: dict[str, Any]) -> dict[str, str]:
    """Slide id to the name of its picture."""
    return {slide["id"]: slide["preview"] for block in answer["blocks"] for slide in block["slides"]}


def changed_slides(page: Page, rounds: int = 60) -> list[float]:
    """Milliseconds from a rewritten headline to its picture: one try and the picture it names."""
    _, answer = page.ask("/api/program", PLAN)
    ids = list(previews(answer))
    times = []
    for i in range(rounds):
        slide = ids[i % len(ids)]
        _, details = page.ask("/api/slide", {"plan": PLAN, "slide": slide})
        free = [f for f in details["fields"] if not f["locked"]]
        began = time.perf_counter()
        texts = {free[0]["name"]: f"Nye ord nummer {i}"}
        _, tried = page.ask("/api/ret/proev", {"plan": PLAN, "slide": slide, "texts": texts})
        if not tried["preview"]:
            continue
        status, _, _ = page.get(f"/billede/{tried['preview']}.svg")
        assert status == 200
        times.append((time.perf_counter() - began) * 1000)
    return times


def moved_blocks(page: Page, rounds: int = 20) -> list[float]:
    """Milliseconds from a changed order to the last of the pictures in sight (twelve) that changed."""
    _, before = page.ask("/api/program", PLAN)
    keys = [block["key"] for block in before["blocks"]]
    seen, times, chance = set(previews(before).values()), [], random.Random(7)
    for _ in range(rounds):
        order = keys[:1] + chance.sample(keys[1:-1], len(keys) - 2) + keys[-1:]
        began = time.perf_counter()
        _, answer = page.ask("/api/program", {**PLAN, "order": order})
        for name in list(previews(answer).values())[:12]:
            if name not in seen:
                page.get(f"/billede/{name}.svg")
                seen.add(name)
        times.append((time.perf_counter() - began) * 1000)
    return times


def mixed(page: Page, count: int, pid: int) -> tuple[int, list[float]]:
    """The number of answers that were no good, and memory (MiB) at each tenth of the requests."""
    chance, bad, memory = random.Random(3), 0, []
    names = list(previews(page.ask("/api/program", PLAN)[1]).values())
    for i in range(count):
        kind = i % 5
        if kind == 0:
            plan = {
                **PLAN,
                "session": chance.choice((1, 2)),
                "minutes": chance.choice((None, 45, 50, 55, 75)),
            }
            status, answer = page.ask("/api/program", plan)
            if answer.get("blocks"):
                names = list(previews(answer).values())
        elif kind in (1, 2):
            status = page.get(f"/billede/{chance.choice(names)}.svg")[0]
        elif kind == 3:
            status = page.get(chance.choice(("/", "/plakater", "/ark", "/klinik", "/static/grund.css")))[0]
        else:
            asked = {"plan": PLAN, "slide": "velkomst/forside", "texts": {"overskrift": f"Hej {i}"}}
            status = page.ask("/api/ret/proev", asked)[0]
        bad += status != 200
        if i % (count // 10) == 0:
            memory.append(_memory(pid))
    memory.append(_memory(pid))
    return bad, memory


def _memory(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+)", status)
    assert found
    return int(found[1]) / 1024


def _shown(name: str, times: list[float]) -> str:
    ordered = sorted(times)
    p95 = ordered[int(len(ordered) * 0.95)]
    return f"{name:<34} median {statistics.median(times):.0f} ms, p95 {p95:.0f} ms, max {ordered[-1]:.0f} ms"


def main(count: int) -> None:
    """Prints every figure with its bound."""
    with tempfile.TemporaryDirectory() as folder:
        starts = []
        for _ in range(5):
            server, page, seconds = start(Path(folder))
            starts.append(seconds)
            server.kill()
            server.wait()
        middle = statistics.median(starts)
        print(f"start to first page                median {middle:.2f} s  (bound {START_S:g})")
        server, page, _ = start(Path(folder))
        try:
            time.sleep(3)  # the warm-up that runs while a browser opens
            print(
                _shown("a changed slide's preview", changed_slides(page))
                + f"  (bound {MEDIAN_MS:g} / {P95_MS:g})"
            )
            print(
                _shown("a changed order, pictures in sight", moved_blocks(page)) + f"  (bound p95 {P95_MS:g})"
            )
            bad, memory = mixed(page, count, server.pid)
            growth = memory[-1] - memory[len(memory) // 2]
            print(f"{count} mixed requests: {bad} errors; memory {memory[0]:.0f} -> {memory[-1]:.0f} MiB, ")
            print(f"  second half {growth:+.0f} MiB  (bound {GROWTH_MIB:g})")
        finally:
            server.kill()
            server.wait()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
