# syntax=docker/dockerfile:1
# The portal: frontend and backend in one image, which runs as a user without rights and writes nothing
# but temporary files. Build: `docker build --tag fabrique .`

FROM node:24-trixie-slim AS build
WORKDIR /portal
RUN npm install --global @yarnpkg/cli-dist@4.18.1
COPY . .
RUN --mount=type=cache,target=/root/.yarn/berry/cache,sharing=locked \
    yarn install --immutable
RUN yarn tsc && yarn build:backend
# What the next stages unpack: the package.json files first, so that their layer is kept while only code changes.
RUN mkdir skeleton bundle \
    && tar xzf packages/backend/dist/skeleton.tar.gz -C skeleton \
    && tar xzf packages/backend/dist/bundle.tar.gz -C bundle

FROM node:24-trixie-slim AS dependencies
WORKDIR /portal
RUN npm install --global @yarnpkg/cli-dist@4.18.1
COPY .yarnrc.yml package.json yarn.lock backstage.json ./
COPY --from=build /portal/skeleton ./
RUN --mount=type=cache,target=/root/.yarn/berry/cache,sharing=locked \
    yarn workspaces focus --all --production

FROM node:24-trixie-slim
ENV NODE_ENV=production
WORKDIR /portal
COPY --from=dependencies /portal ./
COPY --from=build /portal/bundle ./
COPY templates ./templates
COPY app-config.production.yaml ./
# The "node" user of the image, by number: Kubernetes' runAsNonRoot cannot check a name.
USER 1000:1000
EXPOSE 7007
HEALTHCHECK --interval=30s --timeout=5s --start-period=90s --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:7007/.backstage/health/v1/readiness').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "packages/backend", "--config", "app-config.production.yaml"]
