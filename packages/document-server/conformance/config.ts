/** Which document server is meant, from the environment that `npm run conformance` sets. */
export function readTarget(environment: NodeJS.ProcessEnv = process.env) {
  const { CONFORMANCE_URL, CONFORMANCE_SECRET, CONFORMANCE_JWT_HEADER, CONFORMANCE_PORTAL_HOST } = environment
  if (!CONFORMANCE_URL) return undefined
  return {
    url: CONFORMANCE_URL.replace(/\/+$/, ''),
    secret: CONFORMANCE_SECRET ?? '',
    jwtHeader: CONFORMANCE_JWT_HEADER || 'Authorization',
    portalHost: CONFORMANCE_PORTAL_HOST || '127.0.0.1',
  }
}
