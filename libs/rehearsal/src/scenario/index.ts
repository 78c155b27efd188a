import type { FastifyInstance } from 'fastify';
export async function loadFullDemo(_fastify: unknown): Promise<void> {}
export type { FastifyInstance };
