"""Pure functions from a text to values and their spans: dates, numbers, names, lists, phrases."""

__all__: list[str] = []
