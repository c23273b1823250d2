#!/usr/bin/env bash
# Logs of many sizes, checked by programs that were not written here: Go's x/mod/sumdb, openssl, npm's @sigstore/verify.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
sizes=(0 1 255 256 257 65536 70000)
[ $# -eq 0 ] || sizes=("$@")
scratch=$(mktemp -d "$here/target/logs.XXXXXX")
trap 'rm -rf "$scratch"' EXIT

"$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -cp "$here/target/classes:$here/target/test-classes:$here/target/app/lib/*" \
  cn.lianxin.platform.witness.WriteLogs "$scratch" "${sizes[@]}"
folders=("${sizes[@]/#/$scratch/}")

# Where Debian lays its packages for Go; no network, no cache of anybody else.
GO111MODULE=off GOPATH=/usr/share/gocode GOCACHE=$scratch/go-cache GOFLAGS= go run "$here/src/test/go/log/main.go" "${folders[@]}"

for folder in "${folders[@]}"; do
  for pair in "public.der signature text" "witness.der cosignature cosigned-text"; do
    read -r key signature text <<<"$pair"
    check=(openssl pkeyutl -verify -pubin -keyform DER -inkey "$folder/$key" -rawin -sigfile "$folder/$signature")
    "${check[@]}" -in "$folder/$text" >/dev/null || { echo "others-check-the-log: openssl refuses $signature of $folder" >&2; exit 1; }
    { cat "$folder/$text"; echo; } >"$scratch/altered"
    if "${check[@]}" -in "$scratch/altered" >/dev/null 2>&1; then echo "others-check-the-log: openssl takes an altered $text" >&2; exit 1; fi
  done
done
echo "openssl: ${#folders[@]} checkpoints and their cosignatures"

cp "$here/src/test/npm/log/check.js" "$here/target/npm/log/check.js"
node "$here/target/npm/log/check.js" "${folders[@]}"
echo "others-check-the-log: logs of ${sizes[*]} entries hold for all of them"
