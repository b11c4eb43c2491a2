"""How fast, beside the floor of the same run: `python -m tests.benchmarks`. Never a test."""
