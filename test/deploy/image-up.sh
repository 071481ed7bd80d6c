#!/usr/bin/env bash
# Builds the image of the Dockerfile without a container engine, on a base image that is made here of Debian's
# packages and this machine's Node: image-up.sh build NODE_FOLDER
# Mounts it, prints where:                image-up.sh mount
# Runs a command in it, on a read-only root, as a user whom it does not know:
#                                         image-up.sh run ROOT UID COMMAND...
# Takes away what it made:                image-up.sh down
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
base=docker.io/library/$(sed -n 's/^FROM \(node:[^ ]*\).*/\1/p' Dockerfile | tail -n 1)
image=localhost/nightjar-test name=nightjar-test

build() {
  local container root npm
  container=$(buildah from --name "$name-base" scratch)
  root=$(buildah mount "$container")
  mmdebstrap --quiet --variant=minbase bookworm | tar -x -C "$root"
  # The registries of this machine may have a certificate authority of their own.
  mkdir -p "$root/etc/ssl/certs" "$root/usr/local/lib/node_modules"
  cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
  cp "$1/bin/node" "$root/usr/local/bin/"
  npm=$(dirname "$(readlink -f "$(command -v npm)")")/..
  cp -r "$npm" "$root/usr/local/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
  buildah umount "$container" >/dev/null
  buildah config --env NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt \
    --env "NPM_CONFIG_REGISTRY=$(npm config get registry)" "$container"
  buildah commit --quiet --rm "$container" "$base" >/dev/null
  buildah bud --pull-never --isolation chroot --network host --tag "$image" --file Dockerfile .
}

mounted() {
  buildah from --pull-never --name "$name" "$image" >/dev/null
  buildah mount "$name"
}

inside() {
  exec unshare --mount --propagation private test/deploy/inside-image.sh "$@"
}

case ${1:?expected build, mount, run or down} in
  build) build "$2" ;;
  mount) mounted ;;
  run) shift && inside "$@" ;;
  down)
    buildah rm "$name" "$name-base" >/dev/null 2>&1 || true
    buildah rmi "$image" >/dev/null 2>&1 || true
    ;;
  *) exit 64 ;;
esac
