import { type Finding, isDay } from '@daegaejo/platform/rules';

/** How much of a sub-project's public money may come from the state, and how much must be local (기준보조율; L-SUB 9). */
export interface MatchingRule {
  /** Kinds of sub-project it holds for; absent = all that no earlier rule names. */
  readonly kinds?: readonly string[];
  /** Largest share of 국비 in 국비 + 지방비, in basis points. */
  readonly nationalShareBp: number;
  /** Smallest share of 시·도비 + 시·군·구비 in 국비 + 지방비, in basis points. */
  readonly minLocalShareBp: number;
}

export const MATCHING_MODES = ['warn', 'refuse'] as const;
export type MatchingMode = (typeof MATCHING_MODES)[number];

/**
 * What the money of a round goes by. Every part is optional; what is absent is not checked, or stands as by convention.
 * Days are written MM-DD and lie in the year before the budget year unless told.
 */
export interface FundingPolicy {
  /** The first rule that names the kind, or names none, holds. */
  readonly matching?: readonly MatchingRule[];
  /** 차등보조율: what a province's state share may be higher by, in basis points (L-SUB 10). */
  readonly differential?: readonly { readonly province: string; readonly addBp: number }[];
  /** Is money outside the shares refused, or only named? Absent = `warn`. */
  readonly matchingMode?: MatchingMode;
  /**
   * 예산 일정: the request of the provinces (absent = 04-30, L-SUB 4), the opinion of 행정안전부 on it (absent = 05-20, L-SUB 7), the
   * notice of the ministries' draft (absent = 09-15, L-SUB 12); and, in the year after the budget year, the settlement (absent =
   * the end of February, with the audited statement, 시행령 제25조).
   */
  readonly calendar?: {
    readonly request?: string;
    readonly opinion?: string;
    readonly draft?: string;
    readonly settlement?: string;
  };
  /** From how much granted money on a settlement needs an audited statement, in won (absent = 10억원, L-SUB 27). */
  readonly auditFromWon?: string;
}

const WHOLE_BP = 10_000;
/** A day every year has, so that the 29th of February is none. */
const isMonthDay = (text: string): boolean => isDay(`2001-${text}`);

/** What is wrong with the money rules of a policy: shares beyond the whole, that leave no room for each other, or days that are none. */
export function fundingPolicyFindings(funding: FundingPolicy | undefined): Finding[] {
  if (funding === undefined) return [];
  const { matching = [], differential = [], calendar = {} } = funding;
  const provinces = differential.map(({ province }) => province);
  return [
    ...matching.flatMap(({ nationalShareBp, minLocalShareBp }, at): Finding[] =>
      nationalShareBp + minLocalShareBp <= WHOLE_BP
        ? []
        : [
            {
              field: `funding.matching[${at}].minLocalShareBp`,
              code: 'round.policy.matching-shares',
              params: { most: WHOLE_BP - nationalShareBp },
            },
          ],
    ),
    ...(new Set(provinces).size === provinces.length
      ? []
      : [{ field: 'funding.differential', code: 'round.policy.twice' }]),
    ...(['request', 'opinion', 'draft', 'settlement'] as const).flatMap((step): Finding[] => {
      const day = calendar[step];
      return day === undefined || isMonthDay(day)
        ? []
        : [{ field: `funding.calendar.${step}`, code: 'round.policy.month-day' }];
    }),
  ];
}
