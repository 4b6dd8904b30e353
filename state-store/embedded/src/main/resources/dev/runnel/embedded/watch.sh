# Ends a PostgreSQL server that nobody uses any more, and itself with the server.
#
# Whoever uses the server holds the pipe "use" open. The kernel closes it when a process dies, and
# not while one is only paused. A pipe can be opened for writing at once if somebody holds it;
# otherwise that waits. So a child tries, and whether it still waits after a while is the answer.
#
# Whoever comes first holds the pipe and then looks for the mark "ending"; this script first leaves
# the mark and then looks at the pipe. So at least one of them sees the other, and gives way.
#
# Arguments: a name, the folder, seconds between looks, how many looks in a row must find nobody.
folder=$2 pause=$3 patience=$4
log_bytes=1048576

# Ctrl-C in the terminal where the router runs, or closing it, is not meant for this.
trap '' HUP INT QUIT

cd "$folder" || exit 1
echo $$ >watch

# Whether no later watch has taken over.
in_charge() { read -r owner <watch && [ "$owner" = $$ ]; } 2>/dev/null

server_lives() { read -r server <database/postmaster.pid && kill -0 "$server"; } 2>/dev/null

# Takes a pause, or as many seconds as are given.
used() {
  (: >use) &
  probe=$!
  sleep "${1:-$pause}"
  if kill "$probe" 2>/dev/null; then
    wait "$probe" 2>/dev/null
    return 1
  fi
}

bound_log() {
  if [ -f server.log ] && [ $(wc -c <server.log) -gt $log_bytes ]; then
    cp server.log server.log.1 && : >server.log
  fi
}

end_unused() {
  echo $$ >ending
  if ! used 1 && server_lives; then
    # A fast shutdown.
    kill -INT "$server"
    while server_lives; do sleep 0.2; done
  fi
  rm -f ending
}

idle=0
absent=0
while in_charge && [ -p use ] && [ $absent -lt 3 ]; do
  if ! server_lives; then
    absent=$((absent + 1))
    sleep "$pause"
  elif absent=0 && used; then
    idle=0
  else
    idle=$((idle + 1))
  fi
  bound_log
  if [ $idle -ge "$patience" ]; then
    end_unused
    idle=0
  fi
done
