"""How many of a district of forty-five schools there are in a smaller or larger one."""

from dashboard.sample.content import card


def quota(of_forty_five: int, schools: int) -> int:
    """In proportion, at least one."""
    return max(1, round(of_forty_five * schools / card("staff")["schools"]))
