#!/bin/bash
# Makes the cluster where the volume is empty, gives the user the environment's password, and becomes the server.
set -euo pipefail
umask 077

refuse() { printf 'postgresql: %s\n' "$1" >&2; exit 2; }
[ "${1:-}" = postgres ] || exec "$@"
if [ -z "${POSTGRES_PASSWORD:-}" ] && [ -n "${POSTGRES_PASSWORD_FILE:-}" ]; then
  POSTGRES_PASSWORD=$(cat "$POSTGRES_PASSWORD_FILE") || refuse "POSTGRES_PASSWORD_FILE cannot be read: $POSTGRES_PASSWORD_FILE"
fi
[ -n "${POSTGRES_PASSWORD:-}" ] || refuse 'POSTGRES_PASSWORD is not set. Set it in the environment of this service; there is no default.'
case "$POSTGRES_USER$POSTGRES_DB$POSTGRES_PASSWORD" in
  *$'\n'*) refuse 'POSTGRES_USER, POSTGRES_DB and POSTGRES_PASSWORD must be on one line.' ;;
esac
mkdir -p "$PGDATA.probe" 2>/dev/null && rmdir "$PGDATA.probe" ||
  refuse "$(dirname "$PGDATA") is not writable for uid $(id -u). Give the volume that owner."

# One server at a time: across containers PostgreSQL's own lock file, a process number, says nothing. The kernel
# drops this lock with the last process that holds it, so it outlives exec and never outlives a crash.
exec 9>"$PGDATA.lock"
flock --wait 20 9 || refuse 'another container serves this volume. Stop it first.'

identifier() { printf '"%s"' "${1//\"/\"\"}"; }
literal() { printf "E'%s'" "$(printf '%s' "$1" | sed "s/\\\\/\\\\\\\\/g; s/'/''/g")"; }
# Runs one statement on a cluster that is not served yet; the statement is not seen in any process list.
# Single-user mode ends with success whatever the statement did, so its messages are looked at.
alone() {
  local said
  said=$(printf '%s\n' "$3" | postgres --single -j -D "$1" "$2" 2>&1 >/dev/null) || { printf '%s\n' "$said" >&2; return 1; }
  case $said in *ERROR:* | *FATAL:*) printf '%s\n' "$said" >&2; return 1 ;; esac
}

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  # Made beside its place and renamed: a container killed here begins again, and no half-made cluster is ever served.
  rm -rf "$PGDATA.new"
  initdb --pgdata="$PGDATA.new" --username="$POSTGRES_USER" --pwfile=<(printf '%s\n' "$POSTGRES_PASSWORD") \
    --auth-local=trust --auth-host=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --no-instructions >/dev/null
  printf 'host all all all scram-sha-256\n' >>"$PGDATA.new/pg_hba.conf"
  [ "$POSTGRES_DB" = postgres ] || alone "$PGDATA.new" postgres "CREATE DATABASE $(identifier "$POSTGRES_DB")"
  rmdir "$PGDATA" 2>/dev/null || true
  mv "$PGDATA.new" "$PGDATA"
else
  found=$(cat "$PGDATA/PG_VERSION")
  [ "$found" = 15 ] || refuse "the volume holds a cluster of PostgreSQL $found, this is PostgreSQL 15. Dump it with that version and load it here."
  rm -f "$PGDATA/postmaster.pid"
  # A password changed in the environment is the one that works from now on.
  alone "$PGDATA" postgres "ALTER ROLE $(identifier "$POSTGRES_USER") PASSWORD $(literal "$POSTGRES_PASSWORD")"
fi
shift
exec postgres -D "$PGDATA" -c listen_addresses='*' "$@"
