import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { DutyContext, DutySource } from './duty-sources.js';
import {
  type Duty,
  dutyKey,
  type DutyKind,
  OFFICERS,
  overdueStep,
  type RoundState,
  SECRETARIAT,
} from './rules/index.js';

/** A duty as its stage finds it; what its kind and its round say of every one is added by the source. */
export interface FoundDuty extends Pick<Duty, 'subjectId' | 'at' | 'since' | 'owners' | 'superiors'> {
  readonly provinceId?: string;
  readonly params?: Duty['params'];
}

interface Kind {
  readonly kind: DutyKind;
  readonly clock: Duty['clock'];
  /** States of the round in which such a duty can be open; in all others nothing is read. */
  readonly during: readonly RoundState[];
}

/** A source of one kind of duty, about records of the round. */
export function dutySource({
  kind,
  clock,
  during,
  find,
}: Kind & { readonly find: (context: DutyContext) => Promise<readonly FoundDuty[]> }): DutySource {
  return {
    kinds: [kind],
    open: async (context) => {
      const { round, only } = context;
      if (!during.includes(round.state) || only?.length === 0) return [];
      return (await find(context)).map(({ provinceId = null, params, ...found }) => ({
        ...found,
        key: dutyKey(kind, found.subjectId),
        kind,
        clock,
        provinceId,
        params: { title: round.title, ...params },
      }));
    },
  };
}

/** A source of one kind of duty about the round itself: there is one or none. */
export function roundDutySource({
  find,
  ...kind
}: Kind & { readonly find: (context: DutyContext) => Promise<Omit<FoundDuty, 'subjectId'> | null> }): DutySource {
  return dutySource({
    ...kind,
    find: async (context) => {
      const { round, only } = context;
      if (only !== null && !only.includes(round.id)) return [];
      const found = await find(context);
      return found === null ? [] : [{ ...found, subjectId: round.id }];
    },
  });
}

/** Narrows a query to the records a context asks for; `column` holds the subject of the duty. */
export function onlyAsked<T extends ObjectLiteral>(
  select: SelectQueryBuilder<T>,
  column: string,
  { only }: DutyContext,
): SelectQueryBuilder<T> {
  return only === null ? select : select.andWhere(`${column} IN (:...only)`, { only });
}

/**
 * The column that holds a record's round, for a condition beside `onlyAsked`. SQLite keeps no statistics and would read the whole
 * round by its index, however few records are asked for: a sign before the column takes that index away, and it goes by the ids.
 */
export const roundColumn = (column: string, { dialect, only }: Pick<DutyContext, 'dialect' | 'only'>): string =>
  dialect === 'sqlite' && only !== null ? `+ ${column}` : column;

/** What the calendar itself asks for: the term is over and the round has not moved. */
export const ROUND_DUTIES: readonly DutySource[] = [
  roundDutySource({
    kind: 'advance-round',
    clock: 'stalled',
    during: ['pre-intake', 'intake', 'objection-window'],
    find: async ({ round, deadlineOf, now }) => {
      const late = overdueStep(round, deadlineOf, now);
      if (late === null) return null;
      return { at: late.since, owners: [SECRETARIAT], superiors: [OFFICERS], params: { step: late.step } };
    },
  }),
];
