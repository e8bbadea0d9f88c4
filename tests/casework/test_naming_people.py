"""Names of people in what would be public: found however they are written."""

import pytest

from areasend.casework.naming import addressed, named, titled

CHRIS, SMITH = "Chris Pollitt", "Jo Spencer-Brooke"


@pytest.mark.parametrize(
    "words",
    [
        "As Chris Pollitt said.",
        "As Mr Pollitt said.",
        "Leaders should do as Pollitt, Chris. has it.",
        "C Pollitt was there.",
        "By Chris\u200b Pollitt.",
        "By Chris Pol\u200blitt.",
        "By Chris\u00a0Pollitt.",
        "By ＰＯＬＬＩＴＴ.",
        "In Pollitt’s words.",
        "The Pollitt-led visit.",
        "as c. pollitt chris said",
        "https://evil.example/chris-pollitt",
        "https://evil.example/chris%2Dpollitt",
        "https://evil.example/letters/chrispollitt.pdf",
    ],
)
def test_a_surname_is_a_name_however_it_is_written(words):
    assert list(named([words], [CHRIS])) == [CHRIS]


@pytest.mark.parametrize("words", ["Spencer-Brooke", "Spencer Brooke", "SpencerBrooke", "J Brooke"])
def test_a_surname_of_two_parts_is_found_in_its_forms(words):
    found = list(named([f"As {words} said."], [SMITH]))

    assert found == ([] if words == "J Brooke" else [SMITH])


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Head teachers and Young people", "Ada Head"),
        ("Children and Young People’s plan", "Ben Young"),
        ("The plan of Kent and Medway", "Cleo Kent"),
        ("A Head teacher", "Ada Head"),
        ("A strategic page for parents", "Ada Page"),
        ("Political leaders", CHRIS),
        ("the pollitt of it", CHRIS),
    ],
)
def test_an_ordinary_word_is_no_name_by_itself(words, name):
    assert list(named([words], [name])) == []


@pytest.mark.parametrize("words", ["Ms Head", "B Head", "Bea Head", "Head, Bea"])
def test_it_is_one_beside_a_forename_an_initial_or_a_title(words):
    assert list(named([f"As {words} said."], ["Bea Head"])) == ["Bea Head"]


def test_whoever_has_a_title_is_named_though_no_page_prints_it():
    assert list(titled(["As Ms Quill and Dr. Rowe said, and a doctor."])) == [
        "Ms Quill",
        "Dr. Rowe",
    ]


def test_a_title_that_is_no_persons_is_none():
    assert list(titled(["The miss rate, and MS Teams; a Dr is needed."])) == []


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("media/letter-to-jane-quill.pdf", "to-jane-quill"),
        ("media/Letter%20to%20Jane%20Quill.pdf", "to-jane-quill"),
        ("letter_to_jane_quill", "to-jane-quill"),
        ("dear-jane", "dear-jane"),
        ("letter-Ms-Quill.pdf", "ms-quill"),
        ("docs?file=mrs.quill", "mrs-quill"),
        ("dr-rowe-2024", "dr-rowe"),
        ("letter-to-dudley-council.pdf", None),
        ("response-to-send-inspection", None),
        ("how-to-improve-services", None),
        ("photo-drones-and-programs", None),
    ],
)
def test_whom_an_address_seems_to_greet_is_named(path, found):
    assert list(addressed([f"https://www.norfolk.gov.uk/{path}"])) == ([found] if found else [])


def test_words_that_are_no_address_greet_nobody_by_it():
    assert list(addressed(["Plans to jane-quill it, dear-jane."])) == []
