"""docs/regler.md, made from the rules themselves so that the two never disagree (Danish Markdown)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from holdslides.check.rule import FAMILIES, Example, Rule, Scope, load

HEAD = """# Regler

Denne side er lavet ud fra reglerne selv med `python tools/make_rule_guide.py`. Ret ikke i den; ret i
reglen.

`holdslides check` sætter alt det sammen, der kan laves – hver tilstand, ramme, udgave, gang, led og
niveau, hver plakat og hvert ark – og prøver reglerne på det. En **fejl** giver slutkode 1, en
**advarsel** kun med `--strict`. Et oplæg bliver skrevet trods advarsler, men aldrig, når det ikke kan
være der, eller når en regel i ORG eller SAF er brudt.

Klinikkens egne moduler, plakater og ark prøves på samme måde som de indbyggede. Et slide fra klinikkens
egen PowerPoint bæres over, som det er; dér prøves kun titel og noter.

Resultatet er **PEMAT-informeret**. Det er ikke en PEMAT-score og ikke en CCI-score: dem giver
mennesker, mindst to, helst sammen med fem patienter, der siger det vigtigste med egne ord. Ved hver
regel står, hvilke punkter den kan hjælpe dem med.
"""

PEMAT: dict[str, str] = {
    "1": "formålet er tydeligt",
    "2": "intet leder væk fra det",
    "3": "almindelige ord",
    "4": "fagord kun for at gøre dem kendte, og forklaret",
    "5": "aktiv form",
    "6": "tal er klare",
    "7": "ingen skal regne",
    "8": "korte afsnit",
    "9": "overskrifter, der siger noget",
    "10": "en god rækkefølge",
    "11": "en opsamling",
    "12": "det vigtigste springer i øjnene",
    "15": "billeder, hvor de hjælper",
    "16": "billeder, der ikke forstyrrer",
    "17": "billeder med titel",
    "18": "billeder, der er klare",
    "19": "tabeller med korte overskrifter",
    "20": "mindst én handling",
    "21": "taler til læseren",
    "22": "handlingen i små skridt",
    "23": "noget at bruge i hånden",
    "24": "hjælp til at regne",
    "25": "siger, hvordan skemaer bruges",
    "26": "billeder, der gør det lettere at handle",
}
TAIL = """## Det, reglerne ikke kan se

Om rækkefølgen giver mening, om et billede ville hjælpe eller forstyrrer, om noget er klart, om tonen er
venlig, og om det er rigtigt. Det er mennesker, der afgør det.
"""


def guide() -> str:
    """The whole page."""
    rules = load()
    parts = [HEAD, *(_family(name, rules) for name in FAMILIES), _pemat(rules), TAIL]
    return "\n".join(parts)


def _family(family: str, rules: Iterable[Rule]) -> str:
    lines = [f"## {family}: {FAMILIES[family][0]}", ""]
    for rule in (rule for rule in rules if rule.family == family):
        lines += [*_rule(rule), ""]
    return "\n".join(lines)


def _rule(rule: Rule) -> Iterator[str]:
    scopes = ", ".join(str(scope) for scope in Scope if scope in rule.scopes)
    yield from (
        f"### {rule.id} ({rule.severity})",
        "",
        rule.what,
        "",
        f"*Hvorfor:* {rule.why}",
        "",
        f"*Gælder:* {scopes}.",
        "",
    )
    yield from _examples("I orden", rule.good)
    yield from _examples("Fanget", rule.bad)
    if rule.informs:
        yield from ("", f"*Kan bruges til:* {', '.join(rule.informs)}.")


def _examples(label: str, examples: Iterable[Example]) -> Iterator[str]:
    yield from (f"- *{label}:* {example.told}" for example in examples)


def _pemat(rules: Iterable[Rule]) -> str:
    by_item: dict[str, list[str]] = {item: [] for item in PEMAT}
    for rule in rules:
        for item in rule.informs:
            source, _, number = item.partition(" ")
            if source == "PEMAT" and number in by_item:
                by_item[number].append(rule.id)
    rows = [f"| {n} | {PEMAT[n]} | {', '.join(ids) or 'kun mennesker'} |" for n, ids in by_item.items()]
    note = (
        "Punkt 13 og 14 findes kun i udgaven til lyd og billede; 13 (tekst, man kan læse) svarer til SLD-5."
    )
    head = ["## PEMAT-punkterne", "", note, "", "| punkt | med vores ord | regler |", "| --- | --- | --- |"]
    return "\n".join([*head, *rows, ""])
