import { formatScore, parseScore } from '@daegaejo/platform/rules';
import { evaluatorsOf } from './act-panel.js';
import { lower, type PlayRound } from './play-round.js';
import type { Answered } from './stage.js';

/** Sealed marks discussed where the policy says so, then locked; a slip found afterwards is corrected by two people. */
export async function lockMarks(round: PlayRound): Promise<void> {
  const { stage, cohort } = round;
  const [chair] = evaluatorsOf(round) as [string];
  await stage.refuse(
    `${cohort.year}: 위원장이 아닌 위원의 점수 확정`,
    { status: 403, code: 'access.forbidden' },
    evaluatorsOf(round)[1] ?? '',
    'POST',
    `/rounds/${round.id}/panel-lock`,
  );
  if (cohort.policy.scoring.discussion === true) await discuss(round, chair);
  await stage.act(chair, 'POST', `/rounds/${round.id}/panel-lock`);
  const [sheet] = (await stage.list(chair, `/rounds/${round.id}/score-sheets`)) as [Answered];
  const own = (await stage.list(evaluatorsOf(round)[1] ?? '', `/rounds/${round.id}/score-sheets`))[0] ?? sheet;
  await stage.refuse(
    `${cohort.year}: 점수 확정 뒤 수정`,
    { status: 409, code: 'evaluation.sheet-not-now' },
    evaluatorsOf(round)[1] ?? '',
    'PUT',
    `/score-sheets/${own.id}`,
    { marks: [] },
    own.version,
  );
  if (cohort.policy.scoring.discussion === true) await correct(round, chair);
  const province = cohort.applicants[0]?.province ?? '';
  await stage.refuse(
    `${cohort.year} ${province}: 공표 전 결과 열람`,
    { status: 404, code: 'record.not-found' },
    `${lower(province)}-approver`,
    'GET',
    `/rounds/${round.id}/announcement`,
  );
}

/** The panel talks over one plan; the harsh evaluator comes nearer to the others, with his reason. */
async function discuss(round: PlayRound, chair: string): Promise<void> {
  const { stage, cohort } = round;
  await stage.act(chair, 'POST', `/rounds/${round.id}/discussion`, { open: true });
  const second = evaluatorsOf(round)[1] ?? '';
  const planId = round.winners[0] === undefined ? '' : round.plan(round.winners[0].province).id;
  const [sheet] = await stage.list(second, `/rounds/${round.id}/score-sheets?planId=${planId}`);
  const [criterion] = cohort.policy.criteria;
  const before = marksIn(sheet).find((mark) => mark.criterion === criterion?.code);
  const mark = formatScore((parseScore(before?.mark ?? '0.00') ?? 0) + 50);
  const changes = [{ criterion: criterion?.code, mark, changeReason: '현황 자료를 다시 확인함. (가상)' }];
  await stage.act(second, 'POST', `/score-sheets/${sheet?.id}/revision`, { changes }, sheet?.version);
  await stage.act(chair, 'POST', `/rounds/${round.id}/discussion`, { open: false });
}

/** One mark was written down half a point too low: the secretariat proposes, the chair decides. */
async function correct(round: PlayRound, chair: string): Promise<void> {
  const { stage, cohort } = round;
  const third = evaluatorsOf(round)[2] ?? '';
  const [sheet] = await stage.list(third, `/rounds/${round.id}/score-sheets`);
  const { criteria } = cohort.policy;
  const max = criteria[criteria.length - 1]?.max ?? 0;
  const marks = marksIn(sheet).map(({ criterion, mark }, at) => {
    const now = parseScore(mark) ?? 0;
    return { criterion, mark: at === criteria.length - 1 ? formatScore(now + 50 > max ? now - 50 : now + 50) : mark };
  });
  const proposal = { marks, reason: '점수 옮겨 적기 오류. 원본 평가지와 대조함. (가상)' };
  const { id, version } = await stage.act(
    'kicox-secretary',
    'POST',
    `/score-sheets/${sheet?.id}/corrections`,
    proposal,
  );
  await stage.act(chair, 'POST', `/corrections/${id}/decision`, { decision: 'approve' }, version);
}

const marksIn = (sheet: Answered | undefined) =>
  (sheet?.['marks'] ?? []) as readonly { readonly criterion: string; readonly mark: string }[];
