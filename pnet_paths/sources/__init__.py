"""Several sources side by side: facts of one guide in the words of another, and what each says."""

from .comparison import SourceComparison, compare_sources
from .statements import ComparedTreatment

__all__ = ["ComparedTreatment", "SourceComparison", "compare_sources"]
