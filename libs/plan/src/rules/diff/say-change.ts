import { grouped, type PaperText, wonIn, wonText, YES_NO } from '@daegaejo/platform/rules';
import {
  COMPLEX_TYPE_NAMES,
  CONSULTATION_RESULT_NAMES,
  EVIDENCE_STATUS_NAMES,
  SITE_ROLE_NAMES,
  SUB_PROJECT_NAMES,
} from '../labels.js';
import type { Change, WordRun } from './change.js';
import type { PlanPlace } from './places.js';

/** A change in the words of an official: which row, which cell, what stood there and what stands there. Money in 억원, exact. */
export interface SaidChange {
  readonly row: string;
  readonly cell: string;
  readonly before: PaperText;
  readonly after: PaperText;
  /** "+3", "△3"; empty where nothing can be counted. */
  readonly delta: string;
}
/** Names of what was compared. */
export interface DiffNames {
  readonly places: (path: string) => PlanPlace;
  /** Short names of the ministries by code. */
  readonly ministries: ReadonlyMap<string, string>;
}

const FLAG = { true: YES_NO.yes, false: YES_NO.no };
/** What the codes of a cell are called. */
const CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  role: SITE_ROLE_NAMES,
  complexType: COMPLEX_TYPE_NAMES,
  kind: SUB_PROJECT_NAMES,
  result: CONSULTATION_RESULT_NAMES,
  status: EVIDENCE_STATUS_NAMES,
  inStrategicPlan: FLAG,
  fictional: FLAG,
};

/** A difference in figures as budgets print it: "+1,000", "△1,000" (convention). */
export const signed = (figure: string): string =>
  figure.startsWith('-') ? `△${figure.slice(1)}` : figure === '0' ? '0' : `+${figure}`;

/** Says a change. */
export function sayChange(change: Change, names: DiffNames): SaidChange {
  const { path, kind, before, after, delta, unit, words, cells = {} } = change;
  const { row, section, cell } = names.places(path);
  const whole = Object.entries(cells);
  const side = (text: string | null, gone: WordRun['kind'], mark: 'added' | 'removed'): PaperText => {
    if (text === null) return '';
    if (words !== null) return words.filter((run) => run.kind !== gone).map(paperRun);
    if (whole.length === 0) return [{ text: sayValue(path, text, unit, names), mark }];
    const lines = whole.map(([name, value]) => {
      const at = `${path}.${name}`;
      return `${names.places(at).cell ?? ''}: ${sayValue(at, value, name.endsWith('Won') ? 'won' : null, names)}`;
    });
    return [{ text: lines.join('\n'), mark }];
  };
  return {
    row: row ?? section,
    cell: cell ?? { added: '추가', removed: '삭제', changed: '변경' }[kind],
    before: side(before, 'added', 'removed'),
    after: side(after, 'removed', 'added'),
    delta: delta === null ? '' : signed(unit === 'won' ? wonIn('억원', BigInt(delta)) : grouped(BigInt(delta))),
  };
}

function sayValue(path: string, text: string, unit: Change['unit'], { places, ministries }: DiffNames): string {
  if (unit === 'won') return path.startsWith('budget[') ? wonIn('억원', BigInt(text)) : wonText(BigInt(text));
  if (unit === 'count') return grouped(BigInt(text));
  if (/\.siteKeys\[/.test(path)) return places(`sites[${text}]`).row ?? text;
  const code = path.slice(path.lastIndexOf('.') + 1);
  return (code === 'ministry' ? ministries.get(text) : CODES[code]?.[text]) ?? text;
}

/** A run of a text as it is printed. */
export const paperRun = ({ kind, text }: WordRun): { text: string; mark?: 'added' | 'removed' } =>
  kind === 'same' ? { text } : { text, mark: kind };
