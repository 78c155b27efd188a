import type { BudgetSource, IndicatorCode, Provenance, ReportedFigure, Site } from '@daegaejo/plan/rules';
import type { Day, Instant } from '@daegaejo/platform/rules';
import type { RoundPolicy } from '@daegaejo/round/rules';
import cohort2020 from '../../../../config/reference/cohorts/2020.json';
import cohort2021 from '../../../../config/reference/cohorts/2021.json';
import cohort2023 from '../../../../config/reference/cohorts/2023.json';
import organisations from '../../../../config/reference/organisations.json';

/** The two rounds of the programme that are played, and the first of its successor, which picks single complexes. */
export const COHORT_YEARS = [2020, 2021, 2023] as const;
export type CohortYear = (typeof COHORT_YEARS)[number];

/** Where one part of the policy comes from; `path` is dotted, from the root of the policy. */
export interface PolicyProvenance extends Provenance {
  readonly path: string;
  readonly note: string;
}

/** One dated step of the cycle: a moment for a deadline, a day for an event, null where the date is not known. */
export interface CalendarEntry extends Provenance {
  readonly step: string;
  readonly at: Instant | Day | null;
}

/** Amounts in won (decimal strings) by budget source; a source that nobody reported is left out. */
export type WonBySource = { readonly [S in BudgetSource]?: string };

/** Confirmed targets of the three years. `fictional` holds for every number that `sourced` does not name. */
export type ConfirmedTargets = Provenance & { readonly [I in IndicatorCode]: number } & {
  /** Source of the numbers that have one: { "direct-hires": "N21US3" }. */
  readonly sourced: { readonly [I in IndicatorCode]?: string };
};

/** One 시·도 of a cohort: what it announced, what was confirmed, and what the rehearsal needs beyond that. */
export interface Applicant {
  readonly province: string;
  /** No source says that this 시·도 applied. */
  readonly applicantFictional: boolean;
  readonly applicantSource: string | null;
  readonly outcome: 'preselected' | 'not-selected';
  readonly title: string;
  readonly theme: string;
  readonly sites: readonly Site[];
  readonly announcedFigures: readonly ReportedFigure[];
  readonly confirmedFigures: readonly ReportedFigure[];
  readonly targets: ConfirmedTargets | null;
  /** 국비 of the first funding year. */
  readonly firstYearNationalWon: string | null;
  /** Totals as reported, even where the parts sum to something else. */
  readonly announcedTotalWon: string | null;
  readonly announcedBySource: WonBySource | null;
  readonly confirmedTotalWon: string | null;
  readonly confirmedBySource: WonBySource | null;
  readonly moneySources: {
    readonly announced: Provenance | null;
    readonly confirmed: Provenance | null;
    readonly firstYearNational: Provenance | null;
  };
  /** What a reader of the numbers should know and no field can hold. */
  readonly notes: readonly string[];
}

/** A real cohort of the programme as data: the policy of its round and its applicants. */
export interface Cohort {
  readonly year: CohortYear;
  readonly title: string;
  readonly policy: RoundPolicy;
  readonly policyProvenance: readonly PolicyProvenance[];
  readonly calendar: readonly CalendarEntry[];
  readonly announcedFigures: readonly ReportedFigure[];
  readonly confirmedFigures: readonly ReportedFigure[];
  /** Money the ministries secured for the first funding year. */
  readonly securedFirstYear: Provenance & { readonly year: number; readonly amountWon: string };
  readonly applicants: readonly Applicant[];
}

const COHORTS = { 2020: cohort2020 as Cohort, 2021: cohort2021 as Cohort, 2023: cohort2023 as Cohort };

/** The cohort whose regions were preselected in `year`. */
export function loadCohort(year: CohortYear): Cohort {
  return COHORTS[year];
}

/** Name an organisation held on `day`; RangeError where the reference data know none. */
export function organisationName(code: string, day: Day): string {
  const name = organisations
    .find((organisation) => organisation.code === code)
    ?.names.find(({ from, to }) => (from === null || from <= day) && (to === null || day < to));
  if (!name) throw new RangeError(`no name of ${code} on ${day}`);
  return name.name;
}
