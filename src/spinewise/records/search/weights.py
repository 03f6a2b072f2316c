"""How much a hit counts by its kind: what people can read and do comes before rules and papers."""

KIND_WEIGHTS = {
    "lesson": 1.5,
    "intervention": 1.4,
    "condition": 1.3,
    "claim": 1.3,
    "red-flag": 1.2,
    "safety-net": 1.1,
    "finding": 1.0,
    "concept": 0.7,
    "question": 0.7,
    "safety-rule": 0.7,
    "plan-gate": 0.7,
    "source": 0.6,
}
