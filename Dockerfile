# The command line and the worker. Debian, since Temporal's library needs glibc.
FROM node:24-slim
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates rsync \
    && rm -rf /var/lib/apt/lists/* \
    && install --directory --owner=node --group=node /data
WORKDIR /opt/nightjar
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
COPY . .
USER node
VOLUME /data
ENTRYPOINT ["node", "/opt/nightjar/cli/main.ts"]
CMD ["worker"]
