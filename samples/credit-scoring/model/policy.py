"""Which applications to accept: as many as keep the share of bad loans among them under a limit."""

import numpy as np

# Chosen below the KPI's target of 18 %, to leave room for the difference between training and new applications.
MAX_BAD_SHARE = 0.15


def choose_threshold(probability_of_bad, bad, limit: float = MAX_BAD_SHARE) -> float:
    """The highest threshold whose accepted applications (probability below it) hold at most `limit` bad loans.

    Probabilities must come from models that had not seen their row. Without any such threshold it is 0: accept nobody.
    """
    order = np.argsort(probability_of_bad, kind="stable")
    ranked = np.asarray(probability_of_bad)[order]
    shares = np.cumsum(np.asarray(bad)[order]) / np.arange(1, len(ranked) + 1)
    # A threshold falls between two different probabilities, so rows of equal probability are taken together.
    ends = np.append(ranked[1:] > ranked[:-1], True)
    allowed = np.flatnonzero((shares <= limit) & ends)
    if len(allowed) == 0:
        return 0.0
    last = allowed[-1]
    return float((ranked[last] + ranked[last + 1]) / 2) if last + 1 < len(ranked) else 1.0


def accepted(probability_of_bad, threshold: float):
    """True for each application that the policy accepts."""
    return np.asarray(probability_of_bad) < threshold


def bad_loan_share(bad, is_accepted) -> float:
    """Share of bad loans among accepted applications, in percent. NaN where none is accepted."""
    taken = np.asarray(bad)[np.asarray(is_accepted)]
    return float(taken.mean() * 100) if len(taken) else float("nan")
