#!/bin/bash
# Åbner holdslides i browseren. Første gang laves det, den har brug for, i mappen .venv; det tager et par minutter.
# Med ordet "ikon" lægges et ikon på skrivebordet i stedet:  ./start-holdslides.command ikon
set -u
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)" || exit 1
cd "$here" || exit 1
made=".venv/pyproject-installeret.toml"

say() { printf '%s\n' "$*"; }

stop() {
  say "" "$@" ""
  [ -t 0 ] && read -r -p "Tryk Enter for at lukke. "
  exit 1
}

find_python() {
  local name
  for name in python3.14 python3.13 python3.12 python3.11 python3; do
    if command -v "$name" >/dev/null 2>&1 &&
      "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$name"
      return
    fi
  done
  return 1
}

make_ready() {
  local python
  python="$(find_python)" || stop "holdslides skal bruge Python 3.11 eller nyere." \
    "Hent det gratis på python.org/downloads, installér det, og start igen."
  say "Gør holdslides klar. Det sker kun denne ene gang og tager et par minutter …"
  [ -x .venv/bin/python ] || "$python" -m venv .venv || stop "Mappen .venv kan ikke laves i $here"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check . ||
    stop "Det kunne ikke hentes. Er der forbindelse til internettet? Start igen, når der er."
  cp pyproject.toml "$made"
}

put_icon() {
  local desktop="$HOME/Desktop"
  command -v xdg-user-dir >/dev/null 2>&1 && desktop="$(xdg-user-dir DESKTOP)"
  mkdir -p "$desktop" || stop "Skrivebordet findes ikke: $desktop"
  if [ "$(uname)" = Darwin ]; then
    local icon="$desktop/holdslides.command"
    printf '#!/bin/bash\nexec %q\n' "$here/start-holdslides.command" >"$icon"
  else
    local icon="$desktop/holdslides.desktop"
    printf '[Desktop Entry]\nType=Application\nName=holdslides\nTerminal=true\nExec="%s"\nIcon=%s\n' \
      "$here/start-holdslides.command" "$here/layouts/web/static/ikon.svg" >"$icon"
  fi
  chmod +x "$icon"
  say "Ikonet ligger nu på skrivebordet."
}

if [ "${1:-}" = ikon ]; then
  put_icon
  exit 0
fi
if [ ! -x .venv/bin/holdslides ] || ! cmp -s pyproject.toml "$made"; then
  make_ready
  if [ -t 0 ]; then
    read -r -p "Vil du have et ikon på skrivebordet? Skriv j eller n: " answer
    case "$answer" in [jJ]*) put_icon ;; esac
  fi
fi
.venv/bin/holdslides web "$@" || stop "holdslides stoppede. Beskeden ovenfor siger hvorfor."
