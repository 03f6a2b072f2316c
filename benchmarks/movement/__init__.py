"""How fast and how heavy the pictures are."""
