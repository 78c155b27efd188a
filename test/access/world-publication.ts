import { randomUUID } from 'node:crypto';
import type { TestApp } from '../support/app.js';
import { insertInto } from './records.js';

const RESULT = { base: 0, bonus: 0, deduction: 0, final: 0, rank: 1, passesCutOff: true, failedFloors: [] };

/**
 * Designations of two regions, and a re-evaluation with its panel, that waits for its chair: as it would be if the objection had
 * been upheld.
 */
export async function publicationRecords(
  app: TestApp,
  roundId: string,
  plans: { gyeongbuk: string; daegu: string },
  people: { signs: string; chairs: string },
): Promise<Record<string, string>> {
  const list = async (path: string) =>
    (await app.ask('GET', `/rounds/${roundId}/${path}`, { as: 'auditor' })).body.items;
  const notices: { id: string; planId: string }[] = await list('designations');
  const of = (planId: string): string => String(notices.find((notice) => notice.planId === planId)?.id);
  const [objection] = await list('objections');
  const reEvaluation = randomUUID();
  const row = {
    id: reEvaluation,
    roundId,
    planId: objection.planId,
    objectionId: objection.id,
    chairId: people.signs,
    sheets: [],
    result: RESULT,
    contentHash: 'f'.repeat(64),
    recordedAt: objection.filedAt,
    signedAt: null,
    version: 1,
  };
  const { planId, filedAt: since } = objection;
  const newPanel = { id: randomUUID(), roundId, planId, state: 'open', scoreBy: since, openedAt: since, version: 1 };
  const of2020 = { roundId, personId: people.chairs, series: 're-evaluation', version: 1 };
  const member = {
    ...of2020,
    id: randomUUID(),
    chair: true,
    state: 'pledged',
    invitedAt: since,
    pledgedAt: since,
  };
  const assignment = {
    ...of2020,
    id: randomUUID(),
    planId,
    alias: 'ffffffff',
    stage: 'main',
    state: 'active',
    assignedAt: since,
    endReason: null,
  };
  await insertInto(app, [
    ['re_evaluation', row],
    ['re_evaluation_panel', newPanel],
    ['panel_member', member],
    ['evaluator_assignment', assignment],
  ]);
  return {
    gyeongbukDesignation: of(plans.gyeongbuk),
    daeguDesignation: of(plans.daegu),
    reEvaluation,
    newPanel: newPanel.id,
  };
}
