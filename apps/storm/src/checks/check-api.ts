import { type Cast, SECRETARY } from '../cast.js';
import type { LoggedWrite } from '../client.js';
import { TOLD_EVENTS } from './evidence.js';
import { groupBy, type Tally } from './tally.js';

/** Does the programme, asked over HTTP, show what the clients were told, and what they promised others? */
export async function checkApi(cast: Cast, log: readonly LoggedWrite[], tally: Tally): Promise<void> {
  const done = log.filter(({ outcome }) => outcome.kind === 'acknowledged');
  await checkRecords(cast, done, tally);
  await checkSheetViews(cast, tally);
  await checkInboxes(cast, log, tally);
}

async function checkRecords(cast: Cast, done: readonly LoggedWrite[], tally: Tally): Promise<void> {
  const { stage, plans, consultingRound, scoringRound } = cast;
  const shown: string[] = [];
  for (const { id, consultant } of plans)
    shown.push(...(await stage.list(consultant, `/plans/${id}/opinions`)).map((opinion) => opinion.id));
  for (const roundId of [consultingRound, scoringRound])
    shown.push(...(await stage.list(SECRETARY, `/rounds/${roundId}/requests`)).map((request) => request.id));
  const counts = groupBy(shown, (id) => id);
  for (const { kind, key, outcome } of done) {
    if ((kind !== 'opinion' && kind !== 'request') || outcome.kind !== 'acknowledged') continue;
    const times = counts.get(outcome.answer.id)?.length ?? 0;
    if (times !== 1) tally.fault(`${kind} ${key}: shown ${times} times over HTTP`);
  }
}

async function checkSheetViews({ stage, sheets, scoringRound }: Cast, tally: Tally): Promise<void> {
  for (const { id, evaluator, state, version } of sheets) {
    const view = await stage.act(evaluator, 'GET', `/score-sheets/${id}`);
    if (view.version !== version || view['state'] !== state)
      tally.fault(`sheet ${id}: shown as ${String(view['state'])} ${view.version}, known as ${state} ${version}`);
  }
  const { pending } = await stage.act(SECRETARY, 'GET', `/rounds/${scoringRound}/score-progress`);
  if (pending !== false) tally.fault('the ranking is shown as pending');
}

/** Everybody's inbox: one notice for each write that concerns him; one more where it is not known whether it was done. */
async function checkInboxes({ stage }: Cast, log: readonly LoggedWrite[], tally: Tally): Promise<void> {
  const acknowledged = log.flatMap(({ outcome, told, kind }) =>
    outcome.kind === 'acknowledged'
      ? told.map(({ username }) => ({ username, what: `${kind} ${outcome.answer.id}` }))
      : [],
  );
  const allKnown = log.every(({ outcome }) => outcome.kind !== 'open');
  const kinds: Readonly<Record<string, string>> = {
    OpinionIssued: 'opinion',
    RequestIssued: 'request',
    ScoreSheetReturned: 'return',
  };
  for (const [username, own] of groupBy(acknowledged, (one) => one.username)) {
    const inbox = (await stage.list(username, '/notices'))
      .filter(({ kind }) => TOLD_EVENTS.includes(String(kind)))
      .map(({ kind, subjectId }) => `${kinds[String(kind)]} ${String(subjectId)}`);
    const shown = groupBy(inbox, (what) => what);
    for (const [what, expected] of groupBy(own, (one) => one.what)) {
      const times = shown.get(what)?.length ?? 0;
      if (allKnown ? times !== expected.length : times < expected.length)
        tally.fault(`${username} sees ${times} notice(s) of ${what}`);
    }
  }
}
