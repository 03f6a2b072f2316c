"""How good and how fast weeks are made, beside the exact optimum and a greedy plan."""
