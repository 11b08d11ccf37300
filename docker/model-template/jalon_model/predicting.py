"""From JSON rows to predictions: check, make a table, call predict(), check what it returned."""

import json
import math
from types import ModuleType

import numpy as np
import pandas as pd

from .contract import Trained
from .holder import ModelHolder
from .validate import problems, without_nulls


class Refused(Exception):
    """A request that is answered with an error: HTTP status, code, message, and fields where some are wrong."""

    def __init__(self, status: int, code: str, message: str, fields: list[dict] | None = None):
        super().__init__(message)
        self.status, self.code, self.message, self.fields = status, code, message, fields


def parse_json(body: bytes):
    """Strict JSON, or Refused with the place of the mistake."""
    try:
        return json.loads(body, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise Refused(400, "INVALID_JSON", f"The body is not JSON: {error.msg} at line {error.lineno}, column {error.colno}.") from error
    except (ValueError, RecursionError) as error:
        raise Refused(400, "INVALID_JSON", f"The body is not JSON: {error}.") from error


def ready_model(holder: ModelHolder) -> Trained:
    """The version in service, or Refused with the reason."""
    trained = holder.current()
    if trained is None:
        raise Refused(503, "MODEL_NOT_READY", holder.reason)
    return trained


def predict_rows(module: ModuleType, holder: ModelHolder, trained: Trained, rows: list, batch: bool) -> list[dict]:
    """One plain dict for each row. `batch` names a wrong field by its row as well."""
    rows = [without_nulls(row) for row in rows]
    wrong = problems(trained.card["input"], rows, batch)
    if wrong:
        first = f"{wrong[0]['field']} {wrong[0]['message']}"
        more = f" ({len(wrong) - 1} more)" if len(wrong) > 1 else ""
        raise Refused(422, "INVALID_INPUT", f"{first}{more}.", wrong[:100])
    if not rows:
        return []
    table = as_table(trained.card["input"], rows)
    results = [_plain(result) for result in module.predict(trained.model, table)]
    if len(results) != len(rows):
        raise ValueError(f"predict() returned {len(results)} predictions for {len(rows)} rows")
    holder.observe(table)
    return results


def as_table(schema: dict, rows: list[dict]) -> pd.DataFrame:
    """The rows as predict() gets them: the training's columns in order, empty where a field was left out."""
    table = pd.DataFrame(rows, columns=list(schema["properties"]))
    for name, prop in schema["properties"].items():
        if prop["type"] in ("number", "integer"):
            table[name] = table[name].astype("float64")
        else:
            table[name] = table[name].astype("object").where(table[name].notna(), np.nan)
    return table


def _plain(value):
    """numpy's scalars as Python's; JSON has no NaN, so that is an error of the model."""
    if isinstance(value, dict):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [_plain(v) for v in value]
    plain = value.item() if isinstance(value, np.generic) else value
    if isinstance(plain, float) and not math.isfinite(plain):
        raise ValueError("predict() returned a number that is not finite")
    return plain


def _no_constant(name: str):
    raise ValueError(f"{name} is not a JSON number")
