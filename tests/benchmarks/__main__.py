"""Every benchmark, each beside its floor, on the sample district."""

import sys

from tests.benchmarks import district, heat_map

if __name__ == "__main__":
    settings = district.settings()
    for times in heat_map.run(settings):
        sys.stdout.write(f"{times}\n")
