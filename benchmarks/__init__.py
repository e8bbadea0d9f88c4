"""How fast areasend is beside named rivals, each measured in one run with it: `make bench`."""
