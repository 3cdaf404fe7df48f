"""Hypothesis strategies for records and letters."""
