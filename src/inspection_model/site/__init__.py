"""A site: a folder of pages about a collection of inspections."""

from inspection_model.site.writing import write_site

__all__ = ["write_site"]
