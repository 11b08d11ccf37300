"""Jupyter behind Jalon's gateway: people sign in there, so the server asks for no token, and no port of it is published.

Requests from other sites are still refused: XSRF tokens and the check of the origin stay on.
"""

import os

base_path = os.environ.get("JALON_BASE_PATH", "/")
c = get_config()  # noqa: F821, given by traitlets
for app in (c.NotebookApp, c.ServerApp):
    app.ip = "0.0.0.0"
    app.port = 8888
    app.base_url = base_path if base_path.endswith("/") else base_path + "/"
    app.token = ""
    app.password = ""
    app.allow_remote_access = True
    app.open_browser = False
    app.quit_button = False
    app.terminals_enabled = False
c.NotebookApp.notebook_dir = "/home/jalon/notebooks"
c.ServerApp.root_dir = "/home/jalon/notebooks"
