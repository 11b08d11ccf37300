"""Input drift: how far recent requests have moved from the training rows, per feature.

The population stability index, sum((p - q) * ln(p / q)) over bins, is 0 for the same distribution; above 0.2 is the usual
sign of a shift worth looking at. Numbers fall into training deciles, texts into their values; empty is a bin of its own.
"""

import math
from bisect import bisect_right
from collections import Counter, deque

import numpy as np
import pandas as pd

from .schema import is_number

WINDOW = 1000
ENOUGH = 50
FLOOR = 1e-4
EMPTY = "(empty)"
OTHER = "(other)"


def baseline(rows: pd.DataFrame) -> dict[str, dict]:
    """What the drift of each column is measured against; plain data, stored with the model."""
    result = {}
    for column in rows.columns:
        edges = None
        if is_number(rows[column]):
            known = rows[column].dropna()
            edges = sorted({float(q) for q in np.quantile(known, np.linspace(0.1, 0.9, 9))}) if len(known) else []
        bins = Counter(_bin(value, edges, None) for value in rows[column].tolist())
        result[column] = {"edges": edges, "shares": {str(k): n / len(rows) for k, n in bins.items()}}
    return result


class DriftWindow:
    """Bins of the last WINDOW rows. Not thread-safe: the caller holds a lock."""

    def __init__(self, reference: dict[str, dict]):
        self._reference = reference
        self._recent = {feature: deque(maxlen=WINDOW) for feature in reference}

    def add(self, rows: pd.DataFrame) -> None:
        """Takes rows as they came in; columns that are absent count as empty."""
        for feature, recent in self._recent.items():
            edges, shares = self._reference[feature]["edges"], self._reference[feature]["shares"]
            values = rows[feature].tolist() if feature in rows else [None] * len(rows)
            recent.extend(str(_bin(value, edges, shares)) for value in values[-WINDOW:])

    def rows(self) -> int:
        """How many rows the window holds."""
        return max((len(recent) for recent in self._recent.values()), default=0)

    def psi(self) -> dict[str, float]:
        """The index by feature; empty until the window holds ENOUGH rows to mean something."""
        if self.rows() < ENOUGH:
            return {}
        return {f: _psi(self._reference[f]["shares"], Counter(recent), len(recent)) for f, recent in self._recent.items()}


def _bin(value, edges, known):
    if value is None or value != value:
        return EMPTY
    if edges is not None:
        return bisect_right(edges, float(value))
    return value if known is None or str(value) in known else OTHER


def _psi(shares: dict[str, float], counts: Counter, total: int) -> float:
    result = 0.0
    for name in shares.keys() | counts.keys():
        expected = max(shares.get(name, 0.0), FLOOR)
        actual = max(counts[name] / total, FLOOR)
        result += (actual - expected) * math.log(actual / expected)
    return result
