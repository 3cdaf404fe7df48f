"""Inspections that a letter or a report can express: `read_letter()` reads back what `render_text()` writes.

The inspectorates are those of the framework. The codes of an authority are those of the register on the
first day of the visit. Days, counts, evidence methods and grades follow from their printed form. Each
finding is placed under a heading or a lead-in sentence of its category, or above the first one.
"""

from inspection_model.strategies.printed.inspection import inspections_of, printed_inspections

__all__ = ["inspections_of", "printed_inspections"]
