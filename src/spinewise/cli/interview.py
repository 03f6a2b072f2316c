"""``spinewise interview``."""

from argparse import Namespace

from spinewise.assessment import interview_from_facts
from spinewise.cli.assess import in_words
from spinewise.cli.printing import print_json, print_lines
from spinewise.interop.answers import interview_document
from spinewise.knowledge import findings_from_file, load_knowledge


def run(options: Namespace) -> int:
    """Play the interview from a facts file."""
    base = load_knowledge()
    known = findings_from_file(options.facts, base)
    interview, assessment = interview_from_facts(known, base, closed=options.unstated == "no")
    if options.json:
        print_json(interview_document(interview, assessment))
        return 0
    lines = [f"{place}. {base.questions[one.question].title}" for place, one in enumerate(interview.answered, start=1)]
    print_lines([*lines, f"{len(interview.answered)} screens.", "", *in_words(assessment, base)])
    return 0
