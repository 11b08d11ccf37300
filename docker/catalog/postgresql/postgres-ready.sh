#!/bin/sh
# Health check: the server takes connections over the network.
exec pg_isready --quiet --host=127.0.0.1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB"
