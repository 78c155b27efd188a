import type { TestApp } from '../support/app.js';

/** A look at sets of plans, somebody named in each of two provinces, and somebody who was transferred. */
export async function handoverRecords(
  app: TestApp,
  roundIds: { readonly played: string; readonly open: string },
  provinces: { readonly busan: string; readonly ulsan: string },
): Promise<Record<string, string>> {
  const act = async (as: string, path: string, body: object, version?: number) => {
    const headers: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` };
    const { status, text, body: answer } = await app.ask('POST', path, { as, body, headers });
    if (status >= 300) throw new Error(`${as} ${path}: ${text}`);
    return answer;
  };
  const name = async (organisationId: string, username: string): Promise<string> => {
    const body = { organisationId, personId: await app.person(username), kind: 'answer-request' };
    return (await act('kicox-secretary', `/rounds/${roundIds.open}/duty-holders`, body)).id;
  };
  const mover = await act('admin', '/people', {
    username: 'mover',
    displayName: '가상 전출자',
    email: 'mover@example.invalid',
    organisationId: provinces.busan,
    password: 'a-long-first-password',
  });
  const order = { effectiveOn: '2020-01-01', reason: '권한표 검사 (가상)', letterNumber: '가상 1' };
  const handover = await act(
    'admin',
    `/people/${mover.id}/transfer`,
    { ...order, successorId: null, newOrganisationId: null },
    mover.version,
  );
  const run = await act('auditor', `/rounds/${roundIds.played}/portfolio`, { purpose: '권한표 검사 (가상)' });
  return {
    portfolioRun: run.id,
    dutyHolder: await name(provinces.busan, 'busan-writer'),
    foreignDutyHolder: await name(provinces.ulsan, 'ulsan-writer'),
    busanWriter: await app.person('busan-writer'),
    mover: mover.id,
    handover: handover.id,
  };
}
