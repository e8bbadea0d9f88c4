"""Lays out the tile map from the areas' positions and from which adjoin. Run when areas change."""
