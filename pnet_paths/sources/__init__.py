"""Several sources side by side: facts of one guide in the words of another, and what each says."""

from .compared_treatment import ComparedTreatment
from .comparison import SourceComparison, compare_sources

__all__ = ["ComparedTreatment", "SourceComparison", "compare_sources"]
