"""Run the command line with ``python -m inspection_model``. This requires the extra ``cli``."""

from inspection_model.cli import main

if __name__ == "__main__":
    main()
