"""Reading files: decoding, PDF, one document, many documents."""

__all__: list[str] = []
