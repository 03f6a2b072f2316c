"""The optimiser: from a model of choices to the best week that we find, a proven bound on it, and the proof.

The rest of planning reads this room through ``model`` (what may be chosen), ``solving`` (the first answer), ``schedule`` (the
days) and ``proof`` (the exact optimum).
"""
