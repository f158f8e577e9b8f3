@echo off
rem Starts Auralis from its sources' folder, as the script "auralis" beside it does on other systems:
rem finds a JDK 17 or newer, builds what is missing or older than its sources, hands over to Java.
rem Environment: JAVA_HOME (the JDK to use), AURALIS_JAVA_OPTIONS (further options for the JVM).
setlocal EnableExtensions DisableDelayedExpansion
set "AURALIS_ROOT=%~dp0."
set "AURALIS_WORK=%~dp0target"

call :find_java
if not defined JDK (
    >&2 echo Auralis needs a JDK 17 or newer and found none. Install one from https://adoptium.net, or set JAVA_HOME to one.
    exit /b 1
)
call :stale
if not errorlevel 1 goto start
call :build
if errorlevel 1 exit /b 1

:start
for %%j in ("%~dp0app\target\auralis-app-*.jar") do set "JAR=%%~fj"
set "UNSAFE="
if %FEATURE% GEQ 23 set "UNSAFE=--sun-misc-unsafe-memory-access=allow"
"%JDK%\bin\java.exe" -XX:+UseG1GC -Xmx2g -Xlog:disable -Xlog:all=error:stderr ^
    --enable-native-access=ALL-UNNAMED %UNSAFE% -Dfile.encoding=UTF-8 %AURALIS_JAVA_OPTIONS% ^
    -cp "%JAR%;%~dp0app\target\lib\*" auralis.app.Main %*
exit /b %ERRORLEVEL%

rem JAVA_HOME, then the PATH, then the usual places; sets JDK and FEATURE.
:find_java
set "JDK="
if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined JDK for /f "delims=" %%j in ('where javac 2^>nul') do if not defined JDK call :try "%%~dpj.."
for %%v in ("Eclipse Adoptium" Java Microsoft Zulu "Amazon Corretto" BellSoft) do (
    for /d %%d in ("%ProgramFiles%\%%~v\*") do if not defined JDK call :try "%%~fd"
)
exit /b 0

:try
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "FEATURE=0"
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
    for /f "delims=.-+_" %%f in ("%%~v") do set "FEATURE=%%f"
)
if %FEATURE% GEQ 17 set "JDK=%~f1"
exit /b 0

rem Exit code 1 when there is no build or a source is newer than it.
:stale
powershell -NoProfile -Command "$jar = Get-Item \"$env:AURALIS_ROOT\app\target\auralis-app-*.jar\" -ErrorAction SilentlyContinue; if (-not $jar) { exit 1 }; $sources = 'pom.xml', '*\pom.xml', '*\src\main', 'assets\css', 'assets\demo', 'assets\icons', 'assets\presets' | ForEach-Object { Get-Item \"$env:AURALIS_ROOT\$_\" -ErrorAction SilentlyContinue }; $newer = @($sources) + @($sources | Get-ChildItem -Recurse) | Where-Object { $_.LastWriteTime -gt $jar[0].LastWriteTime }; if ($newer) { exit 1 }"
exit /b %ERRORLEVEL%

rem One build at a time: whoever makes the lock's folder builds.
:build
where mvn >nul 2>nul
if errorlevel 1 (
    >&2 echo Auralis must be built first, which needs Maven. Install it from https://maven.apache.org and put it on the PATH.
    exit /b 1
)
if not exist "%AURALIS_WORK%" md "%AURALIS_WORK%"
md "%AURALIS_WORK%\launcher.lock" 2>nul
if errorlevel 1 (
    >&2 echo Another start of Auralis is building. Wait for it; if none is, remove "%AURALIS_WORK%\launcher.lock".
    exit /b 1
)
>&2 echo Building Auralis...
if exist "%~dp0app\target\lib" rd /s /q "%~dp0app\target\lib"
del /q "%~dp0app\target\auralis-app-*.jar" 2>nul
pushd "%~dp0"
setlocal
set "JAVA_HOME=%JDK%"
call mvn -q -B -Dstyle.color=never -pl app -am package -Dmaven.test.skip=true -Dspotless.check.skip=true >"%AURALIS_WORK%\launcher-build.log" 2>&1
endlocal & set "BUILT=%ERRORLEVEL%"
popd
rd "%AURALIS_WORK%\launcher.lock"
if not "%BUILT%"=="0" (
    >&2 type "%AURALIS_WORK%\launcher-build.log"
    >&2 echo Auralis could not be built. The whole log: %AURALIS_WORK%\launcher-build.log
    exit /b 1
)
exit /b 0
