import type { AddressBook } from '@daegaejo/identity';
import type { Duty } from '@daegaejo/round/rules';
import { type EntityManager, IsNull } from 'typeorm';
import { type Addressed, addressedOf } from '../rules/index.js';
import { DutyHolderEntity } from './store/handover.entity.js';

/** Everybody who is named for duties of a round now, in the order of their naming. */
export const holdingsIn = (manager: EntityManager, roundId: string): Promise<DutyHolderEntity[]> =>
  manager.find(DutyHolderEntity, { where: { roundId, until: IsNull() }, order: { since: 'ASC', id: 'ASC' } });

/** Whom a duty is with, as rights stand now. */
export const addressed = (
  duty: Duty,
  holdings: readonly DutyHolderEntity[],
  book: Pick<AddressBook, 'peopleOf'>,
): Addressed => addressedOf(duty, holdings, (owners) => book.peopleOf(owners));
