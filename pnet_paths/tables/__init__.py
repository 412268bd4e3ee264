"""A folder of CSV files as checked rows: one model a table."""

from .folder import packaged_folder
from .starter import start_guide

__all__ = ["packaged_folder", "start_guide"]
