"""Every benchmark, each beside its floor, on the sample district."""

import sys

from tests.benchmarks import blocks, district

if __name__ == "__main__":
    settings = district.settings()
    for times in blocks.run(settings):
        sys.stdout.write(f"{times}\n")
