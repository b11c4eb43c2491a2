"""A distance from the whole, said in pupils."""


def gap_in_pupils(share: float, pupils: int, centre: float) -> int:
    """How many more pupils (fewer: below 0) are good than if the group were as the whole.

    n × (p − p₀), rounded towards zero: under one pupil is in line with the whole.
    Source: the statutory data report of Insight, "gap in pupils".
    """
    return int(round(pupils * (share - centre), 9))  # 100 × (0.6 − 0.5) is 9.999999999999998
