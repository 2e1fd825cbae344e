#!/bin/bash
# Åbner holdslides i browseren. Første gang laves det, den har brug for, i mappen .venv; det tager et par minutter.
# Med ordet "ikon" lægges et ikon på skrivebordet i stedet:  ./start-holdslides.command ikon
# (Skrevet, så også macOS' gamle bash, zsh og sh kan køre den.)
set -u
here="$(cd "$(dirname "$0")" && pwd)" || exit 1
cd "$here" || exit 1
python=.venv/bin/python
made=.venv/pyproject-installeret.toml
# where python.org and Homebrew put Python; a double click may not know these folders
PATH="$PATH:/usr/local/bin:/opt/homebrew/bin:/Library/Frameworks/Python.framework/Versions/Current/bin"

say() { printf '%s\n' "$@"; }

stop() {
  say "" "$@" ""
  if [ -t 0 ]; then
    printf 'Tryk Enter for at lukke. '
    read -r _
  fi
  exit 1
}

is_ready() { # the package can be used, and is the one of this folder
  [ -x "$python" ] && "$python" -c "import filecmp, sys, holdslides
sys.exit(not filecmp.cmp('pyproject.toml', '$made', False))" 2>/dev/null
}

is_empty_shell() { # macOS has a python3 that only asks to install developer tools
  case "$1" in /usr/bin/*) [ "$(uname)" = Darwin ] && ! xcode-select -p >/dev/null 2>&1 ;; *) return 1 ;; esac
}

find_python() {
  for name in python3.14 python3.13 python3.12 python3.11 python3; do
    found="$(command -v "$name")" || continue
    if ! is_empty_shell "$found" &&
      "$found" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      say "$found"
      return
    fi
  done
  return 1
}

make_ready() {
  [ -f pyproject.toml ] || stop "Filen ligger alene. Pak hele zip-filen ud, og start igen derfra."
  base="$(find_python)" || stop "holdslides skal bruge Python 3.11 eller nyere." \
    "Hent det gratis på python.org/downloads, installér det, og start igen."
  say "Gør holdslides klar. Det sker kun denne ene gang og tager et par minutter …"
  # an environment whose Python is gone, or that was interrupted, is made anew
  "$python" -m pip --version >/dev/null 2>&1 || "$base" -m venv --clear .venv ||
    stop "Mappen .venv kan ikke laves i $here"
  "$python" -m pip install --quiet --disable-pip-version-check . ||
    stop "Det kunne ikke hentes. Er der forbindelse til internettet? Start igen, når der er."
  cp pyproject.toml "$made"
}

quoted() { printf "'%s'" "$(printf '%s' "$1" | sed "s/'/'\\\\''/g")"; }

put_icon() {
  desktop="$HOME/Desktop"
  command -v xdg-user-dir >/dev/null 2>&1 && desktop="$(xdg-user-dir DESKTOP)"
  mkdir -p "$desktop" || stop "Skrivebordet findes ikke: $desktop"
  if [ "$(uname)" = Darwin ]; then
    icon="$desktop/holdslides.command"
    printf '#!/bin/bash\nexec %s\n' "$(quoted "$here/start-holdslides.command")" >"$icon"
  else
    icon="$desktop/holdslides.desktop"
    printf '[Desktop Entry]\nType=Application\nName=holdslides\nTerminal=true\nExec="%s"\nIcon=%s\n' \
      "$here/start-holdslides.command" "$here/layouts/web/static/ikon.svg" >"$icon"
  fi && chmod +x "$icon" || stop "Ikonet kunne ikke laves."
  say "Ikonet ligger nu på skrivebordet."
}

if [ "${1:-}" = ikon ]; then
  put_icon
  exit 0
fi
if ! is_ready; then
  make_ready
  if [ -t 0 ]; then
    printf 'Vil du have et ikon på skrivebordet? Skriv j eller n: '
    read -r answer
    case "$answer" in [jJ]*) put_icon ;; esac
  fi
fi
"$python" -m holdslides web ${1+"$@"} || stop "holdslides stoppede. Beskeden ovenfor siger hvorfor."
