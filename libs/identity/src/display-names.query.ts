import { type EntityManager, In } from 'typeorm';
import { PersonEntity } from './store/person.entity.js';

/** What people are called, by id; whoever asks has made sure that the reader may know. */
export async function displayNamesOf(
  manager: EntityManager,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map();
  const people = await manager.find(PersonEntity, {
    select: { id: true, displayName: true },
    where: { id: In([...new Set(personIds)]) },
  });
  return new Map(people.map(({ id, displayName }) => [id, displayName]));
}
