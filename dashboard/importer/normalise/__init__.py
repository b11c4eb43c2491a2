"""Cells → values: one module a kind. Each raises ValueError(check) for what it cannot read."""
