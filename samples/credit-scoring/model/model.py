"""Consumer credit scoring: how likely is an application to become a bad loan, and should it be accepted?"""

import numpy as np
import pandas as pd
from database import store_predictions
from jalon_model import BadInput, Job, Kpi, Scoring, Trained, Training
from jalon_model.evaluate import binary_confusion, binary_metrics, calibration_bins
from jalon_model.store import write_csv
from jalon_model.tables import file_sha256
from policy import MAX_BAD_SHARE, accepted, bad_loan_share, choose_threshold
from sklearn.calibration import CalibratedClassifierCV
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.impute import SimpleImputer
from sklearn.model_selection import cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, OneHotEncoder

from applications import FILE, HELD_OUT, INPUTS, NUMBERS, OUTCOME, RATIOS, SEED, TEXTS, is_bad, read_applications, split, with_ratios

NAME = "credit-scoring"
KPI = "bad-loan-share"
LABELS = ("good", "bad")

# The file holds whole amounts; an application may have cents.
MONEY = {"type": "number"}
FIELDS = {
    "Seniority": {"title": "Seniority", "description": "Years in the job"},
    "Home": {"title": "Home"},
    "Time": {"title": "Duration", "description": "Months of the loan", "minimum": 1, "maximum": 120},
    "Age": {"title": "Age", "description": "Years", "minimum": 18, "maximum": 110},
    "Marital": {"title": "Marital status"},
    "Records": {"title": "Earlier defaults"},
    "Job": {"title": "Kind of job"},
    "Expenses": {**MONEY, "title": "Expenses", "description": "Each month"},
    "Income": {**MONEY, "title": "Income", "description": "Each month; may be left out where it is not known"},
    "Assets": {**MONEY, "title": "Assets"},
    "Debt": {**MONEY, "title": "Debt"},
    "Amount": {**MONEY, "title": "Amount", "description": "Asked for", "minimum": 1},
    "Price": {**MONEY, "title": "Price", "description": "Of what is bought", "minimum": 1},
}
OUTPUTS = {
    "decision": {"title": "Decision", "type": "string", "enum": ["accept", "reject"]},
    "probabilityOfBad": {"title": "Probability of a bad loan", "type": "number", "minimum": 0, "maximum": 1},
    "threshold": {"title": "Accepted below", "type": "number", "minimum": 0, "maximum": 1},
}


def build_pipeline():
    """Ratios, one-hot categories and calibrated gradient boosting, which takes empty numbers as they are."""
    categories = make_pipeline(
        SimpleImputer(strategy="constant", fill_value="unknown"), OneHotEncoder(handle_unknown="ignore", sparse_output=False)
    )
    columns = ColumnTransformer([("numbers", "passthrough", NUMBERS + RATIOS), ("categories", categories, TEXTS)])
    boosting = HistGradientBoostingClassifier(
        learning_rate=0.05, max_iter=200, max_leaf_nodes=6, l2_regularization=1.0, random_state=SEED
    )
    return make_pipeline(FunctionTransformer(with_ratios), columns, CalibratedClassifierCV(boosting, method="sigmoid", cv=5))


def train(job: Job) -> Training:
    """Fits on three quarters of credit.csv and reports on the quarter it has not seen."""
    applications = read_applications(job.raw_dir)
    fit, held_out = split(applications)
    inputs, bad = fit[INPUTS], is_bad(fit)
    job.log.info(f"training on {len(fit)} applications, {len(held_out)} held out")

    # Out-of-fold probabilities of the training rows alone choose the policy: the held-out rows have no say in it.
    unseen = cross_val_predict(build_pipeline(), inputs, bad, cv=5, method="predict_proba")[:, 1]
    threshold = choose_threshold(unseen, bad)
    pipeline = build_pipeline().fit(inputs, bad)

    actual, probability = is_bad(held_out), pipeline.predict_proba(held_out[INPUTS])[:, 1]
    metrics = {
        **binary_metrics(actual, probability, threshold),
        "badLoanShare": round(bad_loan_share(actual, accepted(probability, threshold)), 2),
        "acceptedShare": round(float(accepted(probability, threshold).mean() * 100), 2),
    }
    return Training(
        model={"pipeline": pipeline, "threshold": threshold},
        inputs=inputs,
        fields=FIELDS,
        outputs=OUTPUTS,
        training_file=job.raw_dir / FILE,
        training_rows=len(fit),
        metrics=metrics,
        report={
            "rows": {"training": len(fit), "heldOut": len(held_out)},
            "split": {"heldOut": HELD_OUT, "seed": SEED, "stratifiedBy": OUTCOME},
            "policy": {"acceptBelow": round(threshold, 4), "maxBadShareInTraining": MAX_BAD_SHARE},
            "confusionMatrix": binary_confusion(actual, probability, threshold, LABELS),
            "calibration": calibration_bins(actual, probability),
        },
        predictions=_table(held_out, probability, threshold),
        summary=f"Trained on {len(fit)} applications; AUC {metrics['auc']:.3f} on {len(held_out)} that it had not seen.",
    )


def predict(model: dict, rows: pd.DataFrame) -> list[dict]:
    """Probability and decision for each application."""
    probability = model["pipeline"].predict_proba(rows[INPUTS])[:, 1]
    decisions = accepted(probability, model["threshold"])
    return [
        {"decision": "accept" if yes else "reject", "probabilityOfBad": round(float(p), 4), "threshold": round(model["threshold"], 4)}
        for p, yes in zip(probability, decisions)
    ]


def score(job: Job, trained: Trained) -> Scoring:
    """Applies the policy to the held-out applications and measures the share of bad loans among the accepted."""
    applications = read_applications(job.raw_dir)
    if file_sha256(job.raw_dir / FILE) != trained.card["trainingData"]["sha256"]:
        raise BadInput("DATA_CHANGED", f"{FILE} is not the file the model was trained on, so its held-out rows are not known. Train again.")
    _, held_out = split(applications)
    threshold = trained.model["threshold"]
    probability = trained.model["pipeline"].predict_proba(held_out[INPUTS])[:, 1]
    table, taken = _table(held_out, probability, threshold), accepted(probability, threshold)
    share = bad_loan_share(is_bad(held_out), taken)
    if np.isnan(share):
        raise BadInput("NOBODY_ACCEPTED", "The policy accepts no application, so there is no share of bad loans. Train on other data.")
    file = job.processed_dir / "predictions.csv"
    write_csv(file, table)
    stored = _store(job, trained, table)
    return Scoring(
        summary=f"{taken.sum()} of {len(table)} applications accepted; {share:.1f} % of them are bad loans.",
        metrics={
            "badLoanShare": round(share, 2),
            "badLoanShareAll": round(float(is_bad(held_out).mean() * 100), 2),
            "acceptedShare": round(float(taken.mean() * 100), 2),
        },
        report={
            "rows": {"scored": len(table), "accepted": int(taken.sum()), "storedInDatabase": stored},
            "modelVersion": trained.card["version"],
            "confusionMatrix": binary_confusion(is_bad(held_out), probability, threshold, LABELS),
        },
        files=[file],
        kpis=[Kpi(key=KPI, value=round(share, 2), unit="%")],
    )


def _store(job: Job, trained: Trained, table: pd.DataFrame) -> int:
    if not job.database_url:
        job.log.warning("DATABASE_URL is not set: the predictions go to the processed volume only")
        return 0
    return store_predictions(job.database_url, job.run_id, trained.card["version"], job.now, table, job.log)


def _table(held_out: pd.DataFrame, probability, threshold: float) -> pd.DataFrame:
    """One row an application, named by its row in credit.csv (the header is row 1)."""
    table = pd.DataFrame(
        {
            "application": held_out.index + 2,
            "probability_of_bad": np.round(probability, 6),
            "accepted": accepted(probability, threshold),
            "actual": held_out[OUTCOME].to_numpy(),
        }
    )
    return table.sort_values("application", ignore_index=True)
