"""The front end's modules, joined for a host that takes one: strictly, in the order of need."""

from __future__ import annotations

import re

import pytest
from py_mini_racer import MiniRacer

from pnet_paths.front.module_joining import join_modules, joined_module, minify, module_texts

A = "const hidden = 1;\nexport const one = hidden;\nexport async function two() {\n}"
B = 'import { one, two } from "./a.js";\nexport class Three { get sum() { return one + 2; } }'
C = (
    'import { Three } from "./b.js";\nimport { one } from "./a.js";\n'
    "const hidden = new Three().sum;\nexport default { render };"
)


def test_each_module_has_a_scope_of_its_own_and_stands_after_what_it_needs():
    text = join_modules("c", {"a": A, "b": B, "c": C})
    assert text.count("const _a = ") == 1
    racer = MiniRacer()
    racer.eval(text.replace("export default { render };", ""))
    assert racer.eval("hidden + one") == 4


@pytest.mark.parametrize(
    "line",
    [
        'import three from "./a.js";',
        'import * as a from "./a.js";',
        'import { one as uno } from "./a.js";',
        'import { one } from "a";',
        '  import { one } from "./a.js";',
        'import {\n  one,\n} from "./a.js";',
        'const a = await import("./a.js");',
        "export { one };",
        'export * from "./a.js";',
        "export default function () {}",
        "export let one = 1;",
        "export const three = 3, four = 4;",
        'const a = `${await import("./a.js")}`;',
    ],
)
def test_what_is_not_understood_is_refused_with_its_line(line):
    with pytest.raises(ValueError, match=r"^b\.js, line 2: is not a way to import or export"):
        join_modules("b", {"a": A, "b": f"// a comment: import, export\n{line}"})


def test_names_that_are_not_exported_are_refused():
    with pytest.raises(ValueError, match=r"^b\.js, line 1: a\.js exports no hidden"):
        join_modules("b", {"a": A, "b": 'import { one, hidden } from "./a.js";'})


def test_only_what_a_host_loads_has_a_default_export():
    text = join_modules("b", {"a": f"{A}\nexport default {{ render }};", "b": B})
    assert text.count("export default") == join_modules("b", {"a": A, "b": B}).count(
        "export default"
    )


def test_modules_that_do_not_exist_or_import_each_other_are_refused():
    with pytest.raises(ValueError, match=r"^b\.js imports a\.js, which does not exist"):
        join_modules("b", {"b": B})
    with pytest.raises(ValueError, match="a > b > a: these modules import each other"):
        join_modules("a", {"a": 'import { Three } from "./b.js";', "b": B})


@pytest.mark.parametrize("name", ["explorer", "stage", "quiz"])
def test_what_hosts_load_is_one_module_with_one_export(name):
    text = joined_module(name)
    assert re.findall(r"^export .*", text, re.MULTILINE) == ["export default { render };"]
    assert not re.findall(r"^import ", text, re.MULTILINE)


def test_texts_are_never_parsed_as_markup():
    for name, text in module_texts().items():
        assert not re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write", text), name


def test_no_template_stands_within_another():
    """rjsmin takes what stands within for code, and drops blanks that a page should show."""
    nested = r"`[^`]*\$\{[^}`]*`"
    shown = "const shown = (a) => `x${a ? ` (${a})` : 1}`;"
    assert re.search(nested, shown)
    assert "` (${" not in minify(shown), "it understands them now: this rule can go"
    for name, text in module_texts().items():
        assert not re.findall(nested, text), name
