"""Works out from postcodes which local areas adjoin, and writes the table of the domain.

    python docs/adjoining.py

Two areas adjoin where a postcode of the one and a postcode of the other lie within 4 kilometres of
each other with none between them: they are joined in the Delaunay triangulation of all postcodes.
So areas adjoin across a river or a narrow sea as well (Hampshire and the Isle of Wight), and those
that meet only on empty moor do not (Barnsley and Derbyshire). Run it when areas change or a new
directory is chosen; it takes a minute and a few gigabytes.
"""

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import brotli
import msgpack
import numpy as np
from scipy.spatial import Delaunay

import areasend
from areasend.domain.areas import areas_on, changes
from areasend.gazetteer import councils, directory

TABLE = Path(areasend.__file__).parent / "domain" / "areas" / "adjoining.csv"
NEAR = 4000  # metres
#: Postcodes nearer to each other than this count as one.
GRAIN = 50
BOURNEMOUTH = {f"BH{district}" for district in range(1, 12)}
BEFORE_ANY_CHANGE = date(2016, 5, 1)


def main() -> None:
    codes, outward, points = postcodes()
    edges = near_edges(points)
    found = set()
    for day in days():
        areas = labels(codes, outward, day)
        found |= {tuple(sorted(pair)) for pair in pairs(areas, edges)}
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("area", "adjoining"), *sorted(found)])
    print(f"{len(found)} pairs in {TABLE.name}")


def postcodes() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the council's code, the outward part and the place in metres of each postcode."""
    codes, outward, points = [], [], []
    for file in directory.files():
        held = msgpack.unpackb(brotli.decompress(file.read_bytes()))["data"]
        codes += [code if isinstance(code, str) else "" for code in held["laua"]]
        outward += [postcode[:4].strip() for postcode in held["pcd"]]
        points += zip(held["oseast1m"], held["osnrth1m"], strict=True)
    where = np.array(points, dtype=float)
    grain = np.round(where / GRAIN)
    placed = np.flatnonzero(~np.isnan(where).any(axis=1) & (np.array(codes) != ""))
    first = placed[np.unique(grain[placed], axis=0, return_index=True)[1]]
    return np.array(codes)[first], np.array(outward)[first], where[first]


def near_edges(points: np.ndarray) -> np.ndarray:
    """Return the pairs of postcodes that are joined and near, by their numbers."""
    corners = Delaunay(points).simplices
    edges = np.concatenate([corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [0, 2]]])
    length = np.hypot(*(points[edges[:, 0]] - points[edges[:, 1]]).T)
    return edges[length <= NEAR]


def days() -> list[date]:
    """Return a day of each set of areas that there has been or is to be."""
    return sorted({BEFORE_ANY_CHANGE, *(change.on for change in changes() if change.created)})


def labels(codes: np.ndarray, outward: np.ndarray, day: date) -> np.ndarray:
    """Return the area of each postcode on the day, or nothing outside England."""
    standing = {area.slug for area in areas_on(day)}
    of_code = {
        code: [area.slug for area in councils.ground(code, day) if area.slug in standing]
        for code in np.unique(codes)
    }
    sure = {code: slugs[0] if len(slugs) == 1 else "" for code, slugs in of_code.items()}
    found = np.array([sure[code] for code in codes], dtype=object)
    for number in np.flatnonzero([len(of_code[code]) > 1 for code in codes]):
        found[number] = around_bournemouth(outward[number])
    return found


def around_bournemouth(outward: str) -> str:
    """Return the area that had a postcode of today's council until 2019.

    Postal districts kept closely to the borders of the three: BH1 to BH11 was Bournemouth, BH23
    Christchurch in Dorset, the rest Poole.
    """
    if outward == "BH23":
        return "dorset-county"
    return "bournemouth" if outward in BOURNEMOUTH else "poole"


def pairs(areas: np.ndarray, edges: np.ndarray) -> Iterable[tuple[str, str]]:
    """Return the pairs of different areas that an edge joins."""
    one, other = areas[edges[:, 0]], areas[edges[:, 1]]
    apart = (one != other) & (one != "") & (other != "")
    return set(zip(one[apart], other[apart], strict=True))


if __name__ == "__main__":
    main()
