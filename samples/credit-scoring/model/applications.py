"""The applications file: its columns, the fixed split, and ratios that help a model read it."""

from pathlib import Path

import pandas as pd
from jalon_model import read_table
from sklearn.model_selection import train_test_split

FILE = "credit.csv"
OUTCOME = "Status"
NUMBERS = ["Seniority", "Time", "Age", "Expenses", "Income", "Assets", "Debt", "Amount", "Price"]
TEXTS = ["Home", "Marital", "Records", "Job"]
INPUTS = ["Seniority", "Home", "Time", "Age", "Marital", "Records", "Job", "Expenses", "Income", "Assets", "Debt", "Amount", "Price"]
RATIOS = ["Share financed", "Left per instalment"]

# A quarter is never trained on. The seed makes the split the same in training and in scoring.
HELD_OUT = 0.25
SEED = 20240101


def read_applications(raw_dir: Path) -> pd.DataFrame:
    """All applications, or BadInput naming what is wrong with the file."""
    return read_table(raw_dir / FILE, numbers=NUMBERS, texts=TEXTS, labels={OUTCOME: ("good", "bad")})


def split(applications: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Training and held-out applications, with the same share of bad loans in both."""
    return train_test_split(applications, test_size=HELD_OUT, random_state=SEED, stratify=applications[OUTCOME])


def is_bad(applications: pd.DataFrame) -> pd.Series:
    """1 for a loan that went bad, 0 for a good one."""
    return (applications[OUTCOME] == "bad").astype(int)


def with_ratios(inputs: pd.DataFrame) -> pd.DataFrame:
    """The inputs and two ratios: the share of the price that is borrowed, and income left for each instalment."""
    left = inputs["Income"] - inputs["Expenses"] - inputs["Debt"].fillna(0) / 100
    instalment = (inputs["Amount"] / inputs["Time"]).where(inputs["Time"] > 0)
    ratios = {
        RATIOS[0]: (inputs["Amount"] / inputs["Price"]).where(inputs["Price"] > 0),
        RATIOS[1]: (left / instalment).where(instalment > 0),
    }
    return inputs.assign(**ratios)
