#!/bin/sh
# Makes docs/images/dossier.png: an account in the dossier of the example pile, as a browser shows it.
# Run from the repository's root after `make .venv/.ready`; needs chromium.  $1: the account's number (default 1).
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
.venv/bin/python -m whence build examples/pile --case "$work/case" --knowledge examples/knowledge \
  --name "The example pile" >/dev/null 2>&1 || [ $? -eq 3 ]
.venv/bin/python -m whence dossier "$work/case" -o "$work/dossier.html"
# the page of this account alone: the rest is hidden, for which the page's own policy must go
sed -e '/Content-Security-Policy/d' -e "s|</head>|<style>.mast,nav.top,.foot,main>section:not(#accounts),#accounts>:not(#a${1:-1})\
{display:none}main{padding-top:.1rem}</style></head>|" "$work/dossier.html" > "$work/one.html"
chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
  --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$work/profile" \
  --window-size=1040,1250 --screenshot=docs/images/dossier.png "file://$work/one.html" >/dev/null 2>&1
ls -l docs/images/dossier.png
