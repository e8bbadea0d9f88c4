"""What each category of areas looks like on the map: a mark and a shade."""

from areasend.design.tiles.tile import Shade

#: By the key of the category. Blue is the framework of 2016 and brown that of 2023, so that nobody
#: ranks one below the other; days are of both and take one colour. Two categories that share a
#: shade have different marks.
LOOKS = {
    "not-inspected": ("–", Shade.NONE),
    "no-report": ("–", Shade.NONE),
    "report-to-come": ("…", Shade.GREY),
    "no-statement": ("N", Shade.BLUE_1),
    "no-statement-required": ("N", Shade.BLUE_1),
    "progress-on-all": ("A", Shade.BLUE_2),
    "statement-required": ("S", Shade.BLUE_3),
    "revisited": ("R", Shade.BLUE_3),
    "monitoring-ended": ("M", Shade.BLUE_4),
    "progress-not-on-all": ("L", Shade.BLUE_5),
    "positive": ("P", Shade.BROWN_1),
    "inconsistent": ("I", Shade.BROWN_2),
    "effective-action": ("E", Shade.BROWN_3),
    "awaiting-monitoring": ("F", Shade.BROWN_4),
    "widespread-failings": ("F", Shade.BROWN_4),
    "ineffective-action": ("X", Shade.BROWN_5),
    "weaknesses-1": ("1", Shade.BLUE_2),
    "weaknesses-4": ("4", Shade.BLUE_3),
    "weaknesses-6": ("6", Shade.BLUE_4),
    "weaknesses-9": ("9", Shade.BLUE_5),
    "weaknesses-not-held": ("W?", Shade.GREY),
    "no-actions": ("0", Shade.BROWN_1),
    "actions-1": ("i", Shade.BROWN_2),
    "actions-3": ("iii", Shade.BROWN_3),
    "actions-5": ("v", Shade.BROWN_4),
    "actions-not-held": ("P?", Shade.GREY),
    "days-0": ("0", Shade.BLUE_1),
    "days-365": ("1", Shade.BLUE_2),
    "days-730": ("2", Shade.BLUE_3),
    "days-1095": ("3", Shade.BLUE_4),
    "days-1825": ("5", Shade.BLUE_5),
    "day-not-held": ("?", Shade.GREY),
}
