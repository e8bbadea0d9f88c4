"""Everything public, row by row: what tables of open data hold, each row with its own source.

Each row has an identifier for life, its source with an address, and how sure we are of it.
"""
