"""A small part of proof/fuzz.py every time: wrong files and options end in a document or a clear Danish problem."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
SEED = 7


@pytest.fixture
def proof(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """proof/ on the path, and its modules gone again: their names are plain words."""
    monkeypatch.syspath_prepend(str(HERE.parent / "proof"))
    monkeypatch.chdir(HERE)
    before = set(sys.modules)
    yield
    for name in {
        "bases",
        "cases",
        "clinic_files",
        "contents",
        "fuzz",
        "judge",
        "packages",
        "texts",
        "zips",
    } - before:
        sys.modules.pop(name, None)


@pytest.mark.parametrize("cases", [60, pytest.param(400, marks=pytest.mark.full)])
def test_whatever_is_wrong_is_said_and_nothing_is_half_written(
    proof: None, tmp_path: Path, cases: int
) -> None:
    from fuzz import run_warm

    outcomes = list(run_warm(SEED, cases, tmp_path))
    failures = [f"{o.kind} {o.number}: {'; '.join(o.failures)}" for o in outcomes if o.failures]
    assert failures == []
    assert {o.code for o in outcomes} == {0, 1, 2}
    assert sum(o.documents for o in outcomes) > cases / 5


def test_the_same_seed_gives_the_same_cases(proof: None, tmp_path: Path) -> None:
    from bases import bases
    from cases import make_case

    made = bases(tmp_path)
    assert [make_case(3, n, made) for n in range(60)] == [make_case(3, n, made) for n in range(60)]


@pytest.mark.parametrize(
    ("said", "clear"),
    [
        ("klinik.yaml:3: nøglen mangler (skriv den)", True),
        ("klinik.yaml:3: expected a string", False),
        ("Error: det er forkert", False),
        ("noget er gået galt", False),
        ("", False),
    ],
)
def test_an_unclear_message_is_told_from_a_clear_one(proof: None, said: str, clear: bool) -> None:
    from judge import _unclear

    assert (list(_unclear(said, "")) == []) is clear
