#!/usr/bin/env bash
# Everything from a fresh clone to a verdict: system programs, npm packages, then lint, type check and tests.
set -euo pipefail
cd "$(dirname "$0")/.."

node -e 'if (Number(process.versions.node.split(".")[0]) < 20) { console.error("Node 20 or newer is needed, this is " + process.version); process.exit(1) }'
bash scripts/installTools.sh

# npm ci only when the lock has changed since the last one
stamp=node_modules/.package-lock.sha256
lock=$(node -p 'require("crypto").createHash("sha256").update(require("fs").readFileSync("package-lock.json")).digest("hex")')
if [ "$(cat "$stamp" 2>/dev/null || true)" != "$lock" ]; then
  npm ci
  printf '%s\n' "$lock" >"$stamp"
fi

npm test
