#!/bin/sh
# Starts a run, waits for its end, and tells who failed. Needs curl and jq.
set -eu
url=${BANTUBAYAR_URL:-http://localhost:3000}

call() {
  curl --silent --show-error --fail-with-body --max-time 30 \
    --header "Authorization: Bearer $BANTUBAYAR_TOKEN" --header 'Content-Type: application/json' "$@"
}

id=$(call "$url/admin/sync-pembayaran/start" --data '{"queue":true}' | jq --raw-output .runId)
while run=$(call "$url/admin/sync-pembayaran/runs/$id"); do
  case $(echo "$run" | jq --raw-output .status) in
    completed | partial | cancelled | failed) break ;;
  esac
  sleep 1
done
echo "$run" | jq --raw-output '"Run \(.id) \(.status): \(.successCount) of \(.total) students, \(.failed) failed"'
call "$url/admin/sync-pembayaran/runs/$id/siswa?outcome=failed&limit=500" |
  jq --raw-output '.items[] | "\(.idperson) \(.nama): \(.reason)"'
