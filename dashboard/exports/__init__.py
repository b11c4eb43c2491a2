"""Ways out: each module with `MIME` and `write(report) -> bytes` is a format by its name."""

from dashboard.discover import modules

FORMATS = {
    module.__name__.rpartition(".")[2]: module
    for module in modules("dashboard.exports")
    if hasattr(module, "MIME")
}
