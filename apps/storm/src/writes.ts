import { formatScore } from '@daegaejo/platform/rules';
import { type Cast, CHAIR, type Person, type Plan, SECRETARY, type Sheet } from './cast.js';
import type { Chance } from './random.js';

export type WriteKind = 'opinion' | 'request' | 'save' | 'submission' | 'return';

/** One write of a client, under a key of its own that is in its text as well. */
export interface Write {
  readonly key: string;
  readonly kind: WriteKind;
  readonly who: string;
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body?: object;
  /** Version it is based on, for If-Match. */
  readonly version?: number;
  readonly sheet?: Sheet;
  /** Everybody who must be told of it once. */
  readonly told: readonly Person[];
}

/** What a record answers with, as far as the clients look at it. */
export interface Acknowledged {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}

/** Somebody who always knows what to write next, and hears what came of it. */
export interface Author {
  next(key: string): Write;
  heard(write: Write, answer: Acknowledged): void;
}

/** The text by which a write is found again. */
export const markOf = (key: string): string => `storm write ${key}`;
const DUE = '2021-12-31T09:00:00.000Z';
const SECTIONS = ['narrative.financing', 'indicators', 'subProjects[0]'];
const HALF_POINT = 50;

/** The authors of a storm, one for each client: mostly consultants and evaluators, and the secretariat. */
export function authorsOf(cast: Cast, count: number, chance: Chance): Author[] {
  const turns = ['consultant', 'evaluator', 'secretary', 'evaluator'];
  const evaluators = [...new Set(cast.sheets.map(({ evaluator }) => evaluator))];
  return Array.from({ length: count }, (_, index) => {
    const turn = turns[index % turns.length];
    if (turn === 'consultant') return consultant(cast.plans, chance.fork());
    if (turn === 'secretary') return secretary(cast, chance.fork());
    const evaluator = evaluators[Math.floor(index / 2)];
    const own = cast.sheets.filter((sheet) => sheet.evaluator === evaluator);
    // A sheet belongs to one client alone: what he knows of it is what it is.
    return own.length === 0 ? consultant(cast.plans, chance.fork()) : evaluatorOf(cast, own, chance.fork());
  });
}

const NOTHING_TO_HEAR = (): void => undefined;

function consultant(plans: readonly Plan[], chance: Chance): Author {
  return {
    next: (key) => {
      const { id, consultant: who, told } = chance.pick(plans);
      const body = { section: chance.pick(SECTIONS), text: markOf(key) };
      return { key, kind: 'opinion', who, method: 'POST', path: `/plans/${id}/opinions`, body, told };
    },
    heard: NOTHING_TO_HEAR,
  };
}

function secretary({ asked, consultingRound, scoringRound }: Cast, chance: Chance): Author {
  return {
    next: (key) => {
      const { organisationId, told } = chance.pick(asked);
      const path = `/rounds/${chance.pick([consultingRound, scoringRound])}/requests`;
      const body = { organisationId, kind: 'supplement', title: markOf(key), text: markOf(key), dueAt: DUE };
      return { key, kind: 'request', who: SECRETARY, method: 'POST', path, body, told };
    },
    heard: NOTHING_TO_HEAR,
  };
}

/** An evaluator who fills and hands in his sheets, and the chair who returns them to him. */
function evaluatorOf({ criteria, people }: Cast, own: readonly Sheet[], chance: Chance): Author {
  const marks = () =>
    criteria.map(({ code, max }) => ({
      criterion: code,
      mark: formatScore(chance.between(0, Math.floor(max / HALF_POINT)) * HALF_POINT),
    }));
  return {
    next: (key) => {
      const sheet = chance.pick(own);
      const path = `/score-sheets/${sheet.id}`;
      const common = { key, sheet, version: sheet.version, who: sheet.evaluator, told: [] };
      if (sheet.state === 'submitted') {
        const body = { ground: 'arithmetic', note: markOf(key) };
        const told = [people.get(sheet.evaluator)].filter((person) => person !== undefined);
        return { ...common, kind: 'return', who: CHAIR, method: 'POST', path: `${path}/return`, body, told };
      }
      if (sheet.state === 'saved' && !chance.once(5))
        return { ...common, kind: 'submission', method: 'POST', path: `${path}/submission` };
      return { ...common, kind: 'save', method: 'PUT', path, body: { marks: marks(), overall: markOf(key) } };
    },
    heard: ({ sheet, kind, key }, { state, version }) => {
      if (sheet === undefined) return;
      Object.assign(sheet, { state, version }, kind === 'save' ? { overall: markOf(key) } : {});
    },
  };
}
