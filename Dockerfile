# The portal; with DOCUMENT_SERVER_URL unset it brings the embedded document server along.
FROM node:22-bookworm-slim AS build
WORKDIR /srv/lectern
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
COPY . .
RUN node -e "import('./scripts/lib/install.mjs').then((m) => m.ensureInstalled()).then(() => import('./scripts/lib/build.mjs')).then((m) => m.ensureBuilt())"
# Only what runs stays: compilers, linters and browsers' drivers go.
RUN rm -rf node_modules packages/*/node_modules fixtures e2e \
 && npx --yes "$(node -p "require('./package.json').packageManager")" install --prod --frozen-lockfile --prefer-offline

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/var/lib/lectern
# The embedded document server turns DjVu and XPS files into PDF by these.
RUN apt-get update && apt-get install -y --no-install-recommends djvulibre-bin libgxps-utils && rm -rf /var/lib/apt/lists/*
WORKDIR /srv/lectern
COPY --from=build --chown=node:node /srv/lectern /srv/lectern
RUN install -d -o node -g node /var/lib/lectern
USER node
VOLUME /var/lib/lectern
EXPOSE 3000
HEALTHCHECK --start-period=30s CMD node -e "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "packages/launcher/dist/main.js"]
