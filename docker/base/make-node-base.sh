#!/usr/bin/env bash
# Makes the Node base image from the Python base and the npm registry's packages of Node and npm,
# for machines where no image registry answers.
# Usage: make-node-base.sh [tag] [python base tag]
# Environment: NODE_MAJOR chooses the Node line; npm's registry settings and DOCKER_HOST are honoured.
set -euo pipefail

tag=${1:-jalon/node-base:bookworm}
base=${2:-jalon/python-base:bookworm}
node_major=${NODE_MAJOR:-22}
npm_range=${NPM_RANGE:-11}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

fail() { printf 'make-node-base: %s\n' "$1" >&2; exit 1; }
command -v npm >/dev/null || fail 'npm is missing: it fetches the Node binary'
case $(docker version --format '{{.Server.Arch}}') in
  amd64) arch=x64 ;;
  arm64) arch=arm64 ;;
  *) fail 'the npm registry carries Node for amd64 and arm64 engines only' ;;
esac
docker image inspect "$base" >/dev/null 2>&1 || "$here/make-python-base.sh" "$base"

context=$(mktemp -d "${TMPDIR:-/var/tmp}/jalon-node.XXXXXX")
trap 'rm -rf "$context"' EXIT
# Fetches the highest published version of a package in a range, unpacked as context/<name>.
fetch() {
  local archive
  archive=$(cd "$context" && npm pack --silent "$2" | tail -n 1) || fail "npm cannot fetch $2"
  mkdir "$context/$1" && tar -xzf "$context/$archive" -C "$context/$1" --strip-components=1 && rm "$context/$archive"
}
fetch node "node-linux-$arch@$node_major"
fetch npm "npm@$npm_range"
[ -x "$context/node/bin/node" ] || fail "node-linux-$arch@$node_major carries no binary"
cp "$here/node.Dockerfile" "$context/Dockerfile"
docker build --quiet --build-arg "BASE_IMAGE=$base" --tag "$tag" "$context" >/dev/null
printf 'Node base: %s, node %s, npm %s, %s MB\n' "$tag" \
  "$(docker run --rm "$tag" node -v)" "$(docker run --rm "$tag" npm -v)" \
  "$(($(docker image inspect --format '{{.Size}}' "$tag") / 1000000))"
