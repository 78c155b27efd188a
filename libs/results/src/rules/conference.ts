import type { Finding, TransitionTable } from '@daegaejo/platform/rules';

export const CONFERENCE_STATES = ['draft', 'published', 'discarded'] as const;
/** 성과발표: a record in the making, one everybody reads and nobody changes, one given up. */
export type ConferenceState = (typeof CONFERENCE_STATES)[number];
export const CONFERENCE_ACTIONS = ['publish', 'discard'] as const;
export type ConferenceAction = (typeof CONFERENCE_ACTIONS)[number];

/** Published records are put right by a later version only (convention: nothing published is changed in place). */
export const CONFERENCE_TABLE: TransitionTable<ConferenceState, ConferenceAction> = {
  initial: 'draft',
  finals: ['published', 'discarded'],
  moves: { draft: { publish: 'published', discard: 'discarded' }, published: {}, discarded: {} },
};

export const FIGURE_CODES = [
  'announced-jobs',
  'announced-output',
  'announced-next-year-budget',
  'announced-ministries',
  'designated-regions',
  'confirmed-jobs',
  'confirmed-facilities',
  'confirmed-supports',
  'confirmed-ministries',
  'confirmed-sub-projects',
  'confirmed-total',
  'secured-first-year',
  'attained-jobs',
  'attained-facilities',
  'attained-supports',
  'confirmed-jobs-share',
  'confirmed-jobs-percent',
] as const;
/** Figures that are told to the public, each computed by one query. */
export type FigureCode = (typeof FIGURE_CODES)[number];

export const PLAN_FIGURE_CODES = [
  'confirmed-jobs',
  'confirmed-facilities',
  'confirmed-supports',
  'confirmed-ministries',
  'confirmed-sub-projects',
  'confirmed-total',
  'secured-first-year',
  'attained-jobs',
  'attained-facilities',
  'attained-supports',
] as const satisfies readonly FigureCode[];

/** A figure as it was told: what it came to, in which unit, from which records. */
export interface ToldFigure {
  readonly code: FigureCode;
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly query: string;
  /** SHA-256 of code, subject, value, unit and query. */
  readonly hash: string;
}

/** 우수사례: one region's plan, chosen by staff, with the figures behind it. */
export interface BestCase {
  readonly planId: string;
  readonly roundYear: number;
  /** Code of the 시·도, and its name on the day of the conference. */
  readonly province: string;
  readonly provinceName: string;
  readonly title: string;
  readonly text: string;
  readonly figures: readonly ToldFigure[];
}

/** What the nation is told of one cohort. */
export interface CohortTold {
  readonly roundId: string;
  readonly roundYear: number;
  readonly figures: readonly ToldFigure[];
}

export interface ConferenceContent {
  readonly title: string;
  readonly heldOn: string;
  readonly place: string;
  readonly hosts: readonly string[];
  readonly cohorts: readonly CohortTold[];
  readonly cases: readonly BestCase[];
}

/** What a conference is drafted from, before its figures are looked up. */
export interface ConferenceWish {
  readonly cohorts: readonly { readonly roundId: string; readonly figures: readonly string[] }[];
  readonly cases: readonly { readonly planId: string; readonly figures: readonly string[] }[];
}

/** What a draft says twice, or leaves empty. */
export function wishFindings({ cohorts, cases }: ConferenceWish): Finding[] {
  const findings: Finding[] = [];
  for (const [at, { roundId, figures }] of cohorts.entries()) {
    if (cohorts.findIndex((one) => one.roundId === roundId) < at)
      findings.push({ field: `cohorts[${at}].roundId`, code: 'conference.cohort.twice' });
    findings.push(...doubled(figures, `cohorts[${at}].figures`));
  }
  for (const [at, { planId, figures }] of cases.entries()) {
    if (cases.findIndex((one) => one.planId === planId) < at)
      findings.push({ field: `cases[${at}].planId`, code: 'conference.case.twice' });
    findings.push(...doubled(figures, `cases[${at}].figures`));
  }
  return findings;
}

const doubled = (figures: readonly string[], field: string): Finding[] =>
  figures.flatMap((figure, at) =>
    figures.indexOf(figure) < at
      ? [{ field: `${field}[${at}]`, code: 'conference.figure.twice', params: { figure } }]
      : [],
  );

/** Figures that came to something else since the draft was saved: a draft is published on what holds at that moment. */
export function changedFigures(told: readonly ToldFigure[], now: readonly ToldFigure[], field: string): Finding[] {
  return told.flatMap(({ code, value, hash }, at) => {
    const current = now.find((one) => one.code === code);
    if (current?.hash === hash) return [];
    const params = { figure: code, told: value, now: current?.value ?? '-' };
    return [{ field: `${field}[${at}]`, code: 'conference.figure.changed', params }];
  });
}
