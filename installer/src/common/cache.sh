# Says in $start what is to be done about the start-up cache $cache of this very JDK and these very jars: it is read,
# recorded, or there is none to think of. Sourced by the start scripts.
#
# A new cache is tried once, which takes half a second, and made anew if Java cannot use it. While one is being recorded,
# nobody else reads or records: only one program may write it, at its end. Where the folder cannot be written to there is
# none.
good=$cache.good
recorder=$cache.recorder
start=''
by=$(cat "$recorder" 2>/dev/null || true)
if [ -n "$by" ] && [ "$by" != $$ ] && kill -0 "$by" 2>/dev/null; then
  start=''
elif [ ! -w "$home/lib" ]; then
  if [ -r "$cache" ]; then
    start=read
  fi
else
  rm -f "$recorder"
  start=record
  if [ -e "$cache" ]; then
    start=read
    if [ -n "$(find "$cache" "$home"/lib/*.jar -newer "$good" 2>/dev/null || echo untried)" ]; then
      # shellcheck disable=SC2086
      if "$jdk/bin/java" $options -XX:AOTMode=on "-XX:AOTCache=$cache" -classpath "$path" -version >/dev/null 2>&1; then
        touch "$good"
      else
        rm -f "$cache" "$good"
        start=record
      fi
    fi
  fi
fi
