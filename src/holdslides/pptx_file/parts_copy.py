"""Parts copied from one package into another, with all they lead to."""

from __future__ import annotations

from collections.abc import Mapping

from holdslides.pptx_file.opened import Opened, Relation


class Copier:
    """Copies parts of `source` into `target`, each once; pictures that are there already are not doubled."""

    def __init__(self, source: Opened, target: Opened) -> None:
        self.source, self.target = source, target
        self._copied: dict[str, str] = {}
        self._media = {data: name for name, data in target.parts.items() if "/media/" in name}

    def copy(self, name: str) -> str:
        """The name of a part's copy, made with everything its relationships lead to."""
        known = self._copied.get(name)
        if known is None:
            data = self.source.parts[name]
            known = self._media.get(data) if "/media/" in name else None
            if known is None:
                type_ = self.source.content_type(name)
                known = self.target.put(self.target.free_name(name), data, type_)
            self._copied[name] = known  # before what it leads to, which may lead back
            self.relations(name, known, {})
        return known

    def relations(self, source: str, target: str, decided: Mapping[str, str]) -> None:
        """Gives `target` the relationships of `source`; `decided` are parts that have a place already."""
        relations: list[Relation] = []
        for relation in self.source.relations(source):
            to = relation.target
            if not relation.outside:
                if to not in self.source.parts:
                    continue
                to = decided.get(to) or self.copy(to)
            relations.append(Relation(relation.id, relation.type, to, relation.outside))
        self.target.set_relations(target, relations)
