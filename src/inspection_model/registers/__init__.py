"""The register of English authorities."""
