"""Templates: what a sentence needs works, and nothing else does. And the little markup."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from holdslides import templates
from holdslides.clinic import Clinic
from holdslides.markup import plain_text, to_text
from holdslides.plain_templates import Fault, fill_in, is_plain
from holdslides.problems import ContentError, Place
from holdslides.templates import TemplateProblem, check, is_template, references, render

AT = Place("f.yaml", 7)
CONTEXT: dict[str, Any] = {
    "tilstand": {"navn": "ondt i ryggen", "ryggen": "ryggen", "items": "ting"},
    "klinik": Clinic(name="Klinikken").words,
    "gang": {"nummer": 1, "antal": 2, "minutter": 2.5, "timer": 2.0},
    "forløb": "kort",
    "hold": "",
    "objekt": Clinic(name="X"),
}


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("Ingen skabelon {her}", "Ingen skabelon {her}"),
        ("Brug {{ tilstand.ryggen }}!", "Brug ryggen!"),
        ("{{tilstand.ryggen}} og {{  klinik.navn  }}", "ryggen og Klinikken"),
        ("{{ forløb }}", "kort"),
        ("{{ tilstand.items }}", "ting"),
        ("Gang {{ gang.nummer }} af {{ gang.antal }}", "Gang 1 af 2"),
        ("{{ gang.minutter }} og {{ gang.timer }}", "2,5 og 2"),
        ("{{ gang.nummer + 1 }}", "2"),
        ("{{ tilstand.navn|capitalize }}", "Ondt i ryggen"),
        ("{{ tilstand['navn'] }}", "ondt i ryggen"),
        ("{% if forløb == 'kort' %}Snart{% else %}Med tiden{% endif %}", "Snart"),
        ("{% if hold %}Hold {{ hold }}{% endif %}.", "."),
        ("{{ 'Først' if gang.nummer == 1 else 'Sidst' }}", "Først"),
        ("{{ tilstand.hoften|default('leddet') }}", "leddet"),
        ("{% if tilstand.hoften is defined %}x{% endif %}y", "y"),
        ("{# en note #}Hej", "Hej"),
        ("{% if forløb in ('kort', 'blandet') %}ja{% endif %}", "ja"),
        ("{{ gang.nummer ~ '/' ~ gang.antal }}", "1/2"),
        ("{{ hold }}", ""),
        ("<b> & {{ klinik.navn }}", "<b> & Klinikken"),
    ],
)
def test_what_a_sentence_needs(template: str, text: str) -> None:
    assert render(template, CONTEXT, AT) == text


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ tilstand.rygen }}", 'værdien "rygen" findes ikke (mente du ryggen?)'),
        ("{{ tilstnd.navn }}", 'værdien "tilstnd" findes ikke (mente du tilstand?)'),
        ("{{ tilstand.rygen|upper }}", 'værdien "rygen" findes ikke (mente du ryggen?)'),
        ("{% if tilstand.rygen %}x{% endif %}", 'værdien "rygen" findes ikke (mente du ryggen?)'),
        ("{{ tilstand.navn.længde }}", 'værdien "længde" findes ikke'),
        (
            "{{ tilstand }}",
            "værdien kan ikke skrives som tekst (nævn en af værdierne i den, fx {{ tilstand.navn }})",
        ),
        (
            "{{ objekt }}",
            "værdien kan ikke skrives som tekst (nævn en af værdierne i den, fx {{ tilstand.navn }})",
        ),
        (
            "{{ true }}",
            "værdien kan ikke skrives som tekst (nævn en af værdierne i den, fx {{ tilstand.navn }})",
        ),
        ("{{ gang.nummer + 'a' }}", "teksten kan ikke udfyldes (tjek det, der står mellem { og })"),
        ("{{ forløb < 2 }}", "teksten kan ikke udfyldes (tjek det, der står mellem { og })"),
    ],
)
def test_what_cannot_be_filled_in_is_said_with_its_place(template: str, said: str) -> None:
    with pytest.raises(TemplateProblem) as caught:
        render(template, CONTEXT, AT)
    assert str(caught.value) == f"f.yaml:7: {said}"


HOSTILE = [
    "{{ 'a' * 10 ** 9 }}",
    "{{ 10 ** 10 ** 10 }}",
    "{% for a in range(10 ** 9) %}{{ a }}{% endfor %}",
    "{% for a in 'aaaaaaaaaa' %}{% for b in 'aaaaaaaaaa' %}x{% endfor %}{% endfor %}",
    "{{ klinik.navn|center(1000000000) }}",
    "{{ klinik.navn|indent(1000000000) }}",
    "{{ klinik.navn|replace('', klinik.navn)|replace('', klinik.navn) }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '{:>1000000000}'.format(1) }}",
    "{{ klinik.navn.ljust(1000000000) }}",
    "{{ lipsum(1000) }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ klinik.__class__.__mro__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ objekt.approvals.fget }}",
    "{{ objekt.code('a', 'b') }}",
    "{{ objekt.__dict__ }}",
    "{{ klinik['__class__'] }}",
    "{{ klinik.pop('navn') }}",
    "{{ klinik.update }}",
    "{{ klinik|attr('__class__') }}",
    "{{ self }}",
    "{{ self._TemplateReference__context }}",
    "{% set x = 1 %}",
    "{% set klinik.navn = 1 %}",
    "{% include 'klinik.yaml' %}",
    "{% import 'os' as os %}",
    "{% extends 'x' %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% call m() %}{% endcall %}",
    "{% filter upper %}x{% endfilter %}",
    "{% block a %}{% endblock %}",
    "{{ " + "(" * 2000 + "1" + ")" * 2000 + " }}",
    "{{ " + "not " * 1200 + "1 }}",
    "{{ " + "1+" * 2000 + "1 }}",
    "{{ " + "9" * 4900 + " }}",
    "{{ a" + ".a" * 2000 + " }}",
    "{{ a" + ".a" * 2000 + "|upper }}",
    "{{ hold }}" * 1000,
    "{{",
    "{% if",
    "{# aldrig slut",
    "{{ }}",
    "{% endif %}",
]


@pytest.mark.parametrize("template", HOSTILE)
def test_what_reaches_out_or_never_ends_is_refused_at_once(template: str) -> None:
    before = time.process_time()
    with pytest.raises(TemplateProblem) as caught:
        render(template, CONTEXT, AT)
    assert time.process_time() - before < 2
    assert [problem.place for problem in caught.value.problems] == [AT]


def test_a_text_cannot_grow_through_its_values() -> None:
    with pytest.raises(TemplateProblem):
        render("{{ a }}" * 100, {"a": "x" * 1000}, AT)


@pytest.mark.parametrize(
    ("template", "fine"),
    [
        ("{{ tilstand.ukendt }}", True),
        ("{% if a %}{% endif %}", True),
        ("{% if a %}", False),
        ("{{ a() }}", False),
        ("{{ a.__b__ }}", False),
    ],
)
def test_a_template_can_be_checked_without_values(template: str, fine: bool) -> None:
    assert (not list(check(template, AT))) is fine


@pytest.mark.parametrize(
    ("template", "named"),
    [
        ("intet", set()),
        ("{{ a.b }} {{ c }}", {("a", "b"), ("c",)}),
        ("{% if a.b %}{{ d.e|upper }}{% endif %}", {("a", "b"), ("d", "e")}),
        ("{{ a", set()),
    ],
)
def test_the_values_a_template_names(template: str, named: set[tuple[str, ...]]) -> None:
    assert references(template) == named


_NAMES = st.sampled_from(["a", "b", "å", "a.b", "b.a", "a.a", "b._c", "_x", "a.items", "true", "c", "d"])
_TEXTS = st.sampled_from(["Hej ", "\n", "}}", "{ ", "{", "%}", "ø", " "])
_TESTS = st.builds(
    "{} {}".format, _NAMES, st.sampled_from(["", "== 'x'", "!='x'", "== ''", "is defined", "> 1"])
)
_TAGS = st.builds("{{% {} {} %}}".format, st.sampled_from(["if", "elif"]), _TESTS)
_TAGS |= st.sampled_from(["{% else %}", "{% endif %}", "{%endif%}", "{%- endif %}"])
_SIMPLE = st.lists(_TEXTS | _TAGS | _NAMES.map(lambda n: f"{{{{ {n} }}}}"), max_size=8).map("".join)
_VALUES: Mapping[str, Any] = {"a": {"b": "x", "a": 2.5}, "b": {"a": ""}, "å": "æ", "c": True, "d": "x"}


def _chosen(choice: str, yes: str, no: str) -> str:
    return f"{{% if {choice} %}}{yes}{{% elif d == 'x' %}}-{{% else %}}{no}{{% endif %}}"


@given(_SIMPLE | st.builds(_chosen, _TESTS, _SIMPLE, _SIMPLE))
@example("{% if a %}{% else %}{{{ a }}{% endif %}")
@example("{{{ d }}")
def test_filling_in_without_jinja_says_the_same_as_with_it(template: str) -> None:
    if not is_plain(template) or not is_template(template):
        return
    outcomes = []
    for way in (fill_in, templates._run):
        try:
            outcomes.append(way(template, _VALUES))
        except Fault:
            outcomes.append(None)  # which of several faults is named first may differ
    assert outcomes[0] == outcomes[1]


@pytest.mark.parametrize(
    ("template", "plain"),
    [
        ("{{ a }} og {{ a.b }}", True),
        ("{% if a %}ja{% elif a.b == 'x' %}måske{% else %}nej{% endif %}", True),
        ("{% if a %}{% if b != '' %}ja{% endif %}{% endif %}", True),
        ("{% if a %}ja", False),
        ("{% else %}ja{% endif %}", False),
        ("{% if a %}1{% else %}2{% else %}3{% endif %}", False),
        ("{% if not a %}ja{% endif %}", False),
        ("{% if a is defined %}ja{% endif %}", False),
        ("{{ a | upper }}", False),
        ("{{% if a %}ja{% endif %}", False),
    ],
)
def test_what_is_filled_in_without_jinja(template: str, plain: bool) -> None:
    assert is_plain(template) is plain


# ---- markup -----------------------------------------------------------------------------------------------
def runs(*lines: str) -> list[list[tuple[str, bool, str]]]:
    return [[(run.text, run.bold, run.link) for run in p] for p in to_text(lines, AT).paragraphs]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Hej", [("Hej", False, "")]),
        ("en **vigtig** ting", [("en ", False, ""), ("vigtig", True, ""), (" ting", False, "")]),
        ("[her](https://a.dk/b)", [("her", False, "https://a.dk/b")]),
        ("**se [her](https://a.dk)**", [("se ", True, ""), ("her", True, "https://a.dk")]),
        ("[se **her**](https://a.dk)", [("se ", False, "https://a.dk"), ("her", True, "https://a.dk")]),
        ("2 * 3 [a] (b)", [("2 * 3 [a] (b)", False, "")]),
        ("  to   mellemrum ", [("to mellemrum", False, "")]),
        ("20\u00a0minutter", [("20\u00a0minutter", False, "")]),
    ],
)
def test_markup(line: str, expected: list[tuple[str, bool, str]]) -> None:
    assert runs(line) == [expected]


@pytest.mark.parametrize("line", ["****", "\u00a0\u00ad \u200b", "[\u00a0](https://a.dk)"])
def test_a_line_with_nothing_to_read_is_no_paragraph(line: str) -> None:
    assert runs(line) == []
    assert runs(f"et\n{line}") == runs("et")


def test_each_line_is_a_paragraph() -> None:
    assert [p[0][0] for p in runs("et\n\nto", "tre\n")] == ["et", "to", "tre"]


@pytest.mark.parametrize(
    "line", ["**aldrig slut", "[her](http://a.dk)", "[her](javascript:alert)", "[her](https://)", "[her]()"]
)
def test_markup_that_cannot_be_used_is_said(line: str) -> None:
    with pytest.raises(ContentError) as caught:
        to_text([line], AT)
    assert [problem.place for problem in caught.value.problems] == [AT]


@given(st.text(alphabet="ab*[]()htps:/ ", max_size=30))
def test_plain_text_is_what_the_runs_say(line: str) -> None:
    try:
        text = to_text([line], AT)
    except ContentError:
        return
    assert text.plain.split() == plain_text(line).split()
