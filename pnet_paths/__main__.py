"""``python -m pnet_paths`` is the command ``pnet-paths``."""

import sys

from .cli import main

if __name__ == "__main__":
    sys.exit(main())
