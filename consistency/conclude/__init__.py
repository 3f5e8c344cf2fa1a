"""From matches to findings: one finding for one matter, told in a sentence, explained, and as sure as its parts."""

from consistency.conclude.finding import MOST, Concluded, Material, findings
from consistency.conclude.grouping import MAX_EVIDENCE

__all__ = ["MAX_EVIDENCE", "MOST", "Concluded", "Material", "findings"]
