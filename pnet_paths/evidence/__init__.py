"""What stands behind a step: trials, their figures, and what was recommended since."""
