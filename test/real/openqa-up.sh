#!/bin/bash
# A real openQA on loopback for the tests: Debian's packages, its own PostgreSQL, no systemd, no container.
#   openqa-up.sh up DIR PORT KEY SECRET TEMPLATES [WORKERS]   installs what is missing, starts all below DIR
#   openqa-up.sh down DIR                                     stops what `up` started and removes DIR
# KEY and SECRET are 16 hexadecimal digits each. Ports PORT to PORT+6 are used. Other users must reach DIR.
# WORKERS (0 unless given) run the jobs of distribution/ without a virtual machine.
# Exit 69: a real openQA cannot be had on this machine; the reason is the last line on stderr.
set -euo pipefail
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive

scripts=/usr/share/openqa/script
distribution=$(dirname "$(readlink -f "$0")")/distribution
packages="openqa libdbd-pg-perl postgresql curl"

unavailable() { echo "$*" >&2; exit 69; }

present() { local package
  for package in $packages; do
    dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || return 1
  done
}

install_packages() {
  present && return
  [ "$(id -u)" = 0 ] || unavailable "openQA is not installed and only root can install it"
  command -v apt-get >/dev/null || unavailable "openQA is not installed and there is no apt-get"
  mkdir -p "$dir/debs/partial"
  # Debian's PostgreSQL would start a cluster of its own on installation.
  if [ ! -d /usr/lib/postgresql ]; then
    mkdir -p /etc/postgresql-common/createcluster.d
    echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.d/nightjar.conf
  fi
  # Tests that run beside each other install one after the other: apt-get refuses a second one.
  exec 9>"${TMPDIR:-/tmp}/nightjar-apt.lock"; flock 9
  { apt-get update -qq &&
    # An archive folder of its own: images whose apt empties the usual one break two installations at a time.
    apt-get -o DPkg::Lock::Timeout=300 -o Dir::Cache::archives="$dir/debs" install -y --no-install-recommends $packages
  } >"$dir/apt.log" 2>&1 || unavailable "apt could not install openQA: $(tail -1 "$dir/apt.log")"
  exec 9>&-
  rm -rf "$dir/debs"
  echo "openQA's packages were installed in $SECONDS s"
}

as() { local user=$1; shift
  setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups -- env HOME=/nonexistent "$@"
}

openqa() {
  as geekotest OPENQA_BASEDIR="$dir/var" OPENQA_CONFIG="$dir/etc" OPENQA_BASE_PORT="$port" "$@"
}

start_database() {
  bin=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
  mkdir -m 700 "$dir/database"; chown postgres "$dir/database"
  as postgres "$bin/initdb" -D "$dir/database" --auth=trust --encoding=UTF8 --no-sync >"$dir/log/initdb.log"
  cat >>"$dir/database/postgresql.conf" <<SETTINGS
listen_addresses = '127.0.0.1'
port = $database_port
unix_socket_directories = ''
fsync = off
synchronous_commit = off
full_page_writes = off
SETTINGS
  as postgres "$bin/pg_ctl" --silent --wait -D "$dir/database" -l "$dir/database/log" start
  for command in 'create role geekotest login' 'create database openqa owner geekotest'; do
    "$bin/psql" --quiet -h 127.0.0.1 -p "$database_port" -U postgres -c "$command"
  done
}

configure() {
  local var="$dir/var/openqa"
  mkdir -p "$dir/etc" "$var"/{db,images,testresults,webui/cache,share/tests,share/factory/{iso,hdd,other,repo,tmp}}
  ln -s share/factory "$var/factory"; ln -s share/tests "$var/tests"
  printf '[production]\ndsn = DBI:Pg:dbname=openqa;host=127.0.0.1;port=%s;user=geekotest\n' "$database_port" \
    >"$dir/etc/database.ini"
  # Files are fetched from hosts of this list only; `scm` would want a git checkout.
  printf '[global]\nscm =\ndownload_domains = 127.0.0.1 localhost fedoraproject.org\n[auth]\nmethod = Fake\n' \
    >"$dir/etc/openqa.ini"
  # The null backend stands in for every machine of the templates.
  printf '[global]\nHOST = http://127.0.0.1:%s\nWORKER_HOSTNAME = 127.0.0.1\nBACKEND = null\nWORKER_CLASS = %s\n' \
    "$port" qemu_x86_64,qemu_aarch64,qemu_ppc64le >"$dir/etc/workers.ini"
  printf '[127.0.0.1]\nkey = %s\nsecret = %s\n' "$key" "$secret" >"$dir/etc/client.conf"
  cp -r "$distribution" "$var/share/tests/fedora"
  mkdir -p "$var/share/tests/fedora/needles"
  chown -R geekotest "$dir/etc" "$dir/log" "$dir/var"
}

# Every daemon in a process group of its own, so that `down` stops it and nothing else.
start() { local name=$1; shift
  ( cd /; exec setsid setpriv --reuid=geekotest --regid="$(id -g geekotest)" --clear-groups -- env HOME=/nonexistent \
      OPENQA_BASEDIR="$dir/var" OPENQA_CONFIG="$dir/etc" OPENQA_BASE_PORT="$port" \
      OPENQA_SCHEDULER_SCHEDULE_TICK_MS=2000 OPENQA_WORKER_CONNECT_INTERVAL=1 "$@" ) \
    >"$dir/log/$name.log" 2>&1 </dev/null &
  echo $! >"$dir/pid/$name"
}

# Waits five minutes for a command to succeed; else shows what a daemon said last.
wait_for() { local name=$1; shift
  for _ in $(seq 3000); do
    "$@" && return
    sleep 0.1
  done
  tail -20 "$dir/log/$name.log" >&2; exit 1
}

answers() { curl -fso /dev/null "http://127.0.0.1:$1"; }

idle_workers() {
  [ "$(curl -fs "http://127.0.0.1:$port/api/v1/workers" | grep -o '"status":"idle"' | wc -l)" -ge "$workers" ]
}

# A worker refuses a job that comes while it ends its last one, and does not report it for a minute or two.
# The less often the scheduler looks, the less often that happens.
start_workers() { local first=$((port % 900 + 1)) instance
  start websockets "$scripts/openqa-websockets" daemon -m production
  start scheduler "$scripts/openqa-scheduler" daemon -m production
  wait_for websockets answers $((port + 1)); wait_for scheduler answers $((port + 3))
  # An instance's number is a part of its ports: those of another openQA on this machine are usually low.
  for instance in $(seq "$first" $((first + workers - 1))); do
    install -d -o geekotest "$dir/var/openqa/pool" "$dir/var/openqa/pool/$instance"
    start "worker$instance" "$scripts/worker" --instance "$instance"
  done
  wait_for "worker$first" idle_workers
}

up() {
  mkdir -p "$dir/log" "$dir/pid"; chmod 755 "$dir"
  install_packages
  [ "$(id -u)" = 0 ] || unavailable "starting openQA needs root: it runs as the users postgres and geekotest"
  as geekotest test -x "$dir" || unavailable "the user geekotest cannot reach $dir"
  configure; start_database
  # The schema is made on first use. The user's name has to come first.
  openqa "$scripts/create_admin" admin --key "$key" --secret "$secret" --nickname admin --email a@example.org \
    --fullname admin >"$dir/log/admin.log" 2>&1
  start web "$scripts/openqa" daemon -m production
  # The background worker does what is posted with async=1.
  start background "$scripts/openqa" gru -m production run --reset-locks
  wait_for web answers "$port/api/v1/job_groups"
  OPENQA_CONFIG="$dir/etc" openqa-load-templates --host "http://127.0.0.1:$port" --apikey "$key" --apisecret "$secret" \
    "$templates" >"$dir/log/templates.log" 2>&1 || { tail -20 "$dir/log/templates.log" >&2; exit 1; }
  [ "$workers" = 0 ] || start_workers
}

# Signals daemons by their files; fails where none of them is there any more.
signal() { local signal=$1 file alive=1; shift
  for file in "$@"; do
    [ -e "$file" ] && kill "-$signal" -- "-$(cat "$file")" 2>/dev/null && alive=0
  done
  return $alive
}

# What a worker runs is in a process group that only the worker knows: it gets ten seconds to end it.
stop_workers() {
  signal TERM "$dir"/pid/worker* || return 0
  for _ in $(seq 100); do
    signal 0 "$dir"/pid/worker* || return 0
    sleep 0.1
  done
}

down() {
  [ -d "$dir/pid" ] || { echo "$dir was not made by $0 up" >&2; exit 64; }
  stop_workers
  signal TERM "$dir"/pid/* || true
  if [ -d "$dir/database" ]; then
    bin=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
    as postgres "$bin/pg_ctl" --silent -m immediate -D "$dir/database" stop || true
  fi
  signal KILL "$dir"/pid/* || true
  rm -rf "$dir"
}

dir=${2:?a folder}
case ${1:-} in
  up) port=${3:?a port} key=${4:?a key} secret=${5:?a secret} templates=${6:?a file} workers=${7:-0}
    database_port=$((port + 6)); [ "$workers" = 0 ] || packages="$packages openqa-worker"; up ;;
  down) down ;;
  *) echo "usage: $0 up DIR PORT KEY SECRET TEMPLATES [WORKERS] | down DIR" >&2; exit 64 ;;
esac
