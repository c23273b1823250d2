#!/usr/bin/env bash
# A first start, the later ones prepared behind it, a kill, and a start that uses what was prepared: the page must answer each time.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
scratch=$(mktemp -d "$here/target/starts.XXXXXX")
port=$((20000 + RANDOM % 20000))
process=""
trap 'stop TERM; rm -rf "$scratch"' EXIT

stop() {
  [ -z "$process" ] && return
  kill -"$1" "$process" 2>/dev/null || true
  wait "$process" 2>/dev/null || true
  process=""
}

start() {
  "$here/lianxin" run --no-demo --port "$port" --data "$scratch/data" >"$scratch/log" 2>&1 &
  process=$!
  for _ in $(seq 600); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$port" && printf 'GET / HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3 && head -1 <&3 | grep -q ' 200') 2>/dev/null; then
      echo "starts-again: $1 answers"
      return
    fi
    kill -0 "$process" 2>/dev/null || break
    sleep 0.2
  done
  echo "starts-again: $1 does not answer:" >&2
  cat "$scratch/log" >&2
  exit 1
}

start "the first start"
for _ in $(seq 600); do [ -f "$here/target/prepared/lianxin.aot" ] && break; sleep 0.5; done
[ -f "$here/target/prepared/lianxin.aot" ] || { echo "starts-again: later starts were not prepared" >&2; exit 1; }
# How it was started is said by Spring at this level.
export LOGGING_LEVEL_CN_LIANXIN_LIANXIN=info
stop KILL
start "a start after a kill"
stop TERM
start "a later start"
if grep -n '\[aot\]\|\[error\]' "$scratch/log" >&2; then
  echo "starts-again: what was learnt did not fit the start" >&2
  exit 1
fi
grep -q 'AOT-processed' "$scratch/log" || { echo "starts-again: the prepared context was not used" >&2; exit 1; }
