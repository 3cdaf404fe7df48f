"""Reading files: decoding, PDF, one letter, many letters."""
