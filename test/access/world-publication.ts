import { randomUUID } from 'node:crypto';
import type { TestApp } from '../support/app.js';
import { insertInto } from './records.js';

const RESULT = { base: 0, bonus: 0, deduction: 0, final: 0, rank: 1, passesCutOff: true, failedFloors: [] };

/** Designations of two regions, and a re-evaluation that waits for its chair: as it would be if the objection had been upheld. */
export async function publicationRecords(
  app: TestApp,
  roundId: string,
  plans: { gyeongbuk: string; daegu: string },
  chairId: string,
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
    chairId,
    sheets: [],
    result: RESULT,
    contentHash: 'f'.repeat(64),
    recordedAt: objection.filedAt,
    signedAt: null,
    version: 1,
  };
  await insertInto(app, [['re_evaluation', row]]);
  return {
    gyeongbukDesignation: of(plans.gyeongbuk),
    daeguDesignation: of(plans.daegu),
    reEvaluation,
  };
}
