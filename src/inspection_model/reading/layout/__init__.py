"""The second pass of reading: from a source to its lines, page furniture, paragraphs and blocks."""

__all__: list[str] = []
