"""Our own style sheets, scripts and pictures, and the addresses that they are fetched from."""

from pathlib import Path

ASSETS = Path(__file__).parents[2] / "assets"


def address(name: str) -> str:
    """With the file's age, as Dash writes it, so that a copy may be kept."""
    return f"/assets/{name}?m={ASSETS.joinpath(name).stat().st_mtime}"
