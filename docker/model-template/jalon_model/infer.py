"""Open Inference Protocol (V2), REST: tensors, one per input field, to rows and back."""

from math import prod

from .predicting import Refused

DATATYPES = {"number": "FP64", "integer": "INT64", "boolean": "BOOL", "string": "BYTES"}
NUMERIC = {"UINT8", "UINT16", "UINT32", "UINT64", "INT8", "INT16", "INT32", "INT64", "FP16", "FP32", "FP64"}


def metadata(name: str, card: dict) -> dict:
    """Answer of GET /v2/models/{name}."""
    return {
        "name": name,
        "versions": [card["version"]],
        "platform": "jalon_python",
        "inputs": [_tensor(n, p) for n, p in card["input"]["properties"].items()],
        "outputs": [_tensor(n, p) for n, p in card["output"]["properties"].items()],
    }


def rows_of(request) -> list[dict]:
    """The rows that an inference request's tensors hold; an empty string or null leaves its field out."""
    if not isinstance(request, dict) or not isinstance(request.get("inputs"), list) or not request["inputs"]:
        raise Refused(400, "INVALID_INPUT", "inputs must be a list with one tensor for each field.")
    columns = {}
    for tensor in request["inputs"]:
        name, values = _column(tensor)
        if name in columns:
            raise Refused(400, "INVALID_INPUT", f"The input {name} is given twice.")
        columns[name] = values
    lengths = {len(values) for values in columns.values()}
    if len(lengths) != 1:
        raise Refused(400, "INVALID_INPUT", "All inputs must have the same first dimension.")
    return [dict(zip(columns, row)) for row in zip(*columns.values())]


def response(name: str, card: dict, request: dict, results: list[dict]) -> dict:
    """The inference response; `outputs` of the request chooses and orders what it holds."""
    properties = card["output"]["properties"]
    wanted = [o.get("name") for o in request["outputs"]] if request.get("outputs") else list(properties)
    unknown = [w for w in wanted if w not in properties]
    if unknown:
        raise Refused(400, "INVALID_INPUT", f"There is no output {unknown[0]}; there are {', '.join(properties)}.")
    answer = {"model_name": name, "model_version": card["version"]}
    if request.get("id") is not None:
        answer["id"] = request["id"]
    answer["outputs"] = [
        {"name": w, "shape": [len(results)], "datatype": _datatype(properties[w]), "data": [r.get(w) for r in results]} for w in wanted
    ]
    return answer


def _column(tensor) -> tuple[str, list]:
    keys = ("name", "shape", "datatype", "data")
    if not isinstance(tensor, dict) or any(k not in tensor for k in keys):
        raise Refused(400, "INVALID_INPUT", f"Each input needs {', '.join(keys)}.")
    name, shape, datatype = tensor["name"], tensor["shape"], tensor["datatype"]
    if not isinstance(name, str) or not isinstance(shape, list) or not all(type(d) is int and d >= 0 for d in shape):
        raise Refused(400, "INVALID_INPUT", "An input's name must be text and its shape a list of whole numbers.")
    if len(shape) not in (1, 2) or len(shape) == 2 and shape[1] != 1:
        raise Refused(400, "INVALID_INPUT", f"The input {name} must have the shape [n] or [n, 1].")
    values = _flat(tensor["data"])
    if len(values) != prod(shape):
        raise Refused(400, "INVALID_INPUT", f"The input {name} has {len(values)} values, its shape says {prod(shape)}.")
    if datatype not in NUMERIC | {"BOOL", "BYTES"}:
        raise Refused(400, "INVALID_INPUT", f"The input {name} has the unknown datatype {datatype}.")
    if datatype == "BYTES":
        values = [None if v == "" else v for v in values]
    return name, values


def _flat(data) -> list:
    if not isinstance(data, list):
        raise Refused(400, "INVALID_INPUT", "An input's data must be a list.")
    return [v for item in data for v in (item if isinstance(item, list) else [item])]


def _tensor(name: str, prop: dict) -> dict:
    return {"name": name, "datatype": _datatype(prop), "shape": [-1]}


def _datatype(prop: dict) -> str:
    return DATATYPES.get(prop.get("type"), "BYTES")
