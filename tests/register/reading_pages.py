"""Reads a page as people do: its words, its links and its anchors, without its mark-up."""

from html.parser import HTMLParser

_VOID = {"br", "meta", "link", "input", "line", "circle", "polyline", "hr", "img"}
_THEIRS = {"app-timeline__words", "app-sources__list"}


class Page(HTMLParser):
    """A page: all its words, the words that are ours, its identifiers and its links.

    Ours are all but what a source is called and what our list says of an event in its words.
    """

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self._open, self._words, self._ours = [], [], [], [], []
        self.feed(text)

    @property
    def words(self):
        return " ".join(" ".join(self._words).split())

    @property
    def ours(self):
        return " ".join(" ".join(self._ours).split())

    def handle_starttag(self, tag, attrs):
        held = dict(attrs)
        self.ids += [held["id"]] if "id" in held else []
        self.links += [held["href"]] if tag == "a" else []
        theirs = bool(_THEIRS & set((held.get("class") or "").split()))
        away = tag == "a" and (held.get("href") or "").startswith("http")
        if tag not in _VOID:
            self._open.append(theirs or away)

    def handle_endtag(self, tag):
        if tag not in _VOID:
            self._open.pop()

    def handle_data(self, data):
        self._words.append(data)
        if not any(self._open):
            self._ours.append(data)
