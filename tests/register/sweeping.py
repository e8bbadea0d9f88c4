"""What every page must keep, and the fullest instance of each template to try it on."""

#: The address of the fullest instance of each template. A template missing here fails a test.
FULLEST = {
    "home.html": "/",
    "area.html": "/areas/worcestershire",
    "errors/not_found.html": "/areas/nowhere",
    "errors/unable_to_ask.html": "/areas/dudley?as-at=1999-01-01",
}
#: Widths in CSS pixels: a small phone, and a desk.
WIDTHS = (320, 1280)
#: Compressed bytes of everything that the first view of a page fetches.
HEAVIEST = 100_000
