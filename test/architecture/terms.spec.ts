import { MESSAGES } from '@daegaejo/composition';
import * as consulting from '@daegaejo/consulting/rules';
import * as designation from '@daegaejo/designation/rules';
import * as evaluation from '@daegaejo/evaluation/rules';
import * as funding from '@daegaejo/funding/rules';
import { ROLES } from '@daegaejo/identity/rules';
import * as notification from '@daegaejo/notification/rules';
import * as plan from '@daegaejo/plan/rules';
import { sentence, termKey } from '@daegaejo/platform';
import * as platform from '@daegaejo/platform/rules';
import { allowedActions, type TransitionTable } from '@daegaejo/platform/rules';
import * as results from '@daegaejo/results/rules';
import * as round from '@daegaejo/round/rules';
import { sourcesOf } from './sources.js';

/** Every transition table of the programme under the name of its vocabularies: PANEL_MEMBER_TABLE has `panel-member.state`. */
const TABLES = [round, plan, consulting, evaluation, designation, funding, results, notification, platform]
  .flatMap((rules) => Object.entries<unknown>(rules))
  .flatMap(([name, value]): [string, TransitionTable<string, string>][] =>
    name.endsWith('_TABLE') && typeof value === 'object' && value !== null && 'moves' in value
      ? [[name.replace('_TABLE', '').toLowerCase().replaceAll('_', '-'), value as TransitionTable<string, string>]]
      : [],
  );
const SENTENCES = Object.entries(MESSAGES).filter(([code]) => !code.includes(':'));
const VOCABULARIES = new Set(
  Object.keys(MESSAGES)
    .filter((code) => code.includes(':'))
    .map((code) => code.slice(0, code.indexOf(':'))),
);
/** Params that hold a code of the programme wherever they appear. */
const CODED =
  /\{(state|action|role|roles|round|phase|step|before|grounds|light|decision|verdict|rule|answer|party|result|kind|type|indicator|ministry|owners)\}/g;
/** Slots of these names that are a count, a time of day, or the very code somebody sent and nobody knows. */
const NO_CODES = [
  'committee.co-chairs {owners}',
  'notification.settings.order {before}',
  'funding.ministry.unknown {ministry}',
];
/** A form of a particle that hangs on a last sound nobody knows before the sentence is filled. */
const LONE_PARTICLE = /\}["”」』]?(은|는|이|가|을|를|과|와|로|으로)(?=[\s.,])/;

/** What a refusal names as the act that is not possible: the function that refuses, and its vocabulary. */
const REFUSALS: readonly (readonly [RegExp, string])[] = [
  [/\bplanNotNow\(\w+, '([\w-]+)'/g, 'plan.act'],
  [/\bassertDraftOpen\([^)]*, '([\w-]+)'\)/g, 'plan.act'],
  [/\bmeetingNotNow\(\w+, '([\w-]+)'/g, 'meeting.act'],
  [/\bsheetNotNow\([\w.]+, '([\w-]+)'/g, 'sheet.act'],
  [/\bassertUnderWay\([^)]*, '([\w-]+)'\)/g, 'round.act'],
  [/\bnotNow\((?:found\.)?round, (?:[\w.]+ \? '([\w-]+)' : )?'([\w-]+)'/g, 'round.act'],
  [/'round\.step-held', \{ action: '([\w-]+)' \}/g, 'round.act'],
];

const missing = (vocabulary: string, codes: readonly string[]): string[] =>
  codes.map((code) => termKey(vocabulary, code)).filter((key) => !MESSAGES[key]?.ko || !MESSAGES[key]?.en);

describe('the words for codes', () => {
  it.each(TABLES)('%s: every state and every act has one in both languages', (name, table) => {
    const states = Object.keys(table.moves);
    const acts = states.flatMap((state) => allowedActions(table, state));
    expect([...missing(`${name}.state`, states), ...missing(`${name}.act`, acts)]).toEqual([]);
  });

  it('were asked of all tables', () => {
    expect(TABLES.length).toBeGreaterThan(20);
  });

  it('exist for every role', () => {
    expect(missing('role', ROLES)).toEqual([]);
  });

  it('exist for every act a refusal names', () => {
    const named = sourcesOf('libs').flatMap(({ text }) =>
      REFUSALS.flatMap(([pattern, vocabulary]) =>
        [...text.matchAll(pattern)].flatMap(([, ...acts]) =>
          acts.filter((act) => act !== undefined).map((act) => [vocabulary, act] as const),
        ),
      ),
    );
    expect(new Set(named.map(([vocabulary]) => vocabulary))).toEqual(new Set(REFUSALS.map(([, name]) => name)));
    expect(named.flatMap(([vocabulary, act]) => missing(vocabulary, [act]))).toEqual([]);
  });

  it('are Korean in Korean, and no code is its own word', () => {
    const words = Object.entries(MESSAGES).filter(([code]) => code.includes(':') && !code.startsWith('organisation:'));
    expect(words.filter(([, { ko, en }]) => !/[가-힣]/.test(ko) || /[가-힣]/.test(en)).map(([code]) => code)).toEqual(
      [],
    );
  });
});

describe('a sentence', () => {
  it('shows no code of the programme, but the word for it', () => {
    const bare = SENTENCES.flatMap(([code, { ko, en }]) =>
      [...`${ko} ${en}`.matchAll(CODED)].map(([slot]) => `${code} ${slot}`),
    );
    expect(bare.filter((slot) => !NO_CODES.includes(slot))).toEqual([]);
  });

  it('takes its words from a vocabulary that exists', () => {
    const asked = SENTENCES.flatMap(([code, { ko }]) =>
      [...ko.matchAll(/\{\w+:([\w.-]+)\}/g)].map(([, vocabulary]) => [code, String(vocabulary)] as const),
    );
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter(([, vocabulary]) => !VOCABULARIES.has(vocabulary))).toEqual([]);
  });

  it('leaves the form of a particle open where it hangs on what is filled in', () => {
    expect(SENTENCES.filter(([, { ko }]) => LONE_PARTICLE.test(ko)).map(([code, { ko }]) => [code, ko])).toEqual([]);
  });

  it('reads as people speak, whatever the state', () => {
    const params = { state: 'under-evaluation', action: 'withdraw' };
    expect(sentence(MESSAGES, 'ko', 'plan.not-now', params)).toBe('계획이 "평가 중" 상태라 철회를 할 수 없습니다.');
    expect(sentence(MESSAGES, 'en', 'plan.not-now', params)).toBe(
      'The plan is "under evaluation"; withdrawal is not possible now.',
    );
  });
});
