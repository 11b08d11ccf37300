"""Reading the raw volume's CSV files, with errors that say what to change."""

import hashlib
from pathlib import Path

import pandas as pd

from .errors import BadInput


def _names(values) -> str:
    return ", ".join(str(v) for v in values)


def file_sha256(path: Path) -> str:
    """Hex SHA-256 of a file's bytes."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def read_table(path: Path, numbers=(), texts=(), labels: dict[str, tuple] | None = None) -> pd.DataFrame:
    """Reads a CSV file that must have exactly these columns; all kinds empty accepts any columns.

    `numbers` and `texts` may have empty cells; a column of `labels` holds one of its values in every row.
    Raises BadInput naming the file, column and row. Row numbers count the header as row 1, as a spreadsheet does.
    """
    frame = _read_csv(path)
    labels = labels or {}
    expected = [*labels, *numbers, *texts]
    if expected:
        _check_columns(path, list(frame.columns), expected)
    for column in numbers:
        frame[column] = _as_numbers(path, frame[column])
    for column, allowed in labels.items():
        wrong = frame.index[~frame[column].isin(allowed)]
        if len(wrong):
            value = frame[column][wrong[0]]
            shown = "is empty" if pd.isna(value) else f'is "{value}"'
            raise BadInput(
                "INVALID_DATA",
                f'{path.name}: column "{column}" must be one of {_names(allowed)} in every row, '
                f"but row {wrong[0] + 2} {shown} ({len(wrong)} such rows).",
            )
    return frame


def _read_csv(path: Path) -> pd.DataFrame:
    if not path.is_file():
        folder = path.parent
        found = sorted(p.name for p in folder.glob("*") if p.is_file()) if folder.is_dir() else []
        there = f"It holds: {_names(found[:10])}." if found else "It is empty."
        raise BadInput(
            "DATA_MISSING", f"There is no {path.name} in {folder}. {there} Upload {path.name} to the raw volume, then run the job again."
        )
    try:
        frame = pd.read_csv(path)
    except UnicodeDecodeError as error:
        raise BadInput("INVALID_DATA", f"{path.name} is not UTF-8 text (byte {error.start}). Save it as CSV in UTF-8.") from error
    except pd.errors.EmptyDataError as error:
        raise BadInput("INVALID_DATA", f"{path.name} is empty. Upload a CSV file with a header row and data.") from error
    except pd.errors.ParserError as error:
        reason = str(error).replace("Error tokenizing data. C error: ", "").strip()
        raise BadInput("INVALID_DATA", f"{path.name} cannot be read as CSV: {reason}.") from error
    if frame.empty:
        raise BadInput("INVALID_DATA", f"{path.name} has a header but no rows.")
    return frame


def _check_columns(path: Path, found: list[str], expected: list[str]) -> None:
    missing = [c for c in expected if c not in found]
    unexpected = [c for c in found if c not in expected]
    if not missing and not unexpected:
        return
    parts = [f"missing: {_names(missing)}"] if missing else []
    parts += [f"unexpected: {_names(unexpected)}"] if unexpected else []
    raise BadInput(
        "WRONG_COLUMNS",
        f"{path.name} has the wrong columns ({'; '.join(parts)}). It must have exactly: {_names(expected)}.",
    )


def _as_numbers(path: Path, column: pd.Series) -> pd.Series:
    if not pd.api.types.is_bool_dtype(column) and pd.api.types.is_numeric_dtype(column):
        return column
    converted = pd.to_numeric(column, errors="coerce")
    wrong = column.index[converted.isna() & column.notna()]
    if len(wrong) == 0:
        return converted
    raise BadInput(
        "INVALID_DATA",
        f'{path.name}: column "{column.name}" must hold numbers, but row {wrong[0] + 2} has '
        f'"{column[wrong[0]]}" ({len(wrong)} such rows).',
    )
