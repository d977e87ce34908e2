# Sourced by ./test: what the tests need from the system, installed when that is allowed.
# shellcheck shell=bash

as_root() {
  if [[ $EUID == 0 ]]; then "$@"
  elif sudo -n true 2>/dev/null; then sudo -n "$@"
  else return 1; fi
}

has_font() { compgen -G "/usr/share/fonts/truetype/$1*" >/dev/null; }

missing_packages() {
  [[ -n $(postgres_programs) ]] || echo postgresql
  command -v chromium >/dev/null || echo chromium
  has_font dejavu || echo fonts-dejavu-core
  has_font liberation || echo fonts-liberation
  command -v flock >/dev/null || echo util-linux
  command -v curl >/dev/null || command -v wget >/dev/null || echo curl ca-certificates
  [[ $(PATH="$PATH:/usr/sbin:/sbin" ldconfig -p 2>/dev/null) == *libicuuc* ]] || echo libicu-dev
}

# Installs what is missing; says so first. What stays missing is told by the suites that need it.
install_missing() {
  local packages cluster=/etc/postgresql-common/createcluster.d/tisserand.conf
  mapfile -t packages < <(missing_packages | tr ' ' '\n')
  [[ ${#packages[@]} != 0 ]] || return 0
  command -v apt-get >/dev/null && as_root true || {
    echo "Missing, and not installed for want of the right to: ${packages[*]}" >&2
    return 0
  }
  echo "Installing ${packages[*]}…" >&2
  # Debian would create and start a server of its own; the tests bring theirs.
  as_root mkdir -p "${cluster%/*}"
  echo 'create_main_cluster = false' | as_root tee "$cluster" >/dev/null
  as_root env DEBIAN_FRONTEND=noninteractive sh -c '
    apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@"' sh "${packages[@]}" >/dev/null ||
    echo "apt-get could not install all of: ${packages[*]}" >&2
  as_root rm -f "$cluster"
}
