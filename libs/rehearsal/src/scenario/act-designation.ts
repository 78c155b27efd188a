import { seoulDay, sumWon } from '@daegaejo/platform/rules';
import { postConsult } from './act-consulting.js';
import { confirmFunding } from './act-funding-word.js';
import { finalContent, fundingLines } from './cohort-content.js';
import { lower, type PlayRound, type Step } from './play-round.js';

/** Notices of the two rounds; 제2021-46호 is sourced (GOSI21), the number of 2022 was not found. */
const NOTICE: { readonly [year: number]: string } = {
  2020: '산업통상자원부고시 제2021-46호',
  2021: '가상 고시 제2022-지정호',
  2023: '가상 고시 제2023-지정호',
};

/** From post-consulting to the gazette: 사후 컨설팅, 부처의 재원 확인, 확정, 3개년 재원, 지정·고시. */
export function designationSteps(round: PlayRound): Step[] {
  const finalDraft = round.deadlines['final-draft'];
  const designated = round.moment('designated', 10);
  return [
    { at: round.after(round.moment('preselected', 14), 40, 10), name: '사후 컨설팅', play: () => postConsult(round) },
    { at: round.after(finalDraft, -3, 15), name: '최종안 제출', play: () => submitFinals(round) },
    { at: round.after(finalDraft, 2, 10), name: '부처 검토, 3개년 재원계획', play: () => review(round) },
    { at: round.after(finalDraft, 2, 14), name: '세부사업별 부처 재원 확인', play: () => confirmFunding(round) },
    { at: round.moment('confirmed', 10), name: '혁신계획 확정', play: () => confirm(round) },
    { at: designated, name: '지정·고시', play: () => designate(round) },
  ];
}

async function submitFinals(round: PlayRound): Promise<void> {
  for (const applicant of round.winners) {
    await round.save(applicant.province, finalContent(round.cohort, applicant));
    await round.submit(applicant.province, 'final-draft');
  }
}

async function review(round: PlayRound): Promise<void> {
  const { stage, cohort } = round;
  for (const [index, applicant] of round.winners.entries()) {
    const path = `/plans/${round.plan(applicant.province).id}`;
    await stage.act('molit-officer', 'POST', `${path}/ministry-reviews`, {
      verdict: 'adequate',
      comment: '적정 (가상)',
    });
    if (index === 0)
      await stage.refuse(
        `${cohort.year} ${applicant.province}: 한 부처 검토만으로 확정`,
        { status: 409, code: 'designation.reviews-missing' },
        'molit-officer',
        'POST',
        `${path}/confirmation`,
      );
    await stage.act('motie-officer', 'POST', `${path}/ministry-reviews`, {
      verdict: 'adequate',
      comment: '적정 (가상)',
    });
    const lines = fundingLines(cohort, applicant);
    const total = sumWon(lines.map(({ amount }) => BigInt(amount)));
    if (index === 0)
      await stage.refuse(
        `${cohort.year} ${applicant.province}: 1원 모자란 재원계획`,
        { status: 422, code: 'content.invalid' },
        'motie-officer',
        'PUT',
        `${path}/funding`,
        { total: String(total + 1n), lines },
      );
    await stage.act('motie-officer', 'PUT', `${path}/funding`, { total: String(total), lines });
  }
}

async function confirm(round: PlayRound): Promise<void> {
  for (const { province } of round.winners)
    await round.stage.act('molit-officer', 'POST', `/plans/${round.plan(province).id}/confirmation`);
  await round.advance('motie-officer', 'confirm');
}

async function designate(round: PlayRound): Promise<void> {
  const { stage, cohort } = round;
  const noticeDate = seoulDay(round.moment('designated', 10));
  const effective = cohort.calendar.find(({ step }) => step === 'designation-effective')?.at ?? noticeDate;
  for (const [index, { province, sites }] of round.winners.entries()) {
    // Areas outside a complex entered the Act on 21 January 2022; an earlier notice leaves them out.
    const siteKeys = sites
      .filter(({ role }) => role !== 'linked-area' || noticeDate >= '2022-01-21')
      .map(({ key }) => key);
    const body = { noticeNumber: NOTICE[cohort.year], noticeDate, effectiveDate: effective, siteKeys };
    const notice = await stage.act('motie-officer', 'POST', `/plans/${round.plan(province).id}/designations`, body);
    const signature = { contentHash: notice['contentHash'] };
    if (index === 0)
      await stage.refuse(
        `${cohort.year} ${lower(province)}: 기안자가 스스로 서명`,
        { status: 403, code: 'designation.four-eyes' },
        'motie-officer',
        'POST',
        `/designations/${notice.id}/approval`,
        signature,
      );
    await stage.act('molit-officer', 'POST', `/designations/${notice.id}/approval`, signature);
    await stage.act(`${lower(province)}-writer`, 'POST', `/designations/${notice.id}/posting`, {
      startedOn: noticeDate,
      place: '시·도 누리집 고시·공고란과 담당 부서 열람실 (가상)',
    });
  }
  await round.advance('molit-officer', 'designate');
  await round.advance('kicox-secretary', 'start-executing');
}
