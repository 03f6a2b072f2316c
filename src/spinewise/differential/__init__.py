"""What may be behind the trouble: a leaky noisy-OR network over conditions and signs."""

from spinewise.differential.differential import Contribution, Explanation, Fit, differential, fit_of, probabilities
from spinewise.differential.network import Network, network_of
from spinewise.differential.serious import Suspicion, suspicion

__all__ = [
    "Contribution",
    "Explanation",
    "Fit",
    "Network",
    "Suspicion",
    "differential",
    "fit_of",
    "network_of",
    "probabilities",
    "suspicion",
]
