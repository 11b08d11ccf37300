"""A model to begin with: predicts the column TARGET_COLUMN of a CSV file in the raw volume from all the others.

A target of text, or of few different numbers, is classified; any other is estimated as a number.
"""

import os
from pathlib import Path

import pandas as pd
from jalon_model import BadInput, Job, Training, read_table
from jalon_model.evaluate import binary_confusion, binary_metrics, calibration_bins
from jalon_model.schema import is_number
from sklearn.compose import make_column_selector, make_column_transformer
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.impute import SimpleImputer
from sklearn.metrics import accuracy_score, mean_absolute_error, mean_squared_error, r2_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder

NAME = os.environ.get("MODEL_NAME", "model")
TARGET_COLUMN = os.environ.get("TARGET_COLUMN", "")
RAW_FILE = os.environ.get("RAW_FILE", "")

SEED = 20240101
HELD_OUT = 0.25
FEWEST_ROWS = 40
MOST_CLASSES = 10


def train(job: Job) -> Training:
    """Fits on three quarters of the rows and reports on the quarter it has not seen."""
    path = _data_file(job.raw_dir)
    data = _with_target(path, read_table(path))
    target, inputs = data[TARGET_COLUMN], _inputs(data)
    classes = _classes(path, target)
    rows = train_test_split(inputs, target, test_size=HELD_OUT, random_state=SEED, stratify=target if classes else None)
    fit, held_out, fit_target, held_target = rows
    pipeline = _pipeline(classes).fit(fit, fit_target)
    evaluate = _classification if classes else _regression
    metrics, report, outputs, predictions = evaluate(pipeline, held_out, held_target)
    return Training(
        model={"pipeline": pipeline, "classes": classes},
        inputs=fit,
        outputs=outputs,
        training_file=path,
        training_rows=len(fit),
        metrics=metrics,
        report={
            "rows": {"training": len(fit), "heldOut": len(held_out)},
            "split": {"heldOut": HELD_OUT, "seed": SEED, "stratifiedBy": TARGET_COLUMN if classes else None},
            **report,
        },
        predictions=predictions,
        summary=f"Trained to predict {TARGET_COLUMN} on {len(fit)} rows of {path.name}, tested on {len(held_out)} others.",
    )


def predict(model: dict, rows: pd.DataFrame) -> list[dict]:
    """The most likely class and the probability of each, or the estimated number."""
    pipeline, classes = model["pipeline"], model["classes"]
    if not classes:
        return [{"prediction": float(value)} for value in pipeline.predict(rows)]
    names = [str(c) for c in pipeline.classes_]
    return [
        {"prediction": names[p.argmax()], "probabilities": {n: round(float(v), 4) for n, v in zip(names, p)}}
        for p in pipeline.predict_proba(rows)
    ]


def _data_file(raw_dir: Path) -> Path:
    if RAW_FILE:
        return raw_dir / RAW_FILE
    found = sorted(raw_dir.glob("*.csv"))
    if len(found) == 1:
        return found[0]
    if not found:
        raise BadInput("DATA_MISSING", "There is no CSV file in the raw volume. Upload one, then run the training job.")
    names = ", ".join(p.name for p in found)
    raise BadInput("DATA_UNCLEAR", f"The raw volume holds several CSV files ({names}). Set RAW_FILE to the one to train on.")


def _with_target(path: Path, data: pd.DataFrame) -> pd.DataFrame:
    columns = ", ".join(data.columns)
    if not TARGET_COLUMN:
        raise BadInput("TARGET_MISSING", f"TARGET_COLUMN is not set. Set it to the column to predict; {path.name} has: {columns}.")
    if TARGET_COLUMN not in data.columns:
        raise BadInput("WRONG_COLUMNS", f"{path.name} has no column {TARGET_COLUMN}; it has: {columns}. Set TARGET_COLUMN to one of them.")
    if len(data.columns) < 2:
        raise BadInput("WRONG_COLUMNS", f"{path.name} has only the column to predict. Add the columns to predict it from.")
    known = data[data[TARGET_COLUMN].notna()]
    if len(known) < FEWEST_ROWS:
        raise BadInput("TOO_FEW_ROWS", f"{path.name} has {len(known)} rows with a {TARGET_COLUMN}; at least {FEWEST_ROWS} are needed.")
    return known


def _inputs(data: pd.DataFrame) -> pd.DataFrame:
    """All other columns; what is not a number is text, so that a request's JSON means the same as the file."""
    inputs = data.drop(columns=TARGET_COLUMN)
    texts = [c for c in inputs.columns if not is_number(inputs[c])]
    return inputs.assign(**{c: inputs[c].astype(str).where(inputs[c].notna()) for c in texts})


def _classes(path: Path, target: pd.Series) -> list:
    if is_number(target) and target.nunique() > MOST_CLASSES:
        return []
    counts = target.value_counts()
    if len(counts) < 2:
        raise BadInput("ONE_CLASS", f"{path.name}: every row has the same {TARGET_COLUMN}, so there is nothing to learn.")
    if len(counts) > FEWEST_ROWS or counts.min() < 2:
        rare = counts.index[-1]
        raise BadInput("TOO_MANY_CLASSES", f"{path.name}: {TARGET_COLUMN} has {len(counts)} different values, {rare} only {counts.min()} times. Group them.")
    return sorted(counts.index.tolist(), key=str)


def _pipeline(classes: list):
    texts = make_pipeline(
        SimpleImputer(strategy="constant", fill_value="(empty)"),
        OneHotEncoder(handle_unknown="infrequent_if_exist", max_categories=50, sparse_output=False),
    )
    columns = make_column_transformer(
        (texts, make_column_selector(dtype_include=object)), remainder="passthrough", verbose_feature_names_out=False
    )
    settings = {"learning_rate": 0.05, "max_iter": 200, "random_state": SEED}
    return make_pipeline(columns, HistGradientBoostingClassifier(**settings) if classes else HistGradientBoostingRegressor(**settings))


def _classification(pipeline, held_out: pd.DataFrame, target: pd.Series):
    names = [str(c) for c in pipeline.classes_]
    probability, guess = pipeline.predict_proba(held_out), pipeline.predict(held_out)
    metrics, report = {"accuracy": round(float(accuracy_score(target, guess)), 4)}, {}
    if len(names) == 2:
        positive = (target == pipeline.classes_[1]).astype(int)
        metrics = binary_metrics(positive, probability[:, 1], 0.5)
        report = {
            "confusionMatrix": binary_confusion(positive, probability[:, 1], 0.5, tuple(names)),
            "calibration": calibration_bins(positive, probability[:, 1]),
        }
    outputs = {
        "prediction": {"title": TARGET_COLUMN, "type": "string", "enum": names},
        "probabilities": {
            "title": "Probabilities",
            "type": "object",
            "properties": {n: {"title": n, "type": "number", "minimum": 0, "maximum": 1} for n in names},
        },
    }
    table = pd.DataFrame({"row": held_out.index + 2, "prediction": guess, "actual": target.to_numpy()})
    return metrics, report, outputs, table.sort_values("row")


def _regression(pipeline, held_out: pd.DataFrame, target: pd.Series):
    guess = pipeline.predict(held_out)
    metrics = {
        "r2": round(float(r2_score(target, guess)), 4),
        "rmse": round(float(mean_squared_error(target, guess) ** 0.5), 4),
        "mae": round(float(mean_absolute_error(target, guess)), 4),
    }
    table = pd.DataFrame({"row": held_out.index + 2, "prediction": guess, "actual": target.to_numpy()})
    return metrics, {}, {"prediction": {"title": TARGET_COLUMN, "type": "number"}}, table.sort_values("row")
