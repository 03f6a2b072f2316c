"""How fast the search answers, and whether everyday words find what they should."""
