"""What whoever takes the second look has to say of addresses, before they are public."""

import pytest

from areasend.casework.second_look import to_be_said

NOBODY = "I read the address {}: it names nobody."


@pytest.mark.parametrize(
    "text",
    [
        "https://files.ofsted.gov.uk/v1/file/50271042",
        "https://reports.ofsted.gov.uk/provider/44/80486",
        "Partners should do as https://www.dudley.gov.uk/plan says.",
        "Dudley",
    ],
)
def test_of_numbers_and_of_words_that_are_no_address_nothing_is_asked(text):
    assert list(to_be_said([text], "dudley")) == []


@pytest.mark.parametrize(
    "address",
    [
        "https://files.ofsted.gov.uk/v1/file/50271042?for=jane-quill",
        "https://www.gov.uk/government/publications/dudley-notice",
        "https://www.dudley.gov.uk/jane-quill.pdf",
        "https://localoffer.dudley.gov.uk/plan",
        "https://blackcountry.icb.nhs.uk/plan",
    ],
)
def test_of_every_address_with_words_somebody_says_that_it_names_nobody(address):
    assert list(to_be_said([address, address], "dudley")) == [NOBODY.format(address)]


@pytest.mark.parametrize(
    ("address", "publisher"),
    [
        ("https://www.norfolk.gov.uk/plan", "Norfolk County Council"),
        ("https://northmids.gov.uk/plan", "northmids.gov.uk"),
    ],
)
def test_of_a_site_that_is_not_plainly_the_councils_somebody_says_that_it_is_a_right_one(
    address, publisher
):
    first, second = to_be_said([address], "dudley")

    assert first == NOBODY.format(address)
    assert second == f"The document is rightly cited from {publisher}, and not from Dudley council."
