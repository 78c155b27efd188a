import { notFound, Problem, Queries, sha256, type Tx, UnitOfWork } from '@daegaejo/platform';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { lockedUntil } from '../rules/index.js';
import { LoginAttemptEntity, PersonEntity } from '../store/person.entity.js';
import { hashPassword, verifyPassword } from './passwords.js';
import { endSessions, openSession, type SignedIn } from './sessions.js';

/** What a sign-in answers with. */
export interface Opened {
  readonly token: string;
  readonly signedIn: Omit<SignedIn, 'actor'>;
}

/** Sign-in, rotation and password change. Hashing happens outside any transaction. */
@Injectable()
export class SignIn {
  constructor(
    private readonly queries: Queries,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Same answer and same time for an unknown name and a wrong password; 429 while the name is locked. */
  async login(username: string, password: string, requestId: string): Promise<Opened> {
    const key = sha256(username.normalize('NFC').trim().toLowerCase());
    const { person, attempt } = await this.queries.run(async ({ manager }) => ({
      person: await manager.findOneBy(PersonEntity, { username: username.trim().toLowerCase(), disabledAt: IsNull() }),
      attempt: await manager.findOneBy(LoginAttemptEntity, { id: key }),
    }));
    refuseWhileLocked(attempt);
    const right = await verifyPassword(person?.passwordHash ?? null, password);
    return this.unitOfWork
      .run({ personId: person?.id ?? null, requestId }, async (tx) => {
        if (!right || person === null) return countFailure(tx, key);
        await tx.manager.delete(LoginAttemptEntity, { id: key });
        const { token, session } = await openSession(tx, person.id);
        await tx.record({ type: 'SignedIn', subject: { kind: 'person', id: person.id } });
        return { token, signedIn: { person, session } };
      })
      .then((opened) => {
        if (opened === null) throw new Problem(401, 'login.wrong');
        return opened;
      });
  }

  /** A new token for the same person; the old one ends in the same transaction. */
  rotate(current: SignedIn, requestId: string): Promise<Opened> {
    return this.unitOfWork.run({ personId: current.person.id, requestId }, async (tx) => {
      await endSessions(tx.manager, current.person.id, current.session.id);
      const { token, session } = await openSession(tx, current.person.id);
      return { token, signedIn: { person: current.person, session } };
    });
  }

  /** Changes the password; every session of the person ends and a new one opens. */
  async changePassword(
    current: SignedIn,
    currentPassword: string,
    newPassword: string,
    requestId: string,
  ): Promise<Opened> {
    if (!(await verifyPassword(current.person.passwordHash, currentPassword)))
      throw new Problem(
        422,
        'content.invalid',
        { count: 1 },
        { findings: [{ field: 'currentPassword', code: 'login.wrong-current' }] },
      );
    const passwordHash = await hashPassword(newPassword);
    return this.unitOfWork.run({ personId: current.person.id, requestId }, async (tx) => {
      const person = await tx.manager.findOneBy(PersonEntity, { id: current.person.id });
      if (person === null) throw notFound();
      await tx.manager.update(
        PersonEntity,
        { id: person.id },
        { passwordHash, mustChangePassword: false, version: person.version + 1 },
      );
      await endSessions(tx.manager, person.id);
      await tx.record({ type: 'PasswordChanged', subject: { kind: 'person', id: person.id } });
      const { token, session } = await openSession(tx, person.id);
      return { token, signedIn: { person: { ...person, mustChangePassword: false }, session } };
    });
  }
}

function refuseWhileLocked(attempt: LoginAttemptEntity | null): void {
  const until = attempt?.lockedUntil ?? null;
  if (until === null || Date.parse(until) <= Date.now()) return;
  const seconds = Math.ceil((Date.parse(until) - Date.now()) / 1000);
  throw new Problem(429, 'login.locked', { seconds }, { retryAfterSeconds: seconds });
}

/** Answers null instead of throwing, so that the count is committed. */
async function countFailure(tx: Tx, key: string): Promise<null> {
  const attempt = await tx.manager.findOneBy(LoginAttemptEntity, { id: key });
  const failures = (attempt?.failures ?? 0) + 1;
  const until = lockedUntil(failures, Date.now());
  await tx.manager.upsert(
    LoginAttemptEntity,
    { id: key, failures, lockedUntil: until === null ? null : new Date(until).toISOString() },
    ['id'],
  );
  return null;
}
