import type { TestApp } from '../support/app.js';

/** A member who sits no more, and a draft of the resolution that another one took the place of, so that nobody can sign it. */
export async function committeeRecords(
  app: TestApp,
  roundId: string,
  meetingId: string,
): Promise<Record<string, string>> {
  const as = 'kicox-secretary';
  const { body: committee } = await app.ask('GET', `/rounds/${roundId}/committee`, { as });
  const member = committee.members.find(({ office }: { office: string }) => office === 'commissioned');
  await app.ask('POST', `/committee-members/${member.id}/ending`, {
    as,
    body: { endedOn: '2020-06-01', reason: '권한표 검사 (가상)' },
  });
  const { body: documents } = await app.ask('GET', `/meetings/${meetingId}/resolution-documents`, { as });
  return { endedMember: member.id, oldDraft: documents.items[0].id };
}
