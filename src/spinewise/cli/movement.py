"""``spinewise movement figure``: the picture of one exercise."""

import sys
from argparse import Namespace

from spinewise.cli.printing import say
from spinewise.interop.files import write_whole
from spinewise.knowledge import load_knowledge
from spinewise.movement import figure_svg


def run(options: Namespace) -> int:
    """Draw the figure of an exercise, to a file or to standard output."""
    picture = figure_svg(
        load_knowledge(), options.exercise, steps=options.steps, other_side=options.other_side, shape=options.shape
    )
    if options.out is None:
        sys.stdout.write(picture + "\n")
        return 0
    write_whole(options.out, picture.encode())
    say(f"{options.out} is drawn.")
    return 0
