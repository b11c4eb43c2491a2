"""Files of reading checks that are no table of ours: class sheets and exports of tablets."""
