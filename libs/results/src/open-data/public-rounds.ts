import { ANONYMOUS } from '@daegaejo/identity/rules';
import type { Reading } from '@daegaejo/platform';
import { RoundEntity, visibleRounds } from '@daegaejo/round';
import { hasReached } from '@daegaejo/round/rules';
import { announcedIn } from '../store/published.js';

/** Rounds everybody knows of: what was announced, oldest call first. Whoever asks, open data show the same. */
export async function publicRounds({ manager, now }: Reading): Promise<RoundEntity[]> {
  return visibleRounds(ANONYMOUS, manager.createQueryBuilder(RoundEntity, 'round'))
    .andWhere('round.announcedAt IS NOT NULL AND round.announcedAt <= :now', { now })
    .orderBy('round.year')
    .addOrderBy('round.id')
    .getMany();
}

/** Those whose regions were designated: before that no plan of theirs is published. */
export const designatedOf = (rounds: readonly RoundEntity[]): RoundEntity[] =>
  rounds.filter(({ state }) => hasReached(state, 'designated'));

/** Those rounds, and what was announced of each. */
export async function announcedRounds(reading: Reading) {
  const rounds = await publicRounds(reading);
  const ids = rounds.map(({ id }) => id);
  return { rounds, announced: await announcedIn(reading, ids, reading.now) };
}
