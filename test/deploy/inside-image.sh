#!/bin/sh
# Runs a command on a read-only root in a mount namespace of its own: inside-image.sh ROOT UID COMMAND...
set -eu
root=$1 uid=$2
shift 2
mount --bind "$root" "$root"
mount --rbind /proc "$root/proc"
mount --rbind /dev "$root/dev"
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
mount -t tmpfs -o mode=2770,uid=1000,gid=0 tmpfs "$root/data"
mount -o remount,bind,ro "$root"
for name in TEMPORAL_ADDRESS NIGHTJAR_DATABASE_URL NIGHTJAR_LISTEN; do
  eval "value=\${$name:-}"
  [ -z "$value" ] || set -- "$name=$value" "$@"
done
exec env -i PATH=/usr/local/bin:/usr/bin:/bin HOME=/data STATE_DIRECTORY=/data \
  /usr/sbin/chroot --userspec="$uid:0" "$root" /usr/bin/env --chdir=/data "$@"
