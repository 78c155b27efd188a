import type { Reader } from './row.js';
import type { World } from './world.js';

/** Who asks in place of the usual person, where an operation needs another. */
export type Cast = Partial<Record<Reader, string>>;

export type Axis = 'own' | 'foreign' | 'missing';
export type Params = (world: World, reader: Reader, axis: Axis) => Readonly<Record<string, string>>;

/** How one operation is asked for: which record is one's own and which is not, and a body that gets as far as access goes without changing the world. */
export interface Asked {
  readonly params?: Params;
  readonly body?: (world: World, reader: Reader, axis: Axis) => unknown;
  readonly cast?: Cast;
  /** Content type of a body that is no JSON. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const PANEL_2020: Cast = { evaluator: 'evaluator-2020-2', 'panel-chair': 'evaluator-2020-1' };
export const REASON = '권한표 검사를 위한 사유입니다';
export const DIGEST = '0'.repeat(64);

export function pick(world: World, axis: Axis, own: string, foreign: string): string {
  return axis === 'missing' ? world.missing() : (world.ids[axis === 'own' ? own : foreign] as string);
}

export const record =
  (name: string, own: string, foreign = own): Params =>
  (world, _reader, axis) => ({ [name]: pick(world, axis, own, foreign) });

export const round = record('roundId', 'round2021', 'draft');
export const round2020 = record('roundId', 'round2020', 'draft');
/** A round that was announced, and one that was not. */
export const published = record('roundId', 'round2020', 'round2021');
/** A plan of a round that was announced: 부산's, whose result and opinion 부산 may read. */
export const announcedPlan = record('planId', 'busan2020', 'daegu2020');

/** Evaluators of 2021 know every plan of 2021 and none of 2020; the committee the other way round. */
export const plan: Params = (world, reader, axis) => {
  if (reader === 'committee') return { planId: pick(world, axis, 'busan2020', 'busan') };
  if (reader === 'evaluator' || reader === 'panel-chair') return { planId: pick(world, axis, 'busan', 'busan2020') };
  return { planId: pick(world, axis, 'busan', 'ulsan') };
};
