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

unnamed=0
libraries=$(sed -n 's|^BOOT-INF/lib/\(.*\)\.jar$|\1|p' <<<"$entries")
for library in $libraries; do
  name=${library%%-[0-9]*}
  # Put there by the packager, which is of the same version as the rest of its house.
  [ "$name" != spring-boot-jarmode-tools ] || continue
  grep -q "\"pkg:maven/[^\"]*/$name@${library#"$name"-}[?\"]" "$scratch/$bill" || { echo "names-its-parts: does not name $library" >&2; unnamed=1; }
done
[ "$unnamed" = 0 ]
echo "names-its-parts: names all $(wc -w <<<"$libraries") libraries"
