"""What contacts can be told apart by: attributes and scales, with their categories in words."""

from collections.abc import Iterable
from typing import Any

from netaudit.analysis.contact_words import CLOSENESS_WORDS
from netaudit.schema import CUSTOM_ATTRIBUTE_PREFIX
from netaudit.vocabulary import VOCABULARIES, label, readable
from netaudit.wording import known

SCALES = {
    "closeness": {str(step): words for step, words in CLOSENESS_WORDS.items()},
    "years_known": {
        "under_1": "Less than 1 year",
        "from_1": "1 to 4 years",
        "from_5": "5 to 9 years",
        "from_10": "10 years or more",
    },
    "last_contact": {
        "week": "Within 7 days",
        "month": "8 to 30 days ago",
        "quarter": "31 to 90 days ago",
        "longer": "More than 90 days ago",
    },
}
"""Answers on a scale, in the bands of composition_shares.sql."""

THE_OTHERS = "All other categories"
RELATIVE = {"gender": "gender_rel", "age": "age_rel", "ethnicity": "ethnicity_rel"}


def aspect_title(aspect: str) -> str:
    """The name of an attribute in words, that of a survey's own question among them."""
    return readable(aspect.removeprefix(CUSTOM_ATTRIBUTE_PREFIX))


def category_words(aspect: str, category: Any) -> str:
    """A category in words; without one, the categories too rare to be shown one by one."""
    if not known(category):
        return THE_OTHERS
    code = str(category)
    return SCALES.get(aspect, {}).get(code) or label(RELATIVE.get(aspect, aspect), code)


def in_order(aspect: str, categories: Iterable[str]) -> list[str]:
    """Categories as the vocabulary or the scale has them, then free ones by the alphabet."""
    places = list(SCALES.get(aspect) or VOCABULARIES.get(RELATIVE.get(aspect, aspect), {}))
    free = len(places)
    return sorted(
        categories, key=lambda code: (places.index(code) if code in places else free, code)
    )
