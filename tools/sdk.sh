# Sourced by ./tisserand and ./test, with $root set: the .NET SDK of global.json, found or fetched.
# shellcheck shell=bash disable=SC2154

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false

# say FRENCH ENGLISH: one sentence to the person, in French unless TISSERAND_LANG asks for English.
say() {
  case "${TISSERAND_LANG:-fr}" in en*) printf '%s\n' "$2" ;; *) printf '%s\n' "$1" ;; esac >&2
}

# Puts the clone's own SDK, when there is one, before the machine's.
prefer_own_dotnet() {
  if [[ -x $root/.dotnet/dotnet ]]; then
    export DOTNET_ROOT="$root/.dotnet" PATH="$root/.dotnet:$PATH"
  fi
}

sdk_suits() { (cd "$root" && dotnet --version) >/dev/null 2>&1; }

wanted_sdk() { sed -n 's/.*"sdk"[^}]*"version": *"\([0-9.]*\)".*/\1/p' "$root/global.json"; }

download() { # URL FILE
  if command -v curl >/dev/null; then curl -fsSL --retry 2 --connect-timeout 20 -o "$2" "$1"
  elif command -v wget >/dev/null; then wget -q --tries=3 --timeout=20 -O "$2" "$1"
  else return 1; fi
}

fetch_sdk() {
  local version script
  version=$(wanted_sdk)
  say "Le SDK .NET $version manque : il est téléchargé de chez Microsoft dans .dotnet/ (250 Mo environ, dans ce dossier seulement)…" \
      "The .NET SDK $version is missing: fetching it from Microsoft into .dotnet/ (about 250 MB, in this folder only)…"
  script=$(mktemp)
  if download https://dot.net/v1/dotnet-install.sh "$script" &&
     bash "$script" --version "$version" --install-dir "$root/.dotnet" --no-path >&2; then
    rm -f "$script"
  else
    rm -f "$script"
    return 1
  fi
}

# .NET needs ICU for French dates and sorting; without it the program would not start.
require_icu() {
  local ldconfig
  [[ -n ${DOTNET_SYSTEM_GLOBALIZATION_INVARIANT:-} ]] && return
  ldconfig=$(PATH="$PATH:/usr/sbin:/sbin" command -v ldconfig) || return 0
  [[ $("$ldconfig" -p 2>/dev/null) == *libicuuc* ]] && return
  say "Il manque la bibliothèque ICU (dates et tri en français) : installez-la avec « apt-get install libicu-dev », puis recommencez." \
      "The ICU library (French dates and sorting) is missing: install it with 'apt-get install libicu-dev', then try again."
  exit 1
}

# Leaves `dotnet` on PATH able to build this clone, or ends with one sentence.
require_sdk() {
  prefer_own_dotnet
  sdk_suits || { fetch_sdk && prefer_own_dotnet && sdk_suits; } || {
    say "Il faut le SDK .NET $(wanted_sdk) ou plus récent (10.0) : installez-le depuis https://dotnet.microsoft.com/download/dotnet/10.0, ou donnez à cette machine l'accès à https://dot.net (avec curl ou wget), puis recommencez." \
        "The .NET SDK $(wanted_sdk) or newer (10.0) is needed: install it from https://dotnet.microsoft.com/download/dotnet/10.0, or give this machine access to https://dot.net (with curl or wget), then try again."
    exit 1
  }
  require_icu
}
