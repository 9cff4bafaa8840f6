#!/bin/sh
# The command as the service runs it: as its user, with its configuration and its state folder.
# Installed as /usr/local/bin/breakwater. For one of several: BREAKWATER_NAME=blog breakwater ...

name=${BREAKWATER_NAME:-breakwater}
BREAKWATER_CONFIG=${BREAKWATER_CONFIG:-/etc/breakwater/$name.yaml}
if [ "$name" = breakwater ]; then
  BREAKWATER_STATE=${BREAKWATER_STATE:-/var/lib/breakwater}
else
  BREAKWATER_STATE=${BREAKWATER_STATE:-/var/lib/breakwater-$name}
fi
export BREAKWATER_CONFIG BREAKWATER_STATE

set -- /opt/breakwater/bin/node --disable-warning=ExperimentalWarning \
  /opt/breakwater/dist/cli/main.js "$@"
[ "$(id -un)" = breakwater ] && exec "$@"
exec runuser -u breakwater -- "$@"
