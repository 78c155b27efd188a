import { randomBytes } from 'node:crypto';
import { Queries, sha256, type Tx } from '@daegaejo/platform';
import Tokens from '@fastify/csrf';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import type { Actor, Grant } from '../rules/index.js';
import { PersonEntity, RoleGrantEntity, SessionEntity } from '../store/person.entity.js';

const LIFETIME_MS = 8 * 3_600_000; // a working day
const csrfTokens = new Tokens({ userInfo: false });

/** Somebody signed in: his session, and his rights as they stand now. */
export interface SignedIn {
  readonly actor: Actor;
  readonly person: PersonEntity;
  readonly session: SessionEntity;
}

/** Opens a session; the token leaves here once and is stored only as a hash. */
export async function openSession(tx: Tx, personId: string): Promise<{ token: string; session: SessionEntity }> {
  const token = randomBytes(32).toString('base64url');
  const session: SessionEntity = {
    id: tx.newId(),
    tokenHash: sha256(token),
    personId,
    csrfSecret: csrfTokens.secretSync(),
    createdAt: new Date().toISOString(),
    expiresAt: new Date(Date.now() + LIFETIME_MS).toISOString(),
    endedAt: null,
  };
  await tx.manager.insert(SessionEntity, session);
  return { token, session };
}

/** Ends one session, or every other session of the person. */
export async function endSessions(manager: EntityManager, personId: string, only: string | null = null): Promise<void> {
  const which = only === null ? { personId, endedAt: IsNull() } : { id: only, endedAt: IsNull() };
  await manager.update(SessionEntity, which, { endedAt: new Date().toISOString() });
}

export const csrfTokenOf = (session: SessionEntity): string => csrfTokens.create(session.csrfSecret);
export const csrfTokenFits = (session: SessionEntity, token: string | undefined): boolean =>
  token !== undefined && csrfTokens.verify(session.csrfSecret, token);

/** Finds who a token belongs to; rights are read from the database at every request. */
@Injectable()
export class Sessions {
  constructor(private readonly queries: Queries) {}

  find(token: string): Promise<SignedIn | null> {
    return this.queries.run(async ({ manager }) => {
      // one statement: every request begins with it
      const found = await manager
        .createQueryBuilder(SessionEntity, 'session')
        .innerJoinAndMapOne('session.person', PersonEntity, 'person', 'person.id = session.personId')
        .leftJoinAndMapMany(
          'session.grants',
          RoleGrantEntity,
          'held',
          'held.personId = session.personId AND held.revokedAt IS NULL',
        )
        .where('session.tokenHash = :hash AND session.endedAt IS NULL AND person.disabledAt IS NULL')
        .setParameter('hash', sha256(token))
        .getOne();
      if (found === null || found.expiresAt <= new Date().toISOString()) return null;
      const { person, grants, ...session } = found as SessionEntity & {
        readonly person: PersonEntity;
        readonly grants: readonly RoleGrantEntity[];
      };
      return { session, person, actor: { personId: person.id, grants: grants.map(grantOf) } };
    });
  }
}

export async function grantsOf(manager: EntityManager, personId: string): Promise<Grant[]> {
  const rows = await manager.findBy(RoleGrantEntity, { personId, revokedAt: IsNull() });
  return rows.map(grantOf);
}

const grantOf = ({ role, organisationId, roundId }: RoleGrantEntity): Grant => ({ role, organisationId, roundId });

/** People who hold `role` now, among `personIds`. */
export async function holdersOf(
  manager: EntityManager,
  role: Grant['role'],
  personIds: readonly string[],
): Promise<Set<string>> {
  const rows = await manager.findBy(RoleGrantEntity, { role, personId: In([...personIds]), revokedAt: IsNull() });
  return new Set(rows.map((row) => row.personId));
}
