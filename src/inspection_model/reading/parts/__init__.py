"""The last pass of reading: one extractor for each part of a letter."""

__all__: list[str] = []
