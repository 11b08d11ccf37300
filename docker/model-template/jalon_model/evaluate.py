"""Figures that say how good a classifier of two classes is, on rows it has not seen."""

import numpy as np
from sklearn.metrics import brier_score_loss, confusion_matrix, roc_auc_score


def binary_metrics(actual, probability, threshold: float) -> dict[str, float]:
    """AUC, Brier score, accuracy, precision and recall of the positive class. `actual` holds 0 and 1."""
    (tn, fp), (fn, tp) = _counts(actual, probability, threshold)
    return {
        "auc": round(float(roc_auc_score(actual, probability)), 4),
        "brier": round(float(brier_score_loss(actual, probability)), 4),
        "accuracy": round((tp + tn) / (tp + tn + fp + fn), 4),
        "precision": round(tp / (tp + fp), 4) if tp + fp else 0.0,
        "recall": round(tp / (tp + fn), 4) if tp + fn else 0.0,
    }


def binary_confusion(actual, probability, threshold: float, labels: tuple[str, str]) -> dict:
    """Counts of the decision `probability >= threshold`: rows are what happened, columns what was predicted.

    `labels` names 0 and 1, in this order.
    """
    return {"labels": list(labels), "counts": _counts(actual, probability, threshold), "threshold": round(float(threshold), 4)}


def _counts(actual, probability, threshold: float) -> list[list[int]]:
    return confusion_matrix(actual, (np.asarray(probability) >= threshold).astype(int), labels=[0, 1]).tolist()


def calibration_bins(actual, probability, bins: int = 10) -> list[dict]:
    """Predicted beside observed share of positives, in bins of equal width; empty bins are left out."""
    actual, probability = np.asarray(actual), np.asarray(probability)
    place = np.minimum((probability * bins).astype(int), bins - 1)
    return [
        {
            "from": round(b / bins, 4),
            "to": round((b + 1) / bins, 4),
            "predicted": round(float(probability[place == b].mean()), 4),
            "observed": round(float(actual[place == b].mean()), 4),
            "count": int((place == b).sum()),
        }
        for b in range(bins)
        if (place == b).any()
    ]
