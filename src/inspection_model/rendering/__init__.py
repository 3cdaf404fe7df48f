"""From a record to something that people read."""
