"""Inspections that a letter can express: what `render_text()` writes of them, `read_letter()` reads.

A letter of a framework has that framework's inspectorate; the codes of an authority are those of
the register on the day of the visit; days, counts and categories of evidence follow from the words
in which they are printed; a finding stands under a heading or a lead-in sentence of its category.
"""

from inspection_model.strategies.printed.inspection import printed_inspections

__all__ = ["printed_inspections"]
