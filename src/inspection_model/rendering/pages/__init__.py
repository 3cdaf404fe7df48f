"""The pages: their values, and in ``templates`` their markup and their only style sheet."""

__all__: list[str] = []
