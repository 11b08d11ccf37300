#!/bin/sh
# JupyterLab where it was built in, else Jupyter Notebook.
python3 -c 'import jupyterlab' 2>/dev/null && exec python3 -m jupyterlab "$@"
exec python3 -m notebook "$@"
