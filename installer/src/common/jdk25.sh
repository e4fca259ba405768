# Finds a JDK 25 and names its folder in $jdk; says in plain words when there is none. Sourced by the start scripts.

# A JDK tells its version in a file; only one that has none is started to be asked, which takes longer.
is25() {
  [ -x "$1/bin/java" ] || return 1
  if [ -r "$1/release" ]; then
    grep -q '^JAVA_VERSION="25[".+-]' "$1/release"
  else
    "$1/bin/java" -version 2>&1 | grep -q ' version "25[".+-]'
  fi
}

jdk=''
for candidate in "${JAVA25_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
  if [ -n "$candidate" ] && is25 "$candidate"; then
    jdk=$candidate
    break
  fi
done
if [ -z "$jdk" ] && onpath=$(command -v java); then
  candidate=$(dirname -- "$(dirname -- "$(readlink -f -- "$onpath")")")
  if is25 "$candidate"; then
    jdk=$candidate
  fi
fi
if [ -z "$jdk" ]; then
  echo 'ClinicDesk needs Java 25 and found none. Install a JDK 25, or set JAVA25_HOME to the folder of one.' >&2
  exit 2
fi
