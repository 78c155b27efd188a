import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { InstallationEntity, invalid, notFound, type Tx } from '@daegaejo/platform';
import type { Instant } from '@daegaejo/platform/rules';

/**
 * Moves the clock of a rehearsal forward (모의 운영 시각 이동); it ticks on from there. On any other database
 * the route does not exist, so an administrator of a real one gets the same 404 as everybody for every unknown address.
 */
export async function moveClock(
  tx: Tx,
  actor: Actor,
  input: { now: Instant },
): Promise<{ rehearsal: true; now: Instant }> {
  const installation = await tx.manager.findOneBy(InstallationEntity, { id: 1 });
  if (installation?.rehearsal !== true) throw notFound();
  authorise(actor, 'setRehearsalClock');
  if (input.now <= tx.now) throw invalid([{ field: 'now', code: 'rehearsal.clock.backward', params: { now: tx.now } }]);
  const offsetMs = Date.parse(input.now) - Date.now();
  await tx.manager.update(InstallationEntity, { id: 1 }, { offsetMs: String(offsetMs) });
  await tx.record({
    type: 'RehearsalClockMoved',
    subject: { kind: 'installation', id: INSTALLATION },
    data: { from: tx.now, to: input.now },
  });
  return { rehearsal: true, now: input.now };
}

/** The installation has no UUID of its own; its history is kept under this one. */
export const INSTALLATION = '00000000-0000-4000-8000-000000000001';
