# Sourced by ./test: runs suites two at a time and adds their counts up.
# shellcheck shell=bash disable=SC2154

passed=0 failed=0 skipped=0
longest_suite=15m

# Every test project, and the check of the formatting; the browser last, since it wants the machine for itself.
all_suites() {
  echo format
  find tests -mindepth 2 -maxdepth 2 -name '*.csproj' -printf '%f\n' | sed 's/\.csproj$//' | grep -v '\.Browser\.' | sort
  find tests -mindepth 2 -maxdepth 2 -name '*.Browser.*.csproj' -printf '%f\n' | sed 's/\.csproj$//'
}

wanted_suites() {
  local suite part
  while read -r suite; do
    [[ $# != 0 ]] || echo "$suite"
    for part in "$@"; do
      if [[ ${suite,,} == *"${part,,}"* ]]; then echo "$suite"; break; fi
    done
  done < <(all_suites)
}

# Runs one suite; leaves NAME.counts with "passed failed skipped", and NAME.log.
run_suite() {
  local name=$1 results=$work/results started=$SECONDS counts
  case $name in
    format) run_format >"$results/$name.log" 2>&1 && counts="1 0 0" || counts="0 1 0" ;;
    *.Browser.*)
      if [[ -n ${TISSERAND_CHROMIUM:-} ]]; then counts=$(run_tests "$name")
      else counts=$(not_run "$name" "no Chromium (Debian: apt-get install chromium)"); fi ;;
    *) counts=$(run_tests "$name") ;;
  esac
  echo "$counts $((SECONDS - started))" >"$results/$name.counts"
}

# limited NAME COMMAND…: not longer than a suite may last, and known to stop_suites while it runs.
limited() {
  local pid=$work/results/$1.pid code=0
  shift
  # What is started in the background ignores Ctrl-C; programs under test must not.
  env --default-signal=INT timeout --kill-after=20s "$longest_suite" "$@" </dev/null &
  echo $! >"$pid"
  wait $! || code=$?
  rm -f "$pid"
  return $code
}

run_format() { limited format dotnet format Tisserand.slnx --verify-no-changes --no-restore; }

# Counts come from the results file alone; a suite that left none crashed. Under CI nothing may be skipped.
run_tests() {
  local name=$1 results=$work/results code=0 counts
  local dll=tests/$name/bin/Release/net10.0/$name.dll
  limited "$name" dotnet "$dll" -noColor -noLogo ${CI:+-failSkips} \
    -result-xml "$results/$name.xml" >"$results/$name.log" 2>&1 || code=$?
  counts=$(counts_in "$results/$name.xml")
  if [[ -z $counts ]]; then
    echo "$name ended with code $code before its results were written." >>"$results/$name.log"
    counts="0 1 0"
  elif [[ $code != 0 && $counts == *" 0 "* ]]; then
    echo "$name ended with code $code although no test failed." >>"$results/$name.log"
    counts="${counts%% *} 1 ${counts##* }"
  fi
  echo "$counts"
}

# "passed failed skipped" of an xunit results file; errors (a fixture's clean-up, say) are failures too.
counts_in() {
  local assembly field
  assembly=$(grep -o '<assembly [^>]*>' "$1" 2>/dev/null | head -n 1) || return 0
  local -A n
  for field in passed failed errors skipped; do
    n[$field]=$(sed -n "s/.* $field=\"\([0-9]*\)\".*/\1/p" <<<"$assembly")
  done
  echo "${n[passed]:-0} $((${n[failed]:-1} + ${n[errors]:-0})) ${n[skipped]:-0}"
}

# A suite that cannot run here: failed under CI, skipped elsewhere.
not_run() {
  local count
  count=$(dotnet "tests/$1/bin/Release/net10.0/$1.dll" -noColor -list tests 2>/dev/null | grep -c .) || count=1
  echo "$1 does not run: $2" >>"$work/results/$1.log"
  echo "$1 does not run: $2" >&2
  if [[ -n ${CI:-} ]]; then echo "0 $count 0"; else echo "0 0 $count"; fi
}

run_suites() {
  local name
  for name in "$@"; do
    if [[ $name == *.Browser.* ]]; then wait; fi
    while [[ $(jobs -rp | wc -l) -ge 2 ]]; do wait -n || true; done
    { run_suite "$name"; report "$name"; } &
  done
  wait
  for name in "$@"; do add_up "$name"; done
}

report() {
  local p f s seconds
  read -r p f s seconds <"$work/results/$1.counts"
  if [[ $f != 0 ]]; then sed 's/^/    /' "$work/results/$1.log"; fi
  printf '%-34s %5d passed %4d failed %4d skipped %5d s\n' "$1" "$p" "$f" "$s" "$seconds"
}

add_up() {
  local p=0 f=1 s=0
  read -r p f s _ <"$work/results/$1.counts" || true
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
}

# First those who count, then what they run; `timeout` passes the signal on to all that a suite started.
stop_suites() {
  local job pid
  for job in $(jobs -p); do kill "$job" 2>/dev/null || true; done
  for pid in $(cat "$work"/results/*.pid 2>/dev/null); do
    kill "$pid" 2>/dev/null || continue
    timeout 25s tail --pid="$pid" -f /dev/null || true
  done
}

print_total() {
  if [[ $skipped == 0 ]]; then echo "$passed passed, $failed failed"
  else echo "$passed passed, $failed failed, $skipped skipped"; fi
}
