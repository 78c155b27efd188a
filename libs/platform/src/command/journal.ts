import type { EntityManager } from 'typeorm';
import type { Instant } from '../rules/index.js';

/** What happened, as the history keeps it. */
export interface HistoryEvent {
  /** Past tense: "PlanSubmitted". */
  readonly type: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly roundId?: string | null;
  /** 시·도 the event is about, where it is about one. */
  readonly provinceId?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly reason?: string | null;
  /** SHA-256 of the content decided on or filed. */
  readonly contentHash?: string | null;
  /** Small facts worth keeping (ids, numbers, codes); never marks, never secrets. */
  readonly data?: Readonly<Record<string, string | number | boolean | null>>;
  /** Who may read the entry: everybody, the province concerned, or staff and auditors (the default). */
  readonly audience?: 'public' | 'province' | 'staff';
}

/** An event with what the transaction knows about it. */
export interface HistoryRecord extends HistoryEvent {
  readonly id: string;
  readonly at: Instant;
  readonly actorId: string | null;
  readonly requestId: string | null;
}

/** Where events go: written in the transaction they belong to. */
export interface Journal {
  append(manager: EntityManager, record: HistoryRecord): Promise<void>;
  /** Moment of the newest entry, to notice a clock that was set back. */
  lastAt(manager: EntityManager): Promise<Instant | null>;
}
export const JOURNAL = Symbol('JOURNAL');
