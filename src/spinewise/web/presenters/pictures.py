"""Small drawings beside questions where words fail. Each is a template of its own, drawn over the outline of the body map."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spinewise.web.presenters.bodymap import BACK, FRONT, Figure


@dataclass(frozen=True, slots=True)
class Picture:
    """One drawing: ``id`` is its template, ``alt`` says what it shows, for those who do not see it."""

    id: str
    alt: Promise
    front: Figure = FRONT
    back: Figure = BACK

    @property
    def template(self) -> str:
        """The file with the drawing."""
        return f"parts/pictures/{self.id}.html"


PICTURES: Mapping[str, Picture] = {
    one.id: one
    for one in (
        Picture(
            "saddle", _("Seen from behind: the area that would touch a saddle, between the legs and round the back passage.")
        ),
        Picture("band", _("The trunk from the front and from behind: a band on one side that stops at the middle line.")),
        Picture("leg-pain", _("Three legs with a line of pain: down the front, down the outer side, and down the back.")),
        Picture("thigh", _("A leg from the front: the front and outer side of the thigh are marked.")),
        Picture("arm", _("An arm with a line from neck and shoulder to the hand. The hand is marked as well.")),
        Picture(
            "weeks", _("A line of 40 weeks: the first part up to week 13, the second up to week 27, the third up to the birth.")
        ),
        Picture("back", _("The back in three parts: between the shoulder blades, the middle, and the low back.")),
        Picture(
            "flank",
            _("Seen from behind: the place of the kidney, under the ribs beside the spine. An arrow leads to the groin."),
        ),
        Picture("calves", _("Two calves side by side. One is thicker than the other.")),
        Picture("heels", _("A foot that stands on its heel, with the toes lifted.")),
        Picture("toes", _("A foot that stands on its toes, with the heel lifted.")),
    )
}
PICTURE_OF: Mapping[str, str] = {
    "saddle_numbness": "saddle",
    "genital_numbness": "saddle",
    "burning_band": "band",
    "sciatica": "leg-pain",
    "thigh_numbness": "thigh",
    "arm_pain": "arm",
    "arm_numbness": "arm",
    "pregnant_weeks": "weeks",
    "regions": "back",
    "radiates_to": "flank",
    "colic": "flank",
    "leg_swelling_one_side": "calves",
    "foot_drop": "heels",
    "leg_weakness": "toes",
}
"""Which finding's question has a drawing."""


def picture_of(finding: str) -> Picture | None:
    """The drawing beside a question, if it has one."""
    return PICTURES.get(PICTURE_OF.get(finding, ""))
