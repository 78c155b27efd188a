import { formatScore } from '@daegaejo/platform/rules';
import { POLICY } from './aggregate-world.js';
import type { BareSheet } from './bare-sheets.js';
import { mustEqual, timed } from './measure.js';
import { asked, type RawClient } from './raw-client.js';
import type { OpenSheet } from './round-world.js';

const OVERALL = '근거 자료가 충분하고 연계 계획이 구체적임.';

/** What is handed in for the `no`-th sheet: always the same marks, and a line of words beside two of them. */
export function sheetOf({ id }: OpenSheet, no: number): BareSheet {
  const marks = POLICY.criteria.map(({ code }, at) => ({
    criterion: code,
    mark: formatScore(markOf(no, at)),
    ...(at % 3 === 0 ? { comment: '근거 자료가 충분함' } : {}),
  }));
  return { sheetId: id, overall: OVERALL, marks };
}
const markOf = (no: number, at: number): number => 5_000 + 50 * ((no * 7 + at * 13) % 101);
export const sumOf = (no: number): number => POLICY.criteria.reduce((sum, _criterion, at) => sum + markOf(no, at), 0);

/** Hands a sheet in as its evaluator does; answers the time of each request. */
export type HandIn = (client: RawClient, sheet: OpenSheet, no: number) => Promise<readonly number[]>;

/** One request of an evaluator, and the state it must leave the sheet in. */
async function step(
  client: RawClient,
  { token }: OpenSheet,
  { path, method, version, body }: { path: string; method: string; version: number; body: object },
  state: string,
): Promise<number> {
  const headers = { Authorization: `Bearer ${token}`, 'If-Match': `"${version}"` };
  return timed(async () => {
    const answer = await asked(client, `/api/v1/score-sheets/${path}`, { method, headers, body: JSON.stringify(body) });
    mustEqual('state of the sheet', (JSON.parse(answer.toString('utf8')) as { state: string }).state, state);
  });
}

/** The marks come with the submission: one request, one transaction. */
export const atOnce: HandIn = async (client, sheet, no) => {
  const { marks, overall } = sheetOf(sheet, no);
  const body = { marks, overall };
  return [await step(client, sheet, { path: `${sheet.id}/submission`, method: 'POST', version: 1, body }, 'submitted')];
};

/** The marks are saved first: two requests, two transactions. */
export const inTwo: HandIn = async (client, sheet, no) => {
  const { marks, overall } = sheetOf(sheet, no);
  const { id } = sheet;
  return [
    await step(client, sheet, { path: id, method: 'PUT', version: 1, body: { marks, overall } }, 'saved'),
    await step(client, sheet, { path: `${id}/submission`, method: 'POST', version: 2, body: {} }, 'submitted'),
  ];
};
