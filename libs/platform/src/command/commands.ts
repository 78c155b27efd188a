import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { prepared } from '../data/prepared.js';
import { insertRecord } from '../data/records.js';
import { Problem } from '../errors/problem.js';
import { canonicalJson } from '../rules/index.js';
import { IdempotencyRecordEntity } from './idempotency-record.entity.js';
import { type Principal, type Tx, UnitOfWork } from './unit-of-work.js';

/** What the transport knows of one command. */
export interface CommandMeta extends Principal {
  readonly operation: string;
  readonly idempotencyKey: string | null;
  /** Everything the request asks: path, query and body; the same key with other content is refused. */
  readonly request: unknown;
}

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
/** SHA-256 of the canonical JSON of `content`, in hex. */
export const contentHash = (content: unknown): string => sha256(canonicalJson(content));

type Answer = Pick<IdempotencyRecordEntity, 'requestHash' | 'answer'>;
const EARLIER = `SELECT "requestHash", "answer" FROM "idempotency_record" WHERE "id" = ?`;

/** Runs use cases: one unit of work each; with an Idempotency-Key the same request is answered once and for all. */
@Injectable()
export class Commands {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  run<T>(meta: CommandMeta, work: (tx: Tx) => Promise<T>): Promise<T> {
    const { idempotencyKey } = meta;
    if (idempotencyKey === null) return this.unitOfWork.run(meta, work);
    const id = sha256(`${meta.personId}\n${meta.operation}\n${idempotencyKey}`);
    const requestHash = contentHash(meta.request);
    return this.unitOfWork.run(meta, async (tx) => {
      if (tx.dialect === 'postgres')
        await prepared(tx.manager, 'SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [id]);
      const [earlier] = (await prepared<Answer>(tx.manager, EARLIER, [id])).rows;
      if (earlier !== undefined) {
        if (earlier.requestHash !== requestHash) throw new Problem(422, 'idempotency-key.reused');
        return JSON.parse(earlier.answer) as T;
      }
      const answer = await work(tx);
      await insertRecord(tx.manager, IdempotencyRecordEntity, {
        id,
        operation: meta.operation,
        requestHash,
        answer: JSON.stringify(answer ?? null),
        createdAt: tx.now,
      });
      return answer;
    });
  }
}
