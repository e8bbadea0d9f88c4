"""Why counts of one day differ: by which rule, by which areas, and by whose names."""
