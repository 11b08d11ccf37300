#!/usr/bin/env bash
# Makes the Python base image from Debian's own packages, for machines where no image registry answers.
# Usage: make-python-base.sh [tag]     (as root, on Debian or Ubuntu, with debootstrap and a docker client)
# Environment: JALON_APT_MIRROR and JALON_APT_SECURITY_MIRROR replace the mirrors read from the host; DOCKER_HOST is honoured.
set -euo pipefail

tag=${1:-jalon/python-base:bookworm}
suite=bookworm
packages=python3,python3-venv,python3-pip,ca-certificates

fail() { printf 'make-python-base: %s\n' "$1" >&2; exit 1; }
[ "$(id -u)" = 0 ] || fail 'run as root: debootstrap needs chroot'
command -v debootstrap >/dev/null || fail 'debootstrap is missing: apt-get install debootstrap'
command -v docker >/dev/null || fail 'the docker client is missing: apt-get install docker.io'
docker version --format '{{.Server.Version}}' >/dev/null || fail 'no Docker engine answers; is DOCKER_HOST right?'

# The host's own mirror is the one that is known to answer from here: the first address in its apt sources that ends
# in the given folder. An Ubuntu host has none.
host_mirror() {
  local files=()
  mapfile -t files < <(ls /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null)
  [ ${#files[@]} -gt 0 ] || return 0
  sed -nE "s#^(deb |URIs:).*(https?://[^ ]+/$1)/?( .*)?\$#\\2#p" "${files[@]}" | head -n 1
}
mirror=${JALON_APT_MIRROR:-$(host_mirror debian)}
mirror=${mirror:-http://deb.debian.org/debian}
security=${JALON_APT_SECURITY_MIRROR:-$(host_mirror debian-security)}
security=${security:-http://deb.debian.org/debian-security}

root=$(mktemp -d "${TMPDIR:-/var/tmp}/jalon-base.XXXXXX")
trap 'rm -rf --one-file-system "$root"' EXIT

printf 'Python base: debootstrap %s from %s\n' "$suite" "$mirror"
debootstrap --variant=minbase --include="$packages" "$suite" "$root" "$mirror" >"$root.log" 2>&1 ||
  { tail -n 20 "$root.log" >&2; fail "debootstrap failed; its log is $root.log"; }
rm -f "$root.log"

cat >"$root/etc/apt/sources.list" <<SOURCES
deb $mirror $suite main
deb $mirror $suite-updates main
deb $security $suite-security main
SOURCES
# A proxy or a snapshot mirror that the host needs is needed inside containers as well.
apt-config dump | grep -iE '^Acquire::([a-z]+::Proxy|Check-(Date|Valid-Until))' >"$root/etc/apt/apt.conf.d/90-host" || true
cat >"$root/etc/apt/apt.conf.d/91-slim" <<'SLIM'
APT::Install-Recommends "false";
Acquire::Languages "none";
SLIM
cat >"$root/etc/dpkg/dpkg.cfg.d/91-slim" <<'SLIM'
force-unsafe-io
path-exclude /usr/share/doc/*
path-include /usr/share/doc/*/copyright
path-exclude /usr/share/man/*
path-exclude /usr/share/locale/*
path-exclude /usr/share/info/*
SLIM
# Certificate authorities that the host trusts on top of Debian's, such as a company's proxy.
if compgen -G '/usr/local/share/ca-certificates/*.crt' >/dev/null; then
  cp /usr/local/share/ca-certificates/*.crt "$root/usr/local/share/ca-certificates/"
  chroot "$root" update-ca-certificates >/dev/null
fi
printf 'Made from %s packages of %s by docker/base/make-python-base.sh\n' "$suite" "$mirror" >"$root/etc/jalon-base"
find "$root/usr/share/doc" -type f ! -name copyright -delete
rm -rf "$root"/var/cache/apt/* "$root"/var/lib/apt/lists/* "$root"/var/log/* "$root"/usr/share/man/* \
  "$root"/usr/share/locale/* "$root"/usr/share/info/*
: >"$root/etc/resolv.conf"

tar --numeric-owner -C "$root" -c . | docker import \
  --change 'ENV PIP_BREAK_SYSTEM_PACKAGES=1' \
  --change 'ENV PIP_DISABLE_PIP_VERSION_CHECK=1' \
  --change 'ENV PYTHONUNBUFFERED=1' \
  --change 'CMD ["python3"]' \
  --message 'Debian bookworm with Python, made from the distribution' - "$tag" >/dev/null
printf 'Python base: %s, %s MB\n' "$tag" "$(($(docker image inspect --format '{{.Size}}' "$tag") / 1000000))"
