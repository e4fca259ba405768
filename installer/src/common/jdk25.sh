# Finds a JDK 25 and names its folder in $jdk; says in plain words when there is none. Sourced by the start scripts.

is25() { [ -x "$1/bin/java" ] && "$1/bin/java" -version 2>&1 | head -n 1 | grep -q '"25[".+-]'; }

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
