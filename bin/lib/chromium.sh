# Sourced by the scripts beside it: finds the browser that the page is tested with and sets CHROMIUM to it.

find_chromium() {
  local candidate
  for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' \
    /Applications/Chromium.app/Contents/MacOS/Chromium; do
    if [ -n "$candidate" ] && command -v "$candidate"; then
      return
    fi
  done
}

CHROMIUM=$(find_chromium)
if [ -z "$CHROMIUM" ]; then
  printf '%s: Chromium or Chrome is missing, which the page is tested with. Install it (Debian: apt-get install chromium; Ubuntu: snap install chromium; macOS: brew install --cask google-chrome), or set CHROMIUM to it.\n' \
    "${0##*/}" >&2
  exit 1
fi
export CHROMIUM
