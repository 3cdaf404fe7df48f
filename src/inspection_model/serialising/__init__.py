"""From a record to JSON and back."""
