"""How every page looks: GOV.UK components, our few styles, charts and the tile map."""
