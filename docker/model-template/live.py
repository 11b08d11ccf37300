"""Health check of the container: exit 0 where the server answers on its port. Sockets only, so that it starts in milliseconds."""

import os
import socket
import sys

port = int(os.environ.get("PORT", "8000"))
try:
    with socket.create_connection(("127.0.0.1", port), timeout=2) as connection:
        connection.sendall(b"GET /v2/health/live HTTP/1.0\r\nHost: localhost\r\n\r\n")
        answer = connection.recv(64)
except OSError as error:
    sys.exit(f"no answer on port {port}: {error}")
if b" 200 " not in answer:
    sys.exit(f"unexpected answer: {answer!r}")
