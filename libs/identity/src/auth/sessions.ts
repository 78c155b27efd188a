import { randomBytes } from 'node:crypto';
import { Queries, rowsOf, sha256, type Tx } from '@daegaejo/platform';
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
  readonly person: SignedInPerson;
  readonly session: OpenSession;
}

type SignedInPerson = Pick<PersonEntity, 'id' | 'username' | 'passwordHash' | 'mustChangePassword'>;
type OpenSession = Pick<SessionEntity, 'id' | 'csrfSecret' | 'expiresAt'>;

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

export const csrfTokenOf = (session: OpenSession): string => csrfTokens.create(session.csrfSecret);
export const csrfTokenFits = (session: OpenSession, token: string | undefined): boolean =>
  token !== undefined && csrfTokens.verify(session.csrfSecret, token);

/** A session with its person and one of his rights, as the statement answers them. */
interface SessionRow extends Omit<SignedInPerson, 'mustChangePassword'>, Pick<Grant, 'organisationId' | 'roundId'> {
  readonly sessionId: string;
  readonly csrfSecret: string;
  readonly expiresAt: string;
  /** 0 or 1 in SQLite. */
  readonly mustChangePassword: boolean | number;
  /** null for somebody without any right. */
  readonly role: Grant['role'] | null;
}

/** One statement, written out: every request begins with it. */
const WHO_ASKS = `
  SELECT s."id" AS "sessionId", s."csrfSecret", s."expiresAt", p."id", p."username", p."passwordHash", p."mustChangePassword",
    g."role", g."organisationId", g."roundId"
  FROM "session" s
  JOIN "person" p ON p."id" = s."personId"
  LEFT JOIN "role_grant" g ON g."personId" = p."id" AND g."revokedAt" IS NULL
  WHERE s."tokenHash" = ? AND s."endedAt" IS NULL AND p."disabledAt" IS NULL`;

/** Finds who a token belongs to; rights are read from the database at every request. */
@Injectable()
export class Sessions {
  constructor(private readonly queries: Queries) {}

  find(token: string): Promise<SignedIn | null> {
    return this.queries.timeless(async ({ manager, dialect }) => {
      const rows = await rowsOf<SessionRow>(manager, dialect, WHO_ASKS, [sha256(token)]);
      const [found] = rows;
      if (found === undefined || found.expiresAt <= new Date().toISOString()) return null;
      const { id, username, passwordHash, sessionId, csrfSecret, expiresAt } = found;
      return {
        session: { id: sessionId, csrfSecret, expiresAt },
        person: { id, username, passwordHash, mustChangePassword: Boolean(found.mustChangePassword) },
        actor: {
          personId: id,
          grants: rows.flatMap(({ role, organisationId, roundId }) =>
            role === null ? [] : [{ role, organisationId, roundId }],
          ),
        },
      };
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
