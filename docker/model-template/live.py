"""Health check of a container: exit 0 where its server answers 200. Sockets only, so that it starts in milliseconds.

Usage: live.py [port] [path]
"""

import os
import socket
import sys

port = int(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("PORT", "8000"))
path = sys.argv[2] if len(sys.argv) > 2 else "/v2/health/live"
try:
    with socket.create_connection(("127.0.0.1", port), timeout=2) as connection:
        connection.sendall(f"GET {path} HTTP/1.0\r\nHost: localhost\r\n\r\n".encode())
        answer = connection.recv(64)
except OSError as error:
    sys.exit(f"no answer on port {port}: {error}")
if b" 200 " not in answer:
    sys.exit(f"unexpected answer on {path}: {answer!r}")
