import { finalContent } from './cohort-content.js';
import { lower, type PlayRound } from './play-round.js';

/** 부처 재원 확인: every ministry gives its word on the money of its sub-projects in the final draft; the province reads them. */
export async function confirmFunding(round: PlayRound): Promise<void> {
  const { stage, cohort } = round;
  for (const [index, applicant] of round.winners.entries()) {
    const path = `/plans/${round.plan(applicant.province).id}/funding-confirmations`;
    const { subProjects } = finalContent(cohort, applicant);
    const foreign = subProjects.find(({ ministry }) => ministry !== 'MOEL');
    if (index === 0 && foreign !== undefined)
      await stage.refuse(
        `${cohort.year} ${lower(applicant.province)}: 다른 부처 세부사업의 재원 확인`,
        { status: 422, code: 'content.invalid' },
        'moel-reviewer',
        'POST',
        path,
        { verdict: 'confirmed', subProjectKeys: [foreign.key] },
      );
    for (const ministry of new Set(subProjects.map((project) => project.ministry)))
      await stage.act(`${lower(ministry)}-reviewer`, 'POST', path, { verdict: 'confirmed' });
    const words = await stage.list(`${lower(applicant.province)}-writer`, path);
    round.wordsOnMoney += words.filter(({ verdict }) => verdict === 'confirmed').length;
  }
}
