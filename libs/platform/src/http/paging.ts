import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { Problem } from '../errors/problem.js';
import { Text, Whole } from './fields.js';

export class PageQuery {
  /** How many items at most. */
  @Transform(({ value }) => (/^\d+$/.test(String(value)) ? Number(value) : value))
  @Whole({ min: 1, max: 200, optional: true, description: 'items per page, 50 unless told' })
  limit?: number;

  @Text({ max: 400, optional: true, description: 'nextCursor of the page before' })
  cursor?: string;
}

export interface Page<T> {
  readonly items: T[];
  /** null on the last page. */
  readonly nextCursor: string | null;
}

/** Position after which a page begins: the sort keys of the last item before it. */
export type Position = readonly string[];

export function readCursor(cursor: string | undefined, keys: number): Position | null {
  if (cursor === undefined) return null;
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(position) && position.length === keys && position.every((key) => typeof key === 'string'))
      return position as string[];
  } catch {
    // falls through: not one of ours
  }
  throw new Problem(400, 'request.malformed', {}, { findings: [{ field: 'cursor', code: 'request.cursor' }] });
}

/** Cuts a page out of `rows`, of which one more than `limit` was read. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  keyOf: (row: R) => Position,
  show: (row: R) => T,
): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    items: items.map(show),
    nextCursor: more ? Buffer.from(JSON.stringify(keyOf(last)), 'utf8').toString('base64url') : null,
  };
}

/** Response class of a list of `Item`, for the OpenAPI document. */
export function pageClass<T extends abstract new (...args: never[]) => object>(
  Item: T,
): new () => Page<InstanceType<T>> {
  class PageView {
    @ApiProperty({ type: () => Item as never, isArray: true })
    items!: InstanceType<T>[];

    @ApiProperty({ type: String, nullable: true })
    nextCursor!: string | null;
  }
  Object.defineProperty(PageView, 'name', { value: `${Item.name}Page` });
  return PageView;
}
