#!/bin/sh
# Installs an empty package under each name, for a dependency that Debian declares and the image never runs.
set -eu
for name in "$@"; do
  folder=$(mktemp -d)
  mkdir "$folder/DEBIAN"
  chmod 0755 "$folder"
  printf 'Package: %s\nVersion: 99\nArchitecture: all\nMaintainer: Jalon <root@localhost>\nDescription: stand-in without content\n' \
    "$name" >"$folder/DEBIAN/control"
  dpkg-deb --build "$folder" "$folder.deb" >/dev/null
  dpkg --install "$folder.deb" >/dev/null
  rm -rf "$folder" "$folder.deb"
done
