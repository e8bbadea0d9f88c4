from hypothesis import given
from hypothesis import strategies as st

from areasend.design.tiles.laying.hexagons import apart, around, centre, holes, pieces

cells = st.tuples(st.integers(-20, 20), st.integers(-20, 20)).map(
    lambda cell: (2 * cell[0] + cell[1] % 2, cell[1])
)


@given(cells)
def test_a_cell_touches_six_others_all_one_width_away(cell):
    x, y = centre(cell)

    assert len(set(around(cell))) == 6
    for beside in around(cell):
        u, v = centre(beside)
        assert apart(cell, beside) == 1
        assert abs((u - x) ** 2 + (v - y) ** 2 - 1) < 1e-9


@given(cells, cells)
def test_steps_are_as_many_as_a_walk_takes(one, other):
    steps, here = 0, one
    while here != other:
        here = min(around(here), key=lambda cell: (apart(cell, other), cell))
        steps += 1

    assert steps == apart(one, other) == apart(other, one)


def test_a_ring_has_a_hole_and_a_bay_has_none():
    ring = set(around((0, 0)))

    assert holes(ring) == {(0, 0)}
    assert holes(ring - {(2, 0)}) == set()
    assert holes(ring | {(0, 0)}) == set()


def test_pieces_are_counted():
    assert pieces(set()) == 0
    assert pieces({(0, 0), (2, 0), (1, 1)}) == 1
    assert pieces({(0, 0), (4, 0)}) == 2
