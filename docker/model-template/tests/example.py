"""The model.py of the tests: it predicts twice the weight."""

import pandas as pd

from jalon_model import Kpi, Scoring, Training, read_table

NAME = "example"
BEHAVIOUR = {"raise": None, "factor": 2.0}


def train(job):
    if BEHAVIOUR["raise"]:
        raise BEHAVIOUR["raise"]
    path = job.raw_dir / "data.csv"
    data = read_table(path, numbers=["weight", "height"], texts=["colour"])
    return Training(
        model={"factor": BEHAVIOUR["factor"]},
        inputs=data,
        fields={"weight": {"title": "Weight", "maximum": 500}},
        outputs={"double": {"title": "Double", "type": "number"}},
        training_file=path,
        training_rows=len(data),
        metrics={"auc": 0.9},
        summary="Trained.",
        predictions=data,
    )


def predict(model, rows: pd.DataFrame):
    if (rows["weight"] == 13).any():
        raise RuntimeError("thirteen")
    return [{"double": weight * model["factor"]} for weight in rows["weight"]]


def score(job, trained):
    return Scoring(summary="Scored.", kpis=[Kpi(key="share", value=12.5, unit="%")])
