"""``spinewise serve``."""

from argparse import Namespace

from spinewise.web.server import serve


def run(options: Namespace) -> int:
    """Start the web application and keep it running."""
    serve(options.host, options.port, options.data_dir)
    return 0
