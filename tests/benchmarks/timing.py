"""Times of one thing done many times: median and the slowest twentieth, in milliseconds."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Times:
    name: str
    runs: int
    middle: float
    p95: float

    def __str__(self) -> str:
        return f"{self.name:<58} {self.runs:>5}  p50 {self.middle:8.2f}  p95 {self.p95:8.2f} ms"


def timed(name: str, work: Callable[[object], object], inputs: Iterable[object]) -> Times:
    """One run for each input; the first three are to warm up and do not count."""
    spent = []
    for each in inputs:
        began = time.perf_counter()
        work(each)
        spent.append(1000 * (time.perf_counter() - began))
    counted = spent[3:]
    return Times(name, len(counted), median(counted), quantiles(counted, n=20)[-1])
