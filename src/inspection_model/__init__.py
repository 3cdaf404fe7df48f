"""Placeholder façade."""
