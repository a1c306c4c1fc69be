"""Makes `bench`, which is not installed, importable whatever started pytest."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
