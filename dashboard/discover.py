"""Find content modules: every module of a package, or the wanted name in each."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


def modules(package: str) -> list[ModuleType]:
    """The package's modules, in the order of their names."""
    found = iter_modules(import_module(package).__path__, prefix=f"{package}.")
    return [import_module(module.name) for module in found]


def discover(package: str, name: str) -> list:
    """The values of `name` in the package's modules that have it."""
    return [getattr(module, name) for module in modules(package) if hasattr(module, name)]
