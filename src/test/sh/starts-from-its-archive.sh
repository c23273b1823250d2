#!/usr/bin/env bash
# The archive, unpacked elsewhere, on a machine with neither Java nor Maven nor a network: the page must answer, from what is in it alone.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
scratch=$(mktemp -d "${TMPDIR:-/tmp}/从包里起.XXXXXX")
port=$((20000 + RANDOM % 20000))
process=""
trap 'stop TERM; rm -rf "$scratch"' EXIT

# With whatever it does beside, or that writes on while its directory goes.
stop() {
  [ -z "$process" ] && return
  kill -"$1" "$process" 2>/dev/null || true
  wait "$process" 2>/dev/null || true
  kill -KILL -- "-$process" 2>/dev/null || true
  process=""
}

fail() {
  echo "starts-from-its-archive: $1" >&2
  exit 1
}

# Only what every Linux has, by name.
mkdir "$scratch/bin" "$scratch/somewhere else" "$scratch/home"
for program in bash sh env cat cksum cut cp date dirname du find flock getconf grep gzip head id kill ln ls mkdir mktemp mv nice \
    readlink rm sed seq sha256sum sleep sync tail tr uname unshare; do
  ln -s "$(command -v "$program")" "$scratch/bin/$program"
done

"$here/lianxin" package --to "$scratch"
tar -xzf "$scratch"/lianxin-*.tar.gz -C "$scratch/somewhere else"
home=$scratch/somewhere\ else/lianxin
(cd "$home" && sha256sum --quiet --check SHA256SUMS) || fail "its own list does not fit"
plain=(env -i PATH="$scratch/bin" HOME="$scratch/home" LC_ALL=C.UTF-8)

setsid "${plain[@]}" "$home/lianxin" run --no-demo --port "$port" --data "$scratch/data" >"$scratch/log" 2>&1 &
process=$!
answered=false
for _ in $(seq 600); do
  if (exec 3<>"/dev/tcp/127.0.0.1/$port" && printf 'GET / HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3 && head -1 <&3 | grep -q ' 200') 2>/dev/null; then
    answered=true
    break
  fi
  kill -0 "$process" 2>/dev/null || break
  sleep 0.2
done
$answered || { cat "$scratch/log" >&2; fail "it does not answer"; }
[ "$(readlink "/proc/$process/exe")" = "$home/jdk/bin/java" ] || fail "it runs on another Java: $(readlink "/proc/$process/exe")"
# What it holds open or has mapped of files lies in the archive, its data, or the system.
if grep -F "$here/" "/proc/$process/maps" >&2; then fail "it uses the checkout"; fi
"${plain[@]}" "$home/lianxin" backup --to "$scratch/backups" --data "$scratch/data" >"$scratch/said" || { cat "$scratch/said" >&2; fail "no backup"; }
stop TERM
if "${plain[@]}" "$home/lianxin" test >"$scratch/said" 2>&1; then fail "it says that it can test"; fi
grep -q 'needs a checkout' "$scratch/said" || { cat "$scratch/said" >&2; fail "it does not say what it lacks"; }
echo "starts-from-its-archive: answers from what is in it"
