"""Per page, the facts it shows and speaks of, and where they stand: `holdslides check --sources`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from holdslides.check.bench import Bench
from holdslides.check.documents import Documents, Wanted
from holdslides.check.subject import Subject
from holdslides.clinic import Clinic
from holdslides.library import Library
from holdslides.records import dataclass
from holdslides.texts import Source


@dataclass(frozen=True, slots=True)
class CitedPage:
    """A slide, poster or sheet: its id, headline and line, and every fact it names in any of its forms."""

    id: str
    headline: str
    place: str
    sources: tuple[Source, ...]

    def as_json(self) -> dict[str, object]:
        """The object `--format json` prints."""
        facts = [
            {
                "id": s.fact,
                "shown": s.shown,
                "claim": s.claim,
                "document": s.document,
                "section": s.section,
                "lines": s.lines,
            }
            for s in self.sources
        ]
        return {"id": self.id, "headline": self.headline, "place": self.place, "facts": facts}

    def lines(self) -> Iterator[str]:
        """The page and its facts as lines of text (Danish)."""
        yield f"{self.place}: {self.id}: {self.headline}"
        for s in self.sources:
            where = ", ".join(
                part for part in (s.document, s.section, f"linje {s.lines}" if s.lines else "") if part
            )
            yield f"  {'vist' if s.shown else 'sagt'}  {s.fact}: {s.claim} [{where}]"
        if not self.sources:
            yield "  nævner ingen fakta"


def cited_pages(library: Library, clinic: Clinic, typed: Iterable[str] = ()) -> list[CitedPage]:
    """Every page once, in the order they are met. Raises RequestError for an id there is none of."""
    documents, bench = Documents(library, clinic), Bench.of(library, clinic)
    told: dict[str, tuple[str, str]] = {}
    cited: dict[str, dict[Source, None]] = {}
    for made in documents.wanted(Wanted.of(library, typed)):
        for page in Subject(made.document, bench, made.scope).pages:
            told.setdefault(page.id, (page.headline.replace("\n", " "), str(page.place)))
            cited.setdefault(page.id, {}).update(dict.fromkeys(page.sources))
    return [CitedPage(id_, *told[id_], tuple(sources)) for id_, sources in cited.items()]
