#!/usr/bin/env bash
# The product as it is started: HTTPS by an authority of its own, and no start at all with what a browser would refuse.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
scratch=$(mktemp -d "$here/target/https.XXXXXX")
port=$((20000 + RANDOM % 20000))
plain=$((port + 1))
process=""
trap 'stop; rm -rf "$scratch"' EXIT

fail() { echo "speaks-https: $1" >&2; cat "$scratch/log" >&2; exit 1; }

stop() {
  [ -z "$process" ] && return
  kill "$process" 2>/dev/null || true
  wait "$process" 2>/dev/null || true
  process=""
}

# What HTTPS answers whoever trusts the file named first.
asks() { printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$3" |
  openssl s_client -quiet -verify_quiet -verify_return_error -CAfile "$1" -verify_hostname "$2" -connect "127.0.0.1:$port" 2>&1; }

asks_plainly() { { exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3 && cat <&3; } 2>/dev/null; }

start() {
  "$here/lianxin" run --no-demo --port "$port" --data "$scratch/data" "$@" >"$scratch/log" 2>&1 &
  process=$!
  for _ in $(seq 600); do
    grep -q 'Ctrl-C' "$scratch/log" && return
    kill -0 "$process" 2>/dev/null || break
    sleep 0.2
  done
  fail "does not answer"
}

# Started with these options it must end, say these words in both languages, and leave no data behind.
refuses() {
  local chinese=$1 english=$2
  shift 2
  if timeout 120 "$here/lianxin" run --no-demo --port "$port" --data "$scratch/refused" "$@" >"$scratch/log" 2>&1; then
    fail "started with $*"
  fi
  grep -q "$chinese" "$scratch/log" && grep -q "$english" "$scratch/log" || fail "does not say '$chinese' with $*"
  [ -z "$(ls -A "$scratch/refused" 2>/dev/null)" ] || fail "left something half done with $*"
  echo "speaks-https: refuses, $english"
}

make() { openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 20 -subj /CN=localhost \
  -addext subjectAltName=DNS:localhost -addext basicConstraints=critical,CA:FALSE -keyout "$scratch/$1.key" -out "$scratch/$1.pem" 2>/dev/null; }

make good
make other
openssl req -new -key "$scratch/good.key" -subj /CN=localhost -out "$scratch/good.csr"
openssl x509 -req -in "$scratch/good.csr" -signkey "$scratch/good.key" -days -1 -out "$scratch/expired.pem" 2>/dev/null

refuses '给了证书没给私钥' 'a certificate but no key' --certificate "$scratch/good.pem"
refuses '读不了这个文件' 'cannot be read' --certificate "$scratch/good.pem" --key "$scratch/gone.key"
refuses '过期' 'expired on' --certificate "$scratch/expired.pem" --key "$scratch/good.key"
refuses '不是一对' 'does not belong' --certificate "$scratch/good.pem" --key "$scratch/other.key"
refuses '不管 lianxin.mine' 'does not stand for lianxin.mine' --certificate "$scratch/good.pem" --key "$scratch/good.key" --name lianxin.mine

start --https --name lianxin.test
asks_plainly "$plain" /trust/lianxin.crt | sed '1,/^\r$/d' >"$scratch/root.der"
openssl x509 -inform der -in "$scratch/root.der" -out "$scratch/root.pem" || fail "gives no root"
asks "$scratch/root.pem" lianxin.test / | grep -q ' 200' || fail "is not trusted by who trusts its root"
asks "$scratch/root.pem" other.test / | grep -q ' 200' && fail "is trusted by a name that it does not have"
asks "$scratch/good.pem" lianxin.test / | grep -q ' 200' && fail "is trusted by who does not trust its root"
asks_plainly "$plain" / | grep -q 'Location: /trust' || fail "does not lead from plain HTTP to the page of trust"
asks_plainly "$port" / | grep -q '连心要从这里进' || fail "does not say on the port of HTTPS where to go"
grep -q "https://lianxin.test:$port/" "$scratch/log" || fail "does not print its address"
stop
echo "speaks-https: an authority of its own answers"

start --certificate "$scratch/good.pem" --key "$scratch/good.key"
asks "$scratch/good.pem" localhost / | grep -qi 'strict-transport-security' || fail "does not speak by the enterprise's certificate"
echo "speaks-https: the enterprise's certificate answers"
