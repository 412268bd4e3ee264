"""Write the bill of materials of an installation, with what the wheel carries within it.

CycloneDX names the packages of an environment. It cannot see the Graphviz that stands as
JavaScript in the wheel: that is added here, as NOTICE tells it.

Run: python .ci/bill_of_materials.py ENVIRONMENT FILE.json, in an environment with cyclonedx-bom
and easydot, as `nox -s build` does.
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator


def engine() -> dict[str, object]:
    """The Graphviz for browsers, as a component."""
    package = json.loads((files("easydot") / "assets" / "package.json").read_text("utf-8"))
    scope, name = package["name"].split("/")
    return {
        "type": "library",
        "bom-ref": f"{name}@{package['version']}",
        "group": scope,
        "name": name,
        "version": package["version"],
        "purl": f"pkg:npm/{scope.replace('@', '%40')}/{name}@{package['version']}",
        "description": "Graphviz compiled to WebAssembly, in pnet_paths/front/engine",
        "licenses": [{"expression": "Apache-2.0 AND EPL-2.0"}],
    }


def main(environment: str, path: str) -> None:
    command = [sys.executable, "-m", "cyclonedx_py", "environment", "--pyproject", "pyproject.toml"]
    command += ["--mc-type", "library", "--output-reproducible", "--output-format", "JSON"]
    printed = subprocess.run([*command, environment], check=True, capture_output=True).stdout
    bill = json.loads(printed)
    carried = engine()
    bill["components"].append(carried)
    ours = bill["metadata"]["component"]["bom-ref"]
    for each in bill["dependencies"]:
        if each["ref"] == ours:
            each["dependsOn"] = sorted([*each.get("dependsOn", []), carried["bom-ref"]])
    bill["dependencies"].append({"ref": carried["bom-ref"]})
    text = json.dumps(bill, indent=2, ensure_ascii=False) + "\n"
    wrong = JsonStrictValidator(SchemaVersion.from_version(bill["specVersion"])).validate_str(text)
    if wrong:
        raise SystemExit(f"not CycloneDX: {wrong}")
    Path(path).write_text(text, encoding="utf-8")
    print(f"{path}: {len(bill['components'])} components")


if __name__ == "__main__":
    main(*sys.argv[1:])
