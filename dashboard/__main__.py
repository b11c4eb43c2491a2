"""`python -m dashboard` is `tirek`."""

import sys

from dashboard.cli import main

sys.exit(main())
