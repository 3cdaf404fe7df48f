"""Reading files: decoding, PDF, one letter, many letters."""

__all__: list[str] = []
