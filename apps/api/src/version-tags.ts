import type { FastifyReply, FastifyRequest } from 'fastify';

/** A record that carries a version is answered with it as its ETag, ready for If-Match. */
export async function versionTags(_request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  const version = (payload as { version?: unknown } | null)?.version;
  if (Number.isSafeInteger(version) && reply.statusCode < 300) void reply.header('ETag', `"${String(version)}"`);
  return payload;
}
