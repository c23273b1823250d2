#!/usr/bin/env bash
# The bill of materials in the jar names every library that the jar brings along.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
jar=$here/target/lianxin.jar
scratch=$(mktemp -d "$here/target/parts.XXXXXX")
trap 'rm -rf "$scratch"' EXIT

entries=$("$JAVA_HOME/bin/jar" tf "$jar")
bill=$(grep 'META-INF/sbom/application.cdx.json$' <<<"$entries") ||
  { echo "names-its-parts: there is no bill in the jar; Maven makes none while it is offline" >&2; exit 1; }
(cd "$scratch" && "$JAVA_HOME/bin/jar" xf "$jar" "$bill")

named=$(sed -n 's|.*"pkg:maven/[^/]*/\([^@"?]*\)@\([^"?]*\).*|\1-\2|p' "$scratch/$bill")
unnamed=0
libraries=$(sed -n 's|^BOOT-INF/lib/\(.*\)\.jar$|\1|p' <<<"$entries")
for library in $libraries; do
  # Put there by the packager, which is of the same version as the rest of its house.
  [[ $library != spring-boot-jarmode-tools-* ]] || continue
  grep -Fqx -- "$library" <<<"$named" || { echo "names-its-parts: does not name $library" >&2; unnamed=1; }
done
[ "$unnamed" = 0 ]
echo "names-its-parts: names all $(wc -w <<<"$libraries") libraries"
