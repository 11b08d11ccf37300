"""The Jalon model contract around the functions a data scientist writes in model.py.

    NAME = "credit-scoring"
    def train(job: Job) -> Training: ...
    def predict(model, rows: pandas.DataFrame) -> list[dict]: ...
    def score(job: Job, trained: Trained) -> Scoring: ...        # optional
"""

from .contract import Job, Kpi, Scoring, Trained, Training
from .errors import BadInput, JobFailed
from .tables import read_table

__all__ = ["BadInput", "Job", "JobFailed", "Kpi", "Scoring", "Trained", "Training", "read_table"]
