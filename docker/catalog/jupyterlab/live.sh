#!/bin/sh
# Health check: the server answers under its base path.
exec python3 -IS /opt/jalon/live.py 8888 "${JALON_BASE_PATH:-/}api"
