"""Every benchmark, each beside its floor, on the sample district."""

import sys
from itertools import chain

from tests.benchmarks import blocks, district, imports, maps, pairs

if __name__ == "__main__":
    settings = district.settings()
    for times in chain(blocks.run(settings), maps.run(), pairs.run(), imports.run()):
        sys.stdout.write(f"{times}\n")
