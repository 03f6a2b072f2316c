"""The baseline of the literature's kind: a list of single red flags; anybody with one of them is sent to a doctor.

The list is the box of red flags of the Royal College of General Practitioners (Clinical guidelines for the management
of acute low back pain, 1996 and 1999), with what most guidelines of the review by Verhagen et al. add: pain at night,
fever, weak defence, osteoporosis (Eur Spine J 2016;25:2788, doi 10.1007/s00586-016-4684-0). In primary care 80.4 % of
1,172 people with new low back pain had at least one flag, and 0.9 % something serious (Henschke et al., Arthritis Rheum
2009;60:3072, doi 10.1002/art.24853).
"""

from functools import lru_cache

from spinewise.knowledge import Condition, Disposition, Findings
from spinewise.knowledge.sentences import parse

FLAGS = {
    "under 20": "age < 20",
    "over 55": "age > 55",
    "violent injury": "trauma is major",
    "pain that is constant and grows": {"all": ["rest_pain", "worsening"]},
    "pain at night": "night_pain",
    "thoracic pain": "regions include upper-back or mid-back or chest",
    "cancer, now or before": "cancer_history",
    "steroid tablets": "steroid_use",
    "drug misuse": "iv_drugs",
    "HIV": "hiv",
    "weak defence": "immunosuppressed",
    "feels ill": "unwell",
    "fever": {"any": ["fever", "chills"]},
    "weight loss": "weight_loss",
    "osteoporosis": "osteoporosis",
    "changed shape of the spine": "spine_deformity",
}
"""Flags of possible serious spinal trouble: the sentence for each in the condition language."""

FLAGS_AT_ONCE = {
    "trouble with passing water": {"any": ["urinary_retention", "urinary_hesitancy", "urinary_incontinence"]},
    "loss of stool": "bowel_incontinence",
    "numb seat": "saddle_numbness",
    "weak legs or changed walking": {"any": ["leg_weakness", "foot_drop", "gait_trouble", "unable_to_walk"]},
    "a level below which feeling is changed": "trunk_numbness",
}
"""Flags of pressure on the cord or the cauda equina, which the same list sends to hospital at once."""


def flags_of(person: Findings) -> tuple[str, ...]:
    """The names of the flags that somebody has."""
    return tuple(name for name, when in (_read(at_once=False) + _read(at_once=True)) if when.evaluate(person) is True)


def answer(person: Findings, sends_to: Disposition) -> Disposition:
    """Emergency with a flag of the cord or cauda, ``sends_to`` with any other, self-care without."""
    if any(when.evaluate(person) is True for _, when in _read(at_once=True)):
        return Disposition.EMERGENCY
    return sends_to if flags_of(person) else Disposition.SELF_CARE


@lru_cache(maxsize=2)
def _read(*, at_once: bool) -> tuple[tuple[str, Condition], ...]:
    return tuple((name, parse(when, {})) for name, when in (FLAGS_AT_ONCE if at_once else FLAGS).items())
