"""A letter, report or plan as pages of lines, each with its place.

Everything that knows how a PDF is made stands here; what its words mean stands in the kinds.
"""
