@echo off
rem Opens holdslides in the browser. The first time, what it needs is made in the folder .venv.
rem With the word "ikon" it puts an icon on the desktop instead:  start-holdslides.bat ikon
chcp 65001 >nul
setlocal
cd /d "%~dp0"
title holdslides
set "MADE=.venv\pyproject-installeret.toml"

if /i "%~1"=="ikon" goto icon
if not exist ".venv\Scripts\holdslides.exe" goto ready
fc /b pyproject.toml "%MADE%" >nul 2>nul
if errorlevel 1 goto ready
goto start

:ready
set "PYTHON="
for %%P in ("py -3" "python" "python3") do (
  if not defined PYTHON (
    %%~P -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul && set "PYTHON=%%~P"
  )
)
if not defined PYTHON (
  echo holdslides skal bruge Python 3.11 eller nyere.
  echo Hent det gratis på python.org/downloads. Sæt kryds ved "Add python.exe to PATH", og start igen.
  goto failed
)
echo Gør holdslides klar. Det sker kun denne ene gang og tager et par minutter ...
if not exist ".venv\Scripts\python.exe" (
  %PYTHON% -m venv .venv || (
    echo Mappen .venv kan ikke laves i "%~dp0"
    goto failed
  )
)
".venv\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check .
if errorlevel 1 (
  echo Det kunne ikke hentes. Er der forbindelse til internettet? Start igen, når der er.
  goto failed
)
copy /y pyproject.toml "%MADE%" >nul
choice /c jn /n /m "Vil du have et ikon på skrivebordet? Tryk j eller n: "
if errorlevel 2 goto start
call :shortcut

:start
".venv\Scripts\holdslides.exe" web %*
if errorlevel 1 (
  echo.
  echo holdslides stoppede. Beskeden ovenfor siger hvorfor.
  goto failed
)
exit /b 0

:icon
call :shortcut
if errorlevel 1 goto failed
exit /b 0

:shortcut
set "HOLDSLIDES_BAT=%~dp0start-holdslides.bat"
set "HOLDSLIDES_ICON=%~dp0layouts\web\static\ikon.ico"
powershell -NoProfile -ExecutionPolicy Bypass -Command "$d = [Environment]::GetFolderPath('Desktop'); $s = (New-Object -ComObject WScript.Shell).CreateShortcut((Join-Path $d 'holdslides.lnk')); $s.TargetPath = $env:HOLDSLIDES_BAT; $s.WorkingDirectory = Split-Path $env:HOLDSLIDES_BAT; $s.IconLocation = $env:HOLDSLIDES_ICON; $s.Save()"
if errorlevel 1 (
  echo Ikonet kunne ikke laves.
  exit /b 1
)
echo Ikonet ligger nu på skrivebordet.
exit /b 0

:failed
echo.
pause
exit /b 1
