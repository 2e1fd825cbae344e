"""Texts that go wrong: odd characters, templates that reach too far, markup that never ends, paths that lead out."""

from __future__ import annotations

import random
import unicodedata

DANISH = "Smerten kan blive mindre, når kroppen øver sig på at være i gang"
NORMAL = ("Gå en tur", "Ryggen er stærk", "Det kan gøre ondt, uden at noget er gået i stykker.", "", " ", "1")
ODD = (
    unicodedata.normalize("NFD", "Åh, hvor gør det ondt på ø'en i går"),
    "العربية עברית blandet med dansk",
    "👩🏽‍🦽‍➡️🤸🏿‍♂️👨‍👩‍👧‍👦 🇩🇰",
    "z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘",
    "ﬁ ﬂ ½ ⅓ Ⅷ ① ㎏ № ℅ ℃ Å Å",
    "漢字かな交じり文 ไทย 한국어 Ελληνικά Русский",
    "a\u00adb\u200bc\u200dd\u2060e\u00a0f\u202fg",
    "\u202eturned round\u202c",
    "\ufeffinside",
    "NUL\x00 and \x07 bell \x1b[31mred\x1b[0m \x7f",
    "line\u2028separator\u2029paragraph\x85next\x0bvertical\x0cform",
    "\ufffe\uffff\ufdd0",
    "\U0001fffe \U0010ffff \U000e0041",
    "\ue000\uf8ff",
    "\r\ncarriage\rreturn\n\n\n",
    "\t\ttab",
    "<a:t>&amp;</a:t> <script>alert(1)</script> ]]> <!-- -- --> <?xml ?>",
    "#set page(width: 1pt)\n#panic() $x^2$ @ref <label> \\ * _ ` = #{while true {}}",
    "%s %d {} {0.__class__} ${HOME} `id` $(id)",
    "C:\\Users\\x\\..\\..", "'", '"', "'\"'\"", "- ", ": ", "# ", "? ", "| ", "> ", "& ", "* ", "! ", "@", "`",
    "yes", "no", "on", "off", "ja", "nej", "null", "~", "true", ".inf", ".nan", "0x1F", "0o17", "1_000", "1e999",
    "12:30:45", "2026-02-30", "007", "+1", "-0", "1,5", "१२३", "²", "½", "٣",
    *("/", "//", ".", "..", "CON", "nul.yaml", "~", "~root", "\\\\server\\share"),
)  # fmt: skip
TEMPLATES = (
    "{{ tilstand.ryggen }}", "{{ tilstand.findes_ikke }}", "{{ sikkerhed.skarp_smerte }}", "{{ klinik.navn }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}", "{{ tilstand.__class__ }}", "{{ tilstand['__class__'] }}",
    "{{ tilstand|attr('__class__') }}", "{{ self.__init__.__globals__ }}", "{{ config }}", "{{ lipsum() }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}", "{{ joiner }}", "{{ namespace(a=1) }}",
    "{% for i in range(10**9) %}x{% endfor %}", "{{ range(10**9)|list }}", "{{ 'a' * 10**9 }}", "{{ 9**9**9 }}",
    "{{ 'x'|center(10**9) }}", "{{ '%1000000000d'|format(1) }}", "{{ 1/0 }}", "{{ 1 - 'a' }}", "{{ -tilstand }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "{% set a = 1 %}{{ a }}", "{% include 'x' %}",
    "{% import 'os' as o %}", "{% extends 'x' %}", "{% block a %}{% endblock %}", "{% raw %}{{ a }}{% endraw %}",
    "{% if gang.nummer == 1 %}a{% else %}b{% endif %}", "{% if gang.nummer > 'a' %}a{% endif %}",
    "{% if tilstand %}{% if klinik %}{{ hold }}{% endif %}", "{{", "}}", "{%", "%}", "{#", "#}", "{{}}", "{%%}",
    "{{ a b }}", "{{ {{ }} }}", "{{ '{{' }}", "{{ \"\\x00\" }}", "{{ '\\ud800' }}", "{{ 1 if 2 }}", "{{ x.y.z }}",
    "{{ tilstand }}", "{{ klinik|upper }}", "{{ gang.nummer + 1 }}", "{{ [1, 2][5] }}", "{{ [1][10**30] }}",
    "{{ navn|default(tilstand.ryg)|capitalize }}", "{{ x is defined }}", "{{ 1 is divisibleby 0 }}",
    "{{ 99999999999999999999999999999999 ~ 1 }}", "{{ 1e999 }}", "{{ 'a'.format }}", "{{ tilstand.items() }}",
    "{{ hold ~ hold ~ hold }}", "{{ æøå }}", "{{ tilstand.Å }}", "{{ _x }}", "{{ tilstand._x }}", "{{ loop }}",
    "{{ caller() }}", "{{ super() }}", "{{ true.real }}", "{{ (1).__class__ }}", "{% filter upper %}a{% endfilter %}",
    "{{ '' ~ (tilstand ~ klinik) }}", "{%- if 1 -%}a{%- endif -%}", "{{ x if y else z if w }}", "{{ 5 in 5 }}",
)  # fmt: skip
MARKUP = (
    "**fed", "****", "***", "** **", "**a** **b", "[tekst](https://eksempel.dk)", "[x](javascript:alert(1))",
    "[x](https://)", "[x](http://a.dk)", "[](https://a.dk)", "[[x](https://a.dk)](https://b.dk)", "[x](https://\x01)",
    "[x](https://a.dk/?a=1&b=<\">')", "[**x](https://a.dk)**", "[x](https://" + "a" * 3000 + ")", "[x](https://ø.dk)",
    "[x](https://a b)", "**[x](https://a.dk)**", "[x]()", "![x](https://a.dk/a.png)", "<https://a.dk>",
)  # fmt: skip
PATHS = (
    "../../../../etc/passwd", "/etc/passwd", "/dev/zero", "/proc/self/mem", ".", "", "..", "klinik.yaml", "logo.png/",
    "findes-ikke.png", "~/x.png", "C:\\x.png", "http://a.dk/x.png", "\x00.png", "moduler", "a" * 300 + ".png",
    "logo.png\n", "LOGO.PNG", "egne.pptx", "skabelon.pptx",
)  # fmt: skip
NUMBERS = (
    0,
    -1,
    1,
    2,
    3,
    0.5,
    -0.0,
    10**9,
    10**14,
    10**18,
    10**400,
    -(10**18),
    1e-9,
    1e300,
    255,
    256,
    65536,
    60,
)


def long_text(dice: random.Random) -> str:
    """Far more words, or far longer words, than anything has room for."""
    size = dice.choice((60, 200, 1_000, 6_000, 30_000, 300_000))
    match dice.randrange(6):
        case 0:
            return "a" * size
        case 1:
            return "Speciallægepraksisplanlægningsstabiliseringsperiode" * (size // 50 + 1)
        case 2:
            return (DANISH + ". ") * (size // 60 + 1)
        case 3:
            return "\n".join(["ord"] * (size // 4))
        case 4:
            return "**ord** " * (size // 8)
        case _:
            return "{{ klinik.navn }} " * (size // 18 + 1)


def deep_template(dice: random.Random) -> str:
    """Nested deeper than a parser likes."""
    depth = dice.choice((5, 50, 200, 1000))
    match dice.randrange(5):
        case 0:
            return "{{ " + "(" * depth + "1" + ")" * depth + " }}"
        case 1:
            return "{% if 1 %}" * depth + "a" + "{% endif %}" * depth
        case 2:
            return "{{ " + "[" * depth + "]" * depth + " }}"
        case 3:
            return "{{ " + "not " * depth + "1 }}"
        case _:
            return "{{ 1" + " ~ 1" * depth + " }}"


def odd_text(dice: random.Random) -> str:
    """One text that is hard to swallow, or, now and then, a harmless one."""
    match dice.randrange(12):
        case 0 | 1:
            return dice.choice(NORMAL)
        case 2 | 3 | 4:
            return dice.choice(ODD)
        case 5 | 6 | 7:
            return dice.choice(TEMPLATES)
        case 8:
            return deep_template(dice)
        case 9:
            return dice.choice(MARKUP)
        case 10:
            return dice.choice(PATHS)
        case _:
            return long_text(dice)
