"""Inspections that a letter can express: `read_letter()` reads back what `render_text()` writes.

The inspectorate is that of the framework. The codes of an authority are those of the register on the
first day of the visit. Days, counts and evidence methods follow from their printed form. Each finding is
placed under a heading or a lead-in sentence of its category.
"""

from inspection_model.strategies.printed.inspection import printed_inspections

__all__ = ["printed_inspections"]
