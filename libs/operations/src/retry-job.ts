import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { databaseTime, lockRow, notFound, OutboxJobEntity, refused, rowsOf, type Tx } from '@daegaejo/platform';
import { JOB_TABLE, nextState } from '@daegaejo/platform/rules';
import { Not } from 'typeorm';

/** The administrator sends a dead letter on its way again, as if it had never failed. 409 for a job that is not dead. */
export async function retryJob(tx: Tx, actor: Actor, input: { jobId: string }): Promise<OutboxJobEntity> {
  authorise(actor, 'retryJob');
  await lockRow(tx, 'outbox_job', input.jobId);
  const job = await tx.manager.findOneBy(OutboxJobEntity, { id: input.jobId });
  if (job === null) throw notFound();
  // What else can happen to a job is not a person's to do: no action is open.
  if (nextState(JOB_TABLE, job.state, 'retry') === null) throw refused('job.not-dead', [], { state: job.state });
  const { dedupeKey } = job;
  if (
    dedupeKey !== null &&
    (await tx.manager.existsBy(OutboxJobEntity, { dedupeKey, state: 'waiting', id: Not(job.id) }))
  )
    throw refused('job.covered', []);
  await rowsOf(
    tx.manager,
    tx.dialect,
    `UPDATE "outbox_job" SET "state" = 'waiting', "failures" = 0, "leases" = 0, "finishedAt" = NULL, "announcedAt" = NULL,
       "dueAt" = ${databaseTime(tx.dialect)} WHERE "id" = ? AND "state" = 'dead'`,
    [job.id],
  );
  await tx.record({
    type: 'JobRetried',
    subject: { kind: 'job', id: job.id },
    from: 'dead',
    to: 'waiting',
    data: { name: job.name },
  });
  return tx.manager.findOneByOrFail(OutboxJobEntity, { id: job.id });
}
