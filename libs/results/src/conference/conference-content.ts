import { provincesOn } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { invalid, type Tx } from '@daegaejo/platform';
import type { Day, Finding } from '@daegaejo/platform/rules';
import { PlanEntity } from '@daegaejo/plan';
import { readRound, RoundEntity } from '@daegaejo/round';
import { cohortFigures, planFigures, toldFigure } from '../figures.query.js';
import {
  type BestCase,
  type CohortTold,
  type ConferenceContent,
  type PublishedFigure,
  type ToldFigure,
  wishFindings,
} from '../rules/index.js';

/** What staff ask for: words, and figures by their codes. */
export interface ConferenceInput {
  readonly title: string;
  readonly heldOn: Day;
  readonly place: string;
  readonly hosts: readonly string[];
  readonly cohorts: readonly { readonly roundId: string; readonly figures: readonly string[] }[];
  readonly cases: readonly {
    readonly planId: string;
    readonly title: string;
    readonly text: string;
    readonly figures: readonly string[];
  }[];
}

/** What a content was asked for, to look its figures up once more. */
export const askedAgain = ({ cohorts, cases, ...words }: ConferenceContent): ConferenceInput => ({
  ...words,
  cohorts: cohorts.map(({ roundId, figures }) => ({ roundId, figures: figures.map(({ code }) => code) })),
  cases: cases.map(({ planId, title, text, figures }) => ({
    planId,
    title,
    text,
    figures: figures.map(({ code }) => code),
  })),
});

/**
 * The record with every figure looked up by its query at this moment. 422 where a cohort, a plan or a figure is named twice, a
 * plan is not designated, or a figure does not exist for its subject; the finding names those there are.
 */
export async function conferenceContent(tx: Tx, actor: Actor, input: ConferenceInput): Promise<ConferenceContent> {
  const findings: Finding[] = [...wishFindings(input)];
  const cohorts: CohortTold[] = [];
  for (const [at, { roundId, figures }] of input.cohorts.entries()) {
    const round = await readRound(tx.manager, actor, roundId);
    const known = await cohortFigures(tx, round);
    const told = chosen(roundId, known, figures, `cohorts[${at}].figures`, findings);
    cohorts.push({ roundId, roundYear: round.year, figures: told });
  }
  const places = await provincesOn(tx.manager, input.heldOn);
  const cases: BestCase[] = [];
  for (const [at, { planId, title, text, figures }] of input.cases.entries()) {
    const subject = await designatedCase(tx, planId);
    if (subject === null) {
      findings.push({ field: `cases[${at}].planId`, code: 'conference.case.not-designated' });
      continue;
    }
    const { plan, round, known } = subject;
    const place = places.find(({ id }) => id === plan.provinceId);
    const told = chosen(planId, known, figures, `cases[${at}].figures`, findings);
    const { code = '', name = '' } = place ?? {};
    cases.push({ planId, roundYear: round.year, province: code, provinceName: name, title, text, figures: told });
  }
  if (findings.length > 0) throw invalid(findings);
  const { title, heldOn, place, hosts } = input;
  return { title, heldOn, place, hosts, cohorts, cases };
}

async function designatedCase(tx: Tx, planId: string) {
  const plan = await tx.manager.findOneBy(PlanEntity, { id: planId });
  const round = plan === null ? null : await tx.manager.findOneBy(RoundEntity, { id: plan.roundId });
  const known = plan?.state !== 'designated' || round === null ? null : await planFigures(tx, round, planId);
  return plan === null || round === null || known === null ? null : { plan, round, known };
}

function chosen(
  subject: string,
  known: readonly PublishedFigure[],
  wanted: readonly string[],
  field: string,
  findings: Finding[],
): ToldFigure[] {
  return wanted.flatMap((code, at) => {
    const figure = known.find((one) => one.code === code);
    if (figure !== undefined) return [toldFigure(subject, figure)];
    const params = { figure: code, known: known.map((one) => one.code).join(', ') };
    findings.push({ field: `${field}[${at}]`, code: 'conference.figure.unknown', params });
    return [];
  });
}
