"""Where postcodes, districts, towns and old councils lie: which ground, never what happened.

The tables beside the code are ours. `councils.csv` is made from the lookup of lower to upper tier
authorities of April 2021 of the Office for National Statistics (Open Government Licence v3.0) and
the orders that abolished councils since 1986. `places.csv` is made from GeoNames (CC BY 4.0): each
place with the councils of at least six of the sixty postcodes nearest to it, most first; towns that
it lacks, such as Loughton, were added with the council that has most of their postcodes.
`counties.csv` is ours: what people call the county of a town, whoever governs it.
"""
