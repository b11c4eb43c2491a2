"""Every problem that the importer can raise has words in four languages, found by itself."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from dashboard.i18n import LANGUAGES, has, t
from dashboard.importer import compared, settle
from dashboard.importer import report as reports
from dashboard.importer.layouts import layouts
from dashboard.spec.batch import Batch, FileReport
from dashboard.spec.problem import Problem

ROOT = Path(__file__).parents[2] / "dashboard" / "importer"
RAISED = ("Problem", "problem", "ValueError", "Unreadable")  # their first argument is the name
NAME = re.compile(r"[a-z]+(_[a-z0-9]+)*")
PLACES = re.compile(r"\{(\w+)\}")
SENTENCES = re.compile(r"[.:;] ")  # what is wrong, and then what to do
NO_PROBLEMS = {"bad_option"}  # said of the command line
SUFFIXED = [  # names that are put together
    *(f"{check}{end}" for check in settle.UNKNOWN.values() for end in ("_alone", "_no_register")),
    *(f"{check}_compared" for check in compared.REFUSALS),
    *(f"{check}_named" for check in settle.MISSING.values()),  # with what the file's name suggests
]


class Module:
    """One module's names of problems, followed through variables, constants and helpers."""

    def __init__(self, tree: ast.Module, helpers: dict[str, tuple[int, ...]]):
        self.tree = tree
        self.given: dict[str, list[ast.AST]] = {}
        for node in ast.walk(self.tree):
            self._note(node)
        self.helpers = dict(helpers)
        while self._grow():
            pass

    def names(self) -> set[str]:
        values = [*self._told(), *self._said()]
        found = {text for value in values for text in self._texts(value, set())}
        return {text for text in found if NAME.fullmatch(text)}

    def _note(self, node: ast.AST) -> None:
        """What a variable is given: by an assignment, or one by one by a loop."""
        if isinstance(node, ast.Assign):
            for target in node.targets:
                self._give(target, node.value)
        elif isinstance(node, ast.For | ast.comprehension):
            self._give(node.target, node.iter)

    def _give(self, target: ast.AST, value: ast.AST) -> None:
        for one in ast.walk(target):
            if isinstance(one, ast.Name):
                self.given.setdefault(one.id, []).append(value)

    def _grow(self) -> bool:
        """A function that hands one of its parameters on as a name is given names itself."""
        before = dict(self.helpers)
        for function in ast.walk(self.tree):
            if isinstance(function, ast.FunctionDef):
                named = {one.id for one in self._told(function) if isinstance(one, ast.Name)}
                own = [one.arg for one in function.args.args if one.arg != "self"]
                places = tuple(place for place, one in enumerate(own) if one in named)
                if places and function.name not in self.helpers:
                    self.helpers[function.name] = places
        return self.helpers != before

    def _told(self, within: ast.AST | None = None) -> Iterator[ast.AST]:
        for node in ast.walk(within or self.tree):
            if isinstance(node, ast.Call):
                called = getattr(node.func, "id", getattr(node.func, "attr", ""))
                places = self.helpers.get(called, ())
                yield from (node.args[place] for place in places if place < len(node.args))

    def _said(self) -> Iterator[ast.AST]:
        """`say` chooses other words for the same problem."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Dict):
                keys = (getattr(key, "value", None) for key in node.keys)
                yield from (value for key, value in zip(keys, node.values) if key == "say")

    def _texts(self, node: ast.AST, seen: set[str]) -> Iterator[str]:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.Name) and node.id not in seen:
            for value in self.given.get(node.id, ()):
                yield from self._texts(value, seen | {node.id})
        else:
            yield from self._inner(node, seen)

    def _inner(self, node: ast.AST, seen: set[str]) -> Iterator[str]:
        parts: Iterable[ast.AST] = ()
        if isinstance(node, ast.IfExp):
            parts = (node.body, node.orelse)
        elif isinstance(node, ast.Subscript):
            parts = (node.value,)
        elif isinstance(node, ast.Dict):
            parts = node.values
        elif isinstance(node, ast.Tuple | ast.List):
            parts = node.elts
        for part in parts:
            yield from self._texts(part, seen)


def _helpers(trees: Iterable[ast.Module]) -> dict[str, tuple[int, ...]]:
    """What takes the name of a problem in any module: `check`, or an exception of ours."""
    found = dict.fromkeys(RAISED, (0,))
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.ClassDef):
            bases = {getattr(base, "id", "") for base in node.bases}
            found |= {node.name: (0,)} if bases & {"ValueError", "Unreadable"} else {}
        elif isinstance(node, ast.FunctionDef) and node.name not in RAISED:
            names = [one.arg for one in node.args.args if one.arg != "self"]
            found |= {node.name: (names.index("check"),)} if "check" in names else {}
    return found


def _checks() -> list[str]:
    """What the calls say, the cards of layouts, and whatever has words already."""
    trees = [ast.parse(path.read_text("utf-8")) for path in sorted(ROOT.rglob("*.py"))]
    helpers = _helpers(trees)
    raised = {name for tree in trees for name in Module(tree, helpers).names()}
    refusals = {layout.refuse for layout in layouts().values()} - {""}
    texts = (node.value for tree in trees for node in ast.walk(tree) if _is_text(node))
    worded = {text for text in texts if has(f"problem.{text}", LANGUAGES[0])}
    return sorted((raised | refusals | worded | set(SUFFIXED)) - NO_PROBLEMS)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


CHECKS = _checks()


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_says_what_is_wrong_and_what_to_do(check, language):
    text = _text(check, language)
    assert len(text) > 40
    assert SENTENCES.search(text)


@pytest.mark.parametrize("check", CHECKS)
def test_every_language_speaks_of_the_same_things(check):
    places = {language: set(PLACES.findall(_text(check, language))) for language in LANGUAGES}
    assert len(set(map(frozenset, places.values()))) == 1, places


def _text(check: str, language: str) -> str:
    """As it stands in the catalogue: every place is filled with itself."""
    assert has(f"problem.{check}", language)
    places: dict[str, str] = {}
    while True:
        try:
            return t(f"problem.{check}", language, **places)
        except KeyError as lacking:
            places[lacking.args[0]] = f"{{{lacking.args[0]}}}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_reads_where_it_is_and_what_to_do(language):
    about = {"column": "n5", "value": "пять"}
    problem = Problem("bad_number", "error", "8А", 12, "n5", "пять", about)
    file = FileReport("a.csv", "", "marks", "loaded", {"marks": 1}, 1, 1, (problem,), 2)
    lines = reports.as_text(Batch("2026", (file,)), language)
    assert any("8А" in line and "12" in line and "пять" in line for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_list_of_problems_is_cut(language):
    problem = Problem("no_rows", "error")
    file = FileReport("a.csv", "", None, "rejected", problems=(problem,) * 100)
    assert len(reports.as_text(Batch(None, (file,)), language)) < 30


def test_names_are_followed_through_helpers_and_variables():
    """The cases that were not found by a pattern over the text."""
    through = {
        "missing_school",  # a constant by its key
        "unknown_course",  # a variable that holds a constant's value
        "missing_date",
        "template_not_filled",  # other words for the same
        "percent_only",  # a layout's card
        "rate_jumped",
        "bad_duration",  # an exception of our own
        "missing_passage",  # a helper of another module
    }
    assert through <= set(CHECKS)
