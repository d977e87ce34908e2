# Sourced by ./test: a PostgreSQL of its own, on a free port, in a folder that disappears with it.
# shellcheck shell=bash

postgres_folder=

# The server's programs are not on PATH in Debian.
postgres_programs() {
  local initdb
  initdb=$(command -v initdb) || initdb=$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)
  [[ -n $initdb ]] && dirname -- "$(readlink -f -- "$initdb")"
}

# PostgreSQL refuses to run as root.
as_postgres() { (cd / && if [[ $EUID == 0 ]]; then runuser -u postgres -- "$@"; else "$@"; fi); }

port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Starts the server and exports TISSERAND_TEST_POSTGRES; false when there is none to start.
start_postgres() {
  local programs port password
  programs=$(postgres_programs) || return 1
  postgres_folder=$(mktemp -d)
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '%s\n' "$password" >"$postgres_folder/password"
  [[ $EUID != 0 ]] || chown -R postgres "$postgres_folder" || return 1
  as_postgres "$programs/initdb" -D "$postgres_folder/data" -U tisserand -A scram-sha-256 --pwfile="$postgres_folder/password" \
    -E UTF8 --locale=C.UTF-8 --no-sync >"$postgres_folder/initdb.log" 2>&1 || { cat "$postgres_folder/initdb.log"; return 1; }

  for _ in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 12000))                   # below the ports that clients are given
    port_is_free "$port" || continue
    # Nothing here outlives the tests, so nothing waits for the disk; the races want many connections.
    as_postgres "$programs/pg_ctl" start -w -D "$postgres_folder/data" -l "$postgres_folder/data/server.log" \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=300
          -c fsync=off -c synchronous_commit=off -c full_page_writes=off" >/dev/null 2>&1 || continue
    export TISSERAND_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=tisserand;Password=$password;Database=postgres"
    return 0
  done
  cat "$postgres_folder/data/server.log"
  return 1
}

stop_postgres() {
  [[ -n $postgres_folder ]] || return 0
  as_postgres "$(postgres_programs)/pg_ctl" stop -m immediate -D "$postgres_folder/data" >/dev/null 2>&1 || true
  rm -rf "$postgres_folder"
  postgres_folder=
}
