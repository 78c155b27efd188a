import { randomUUID } from 'node:crypto';
import type { TestApp } from '../support/app.js';
import { insertInto } from './records.js';

/** Rounds of consulting on two plans, and an appointment to each that has ended, so that nobody can end it. */
export async function consultingRecords(
  app: TestApp,
  plans: { busan: string; ulsan: string },
  personId: string,
): Promise<Record<string, string>> {
  const assignment = (planId: string) => ({
    id: randomUUID(),
    planId,
    personId,
    phase: 'pre',
    assignedBy: personId,
    assignedAt: '2020-01-01T00:00:00.000Z',
  });
  const [own, foreign] = [assignment(plans.busan), assignment(plans.ulsan)];
  const ended = ({ id }: { id: string }) => ({
    id: randomUUID(),
    assignmentId: id,
    reason: '권한표 검사 (가상)',
    endedBy: personId,
    endedAt: '2020-01-02T00:00:00.000Z',
  });
  await insertInto(app, [
    ['consultant_assignment', own],
    ['consultant_assignment', foreign],
    ['consultant_dismissal', ended(own)],
    ['consultant_dismissal', ended(foreign)],
  ]);
  const roundOf = async (planId: string): Promise<string> =>
    (await app.ask('GET', `/plans/${planId}/consulting-rounds`, { as: 'auditor' })).body.items[0].id;
  return {
    endedConsultant: own.id,
    foreignConsultant: foreign.id,
    consultingRound: await roundOf(plans.busan),
    foreignConsultingRound: await roundOf(plans.ulsan),
  };
}
