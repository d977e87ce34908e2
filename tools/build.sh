# Sourced by ./tisserand and ./test, with $root set: one build at a time, and none when nothing changed.
# shellcheck shell=bash disable=SC2154

stamp=$root/.build/tisserand.stamp
program=$root/src/Tisserand.Cli/bin/Release/net10.0/tisserand.dll

# Names, sizes and times of all that the program is made of: sees deletions and older files moved in, too.
fingerprint() {
  (cd "$root" && { find src data ./*.props ./*.txt .editorconfig global.json \
    -type d \( -name bin -o -name obj \) -prune -o -type f -printf '%p %s %T@\n' 2>/dev/null || true; } | LC_ALL=C sort | cksum)
}

is_fresh() { [[ -f $program && -f $stamp && $(<"$stamp") == "$(fingerprint)" ]]; }

# build PROJECT OPTION…: Release; silent when all is well, else what it had to say; nothing stays running.
build() {
  local log=$root/.build/build.log
  (cd "$root" && dotnet build "$@" -c Release --nologo -v quiet -nodeReuse:false -p:UseSharedCompilation=false) >"$log" 2>&1 9>&- || {
    awk '!seen[$0]++' "$log" >&2                       # MSBuild says each error twice
    return 1
  }
}

lock_build() {
  mkdir -p "$root/.build"
  exec 9>"$root/.build/lock"
  flock --nonblock 9 || {
    say "Une autre construction est en cours ; attente de sa fin…" "Another build is running; waiting for it…"
    flock 9
  }
}

unlock_build() { exec 9>&-; }
