"""Checks input rows against the model's schema and says, field by field, what is wrong."""

import json
import math
from difflib import get_close_matches

from jsonschema import Draft202012Validator

KINDS = {"number": "a number", "integer": "a whole number", "string": "text", "boolean": "true or false"}


def without_nulls(row):
    """A row with its null fields left out: null and absent mean the same."""
    return {k: v for k, v in row.items() if v is not None} if isinstance(row, dict) else row


def problems(schema: dict, rows: list, batch: bool) -> list[dict]:
    """`[{"field", "message"}]` for rows that have been through without_nulls; empty where all are valid.

    In a batch a field is named `instances[3].Age`.
    """
    validator = Draft202012Validator(schema)
    found = []
    for index, row in enumerate(rows):
        place = f"instances[{index}]" if batch else ""
        for field, message in _row_problems(validator, schema, row):
            found.append({"field": ".".join(p for p in (place, field) if p) or "body", "message": message})
    return found


def _row_problems(validator, schema: dict, row):
    if not isinstance(row, dict):
        yield "", f"must be an object with the fields {', '.join(schema['properties'])}"
        return
    endless = {name for name, value in row.items() if isinstance(value, (int, float)) and not _finite(value)}
    for name in endless:
        yield name, "is too large"
    for error in validator.iter_errors(row):
        # Errors of the row as a whole do not carry the field's name; those are found below.
        if error.path and error.path[0] not in endless:
            yield str(error.path[0]), _message(error)
    for name in row:
        if name not in schema["properties"]:
            near = get_close_matches(name, schema["properties"], n=1)
            yield name, "is not a field of this model" + (f"; did you mean {near[0]}?" if near else "")
    for name in schema["required"]:
        if name not in row:
            yield name, "is required"


def _finite(value) -> bool:
    try:
        return math.isfinite(float(value))
    except OverflowError:
        return False


def _message(error) -> str:
    shown = json.dumps(error.instance, ensure_ascii=False)
    shown = shown if len(shown) <= 60 else shown[:57] + "…"
    if error.validator == "type":
        return f"must be {KINDS.get(error.validator_value, error.validator_value)}, not {shown}"
    if error.validator == "enum":
        return f"must be one of {', '.join(map(str, error.validator_value))}, not {shown}"
    if error.validator == "minimum":
        return f"must be at least {error.validator_value}, not {shown}"
    if error.validator == "maximum":
        return f"must be at most {error.validator_value}, not {shown}"
    return error.message
