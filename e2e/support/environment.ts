import { networkInterfaces } from 'node:os'

/** The document server the journeys were asked to use; undefined: the embedded one. */
export interface ExternalDocumentServer {
  url: string
  secret: string
  jwtHeader: string | undefined
  portalHost: string
}

/** Reads what scripts/e2e.mjs hands over. */
export function readExternalDocumentServer(environment = process.env): ExternalDocumentServer | undefined {
  const url = environment.E2E_DOCUMENT_SERVER_URL
  const secret = environment.E2E_DOCUMENT_SERVER_SECRET
  if (!url || !secret) return undefined
  return {
    url,
    secret,
    jwtHeader: environment.E2E_DOCUMENT_SERVER_JWT_HEADER || undefined,
    portalHost: environment.E2E_PORTAL_HOST || firstNetworkAddress(),
  }
}

function firstNetworkAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1'
}
