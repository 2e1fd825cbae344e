@echo off
rem Opens holdslides in the browser. The first time, what it needs is made in the folder .venv.
rem With the word "ikon" it puts an icon on the desktop instead:  start-holdslides.bat ikon
chcp 65001 >nul
setlocal EnableExtensions DisableDelayedExpansion
title holdslides
rem pushd and not cd: it gives a folder on a server a drive letter
pushd "%~dp0"
set "HERE=%~dp0"
set "VENV=.venv\Scripts\python.exe"
set "MADE=.venv\pyproject-installeret.toml"

if /i "%~1"=="ikon" goto icon
if not exist pyproject.toml (
  echo Filen ligger alene. Højreklik på zip-filen, vælg "Udpak alle", og start igen fra den nye mappe.
  goto failed
)
rem the package can be used, and is the one of this folder
if not exist "%VENV%" goto ready
"%VENV%" -c "import filecmp, sys, holdslides; sys.exit(not filecmp.cmp('pyproject.toml', sys.argv[1], False))" "%MADE%" >nul 2>nul
if %errorlevel% equ 0 goto start

:ready
rem 64-bit for Intel and AMD, which Windows on ARM runs too: what is drawn and printed with comes for no other
set "PYTHON="
for %%P in ("py -3" "python" "python3") do if not defined PYTHON call :try %%~P
if not defined PYTHON (
  echo holdslides skal bruge Python 3.11 eller nyere til Windows, 64-bit.
  echo Hent det gratis på python.org/downloads: "Windows installer (64-bit)". Sæt kryds ved "Add python.exe to PATH".
  echo Start så igen.
  goto failed
)
echo Gør holdslides klar. Det sker kun denne ene gang og tager et par minutter ...
rem an environment whose Python is gone, or that was interrupted, is made anew
if not exist "%VENV%" goto environment
"%VENV%" -m pip --version >nul 2>nul
if %errorlevel% equ 0 goto install

:environment
call %PYTHON% -m venv --clear .venv
if %errorlevel% neq 0 (
  echo Mappen .venv kan ikke laves i "%HERE%"
  goto failed
)

:install
"%VENV%" -m pip install --quiet --disable-pip-version-check .
if %errorlevel% neq 0 (
  echo Det kunne ikke hentes. Er der forbindelse til internettet? Start igen, når der er.
  goto failed
)
copy /y pyproject.toml "%MADE%" >nul
choice /c jn /n /m "Vil du have et ikon på skrivebordet? Tryk j eller n: "
if %errorlevel% neq 1 goto start
call :shortcut

:start
"%VENV%" -m holdslides web %*
if %errorlevel% neq 0 (
  echo.
  echo holdslides stoppede. Beskeden ovenfor siger hvorfor.
  goto failed
)
exit /b 0

:icon
call :shortcut
if %errorlevel% neq 0 goto failed
exit /b 0

:try
rem call: some Pythons are started by a batch file; the one of the Microsoft Store only fails here
call %* -c "import sys, sysconfig; sys.exit(sys.version_info < (3, 11) or sysconfig.get_platform() != 'win-amd64')" >nul 2>nul
if %errorlevel% equ 0 set "PYTHON=%*"
exit /b 0

:shortcut
set "HOLDSLIDES_BAT=%~dp0start-holdslides.bat"
set "HOLDSLIDES_ICON=%~dp0layouts\web\static\ikon.ico"
powershell -NoProfile -ExecutionPolicy Bypass -Command "$ErrorActionPreference = 'Stop'; $d = [Environment]::GetFolderPath('Desktop'); $s = (New-Object -ComObject WScript.Shell).CreateShortcut((Join-Path $d 'holdslides.lnk')); $s.TargetPath = $env:HOLDSLIDES_BAT; $s.WorkingDirectory = Split-Path $env:HOLDSLIDES_BAT; $s.IconLocation = $env:HOLDSLIDES_ICON; $s.Save()"
if %errorlevel% neq 0 (
  echo Ikonet kunne ikke laves.
  exit /b 1
)
echo Ikonet ligger nu på skrivebordet.
exit /b 0

:failed
echo.
pause
exit /b 1
