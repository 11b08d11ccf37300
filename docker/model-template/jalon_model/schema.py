"""The JSON Schema of a model's input, drawn from its training rows."""

import re

import pandas as pd

MAX_CHOICES = 50


def input_schema(rows: pd.DataFrame, fields: dict[str, dict], title: str) -> dict:
    """JSON Schema of one input row. A column that is never empty in training is required.

    `x-training` holds the range seen in training: information for a form and for drift, not a limit.
    """
    properties = {column: {**_property(rows[column]), **fields.get(column, {})} for column in rows.columns}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "type": "object",
        "properties": properties,
        "required": [c for c in rows.columns if rows[c].notna().all()],
        "additionalProperties": False,
        "examples": [{column: prop["examples"][0] for column, prop in properties.items() if prop.get("examples")}],
    }


def output_schema(outputs: dict[str, dict], title: str) -> dict:
    """JSON Schema of one prediction."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "type": "object",
        "properties": outputs,
        "required": list(outputs),
    }


def is_number(column: pd.Series) -> bool:
    """Whether a training column counts as numeric: numbers, but not true/false."""
    return pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)


def _title(name: str) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", re.sub(r"[_\-.]+", " ", name)).strip()
    return words[:1].upper() + words[1:]


def _property(column: pd.Series) -> dict:
    known = column.dropna()
    title = _title(str(column.name))
    if is_number(column):
        return {"title": title, **_numeric(known)}
    if known.map(lambda v: isinstance(v, bool)).all() and len(known):
        return {"title": title, "type": "boolean", "examples": [bool(known.mode().iloc[0])]}
    texts = known.astype(str)
    choices = texts.value_counts()
    prop = {"title": title, "type": "string"}
    if len(choices):
        prop["examples"] = [str(choices.index[0])]
    if 0 < len(choices) <= MAX_CHOICES:
        prop["enum"] = sorted(choices.index)
    return prop


def _numeric(known: pd.Series) -> dict:
    whole = bool((known % 1 == 0).all())
    convert = int if whole else float
    prop: dict = {"type": "integer" if whole else "number"}
    if known.empty:
        return {"type": "number"}
    prop["examples"] = [convert(known.median())]
    prop["x-training"] = {"minimum": convert(known.min()), "maximum": convert(known.max())}
    if known.min() >= 0:
        prop["minimum"] = 0
    return prop
