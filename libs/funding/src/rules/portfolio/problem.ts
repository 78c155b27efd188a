import { type Finding, sumWon } from '@daegaejo/platform/rules';

/** Money of one plan in one cell, in won. */
export interface PortfolioMoney {
  readonly ministry: string;
  readonly year: number;
  readonly source: string;
  readonly amount: bigint;
}

/** A scored plan as the search looks at it. */
export interface PortfolioPlan {
  readonly id: string;
  readonly label: string;
  /** Code of the 시·도. */
  readonly province: string;
  /** Final score, in hundredths. */
  readonly score: number;
  readonly money: readonly PortfolioMoney[];
  /** National money that goes to the hub, and to linked sites, in won. */
  readonly hub: bigint;
  readonly linked: bigint;
}

/** Most that may be spent on what it names; null = every ministry, year or source together. */
export interface Ceiling {
  readonly ministry: string | null;
  readonly year: number | null;
  readonly source: string | null;
  /** Won. */
  readonly amount: bigint;
}

/** Balance between regions (권역): so many plans of these provinces at least and at most. The regions are data, no article names them. */
export interface RegionRule {
  readonly name: string;
  readonly provinces: readonly string[];
  readonly least: number;
  readonly most: number | null;
}

/** What a set of plans has to keep. */
export interface PortfolioRules {
  /** Fewest and most plans of a set; most is the quota of the round. */
  readonly seats: { readonly least: number; readonly most: number };
  readonly ceilings: readonly Ceiling[];
  readonly regions: readonly RegionRule[];
  /** Least share of the hubs, and of the linked sites, in their national money together; basis points, null = any. */
  readonly shares: { readonly hub: number | null; readonly linked: number | null };
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Sets that lose no more than this against the best are near-optimal, in hundredths. */
  readonly delta: number;
}

export const CONSTRAINT_KINDS = ['seats', 'ceiling', 'region', 'share', 'include', 'exclude'] as const;

/** One thing a set has to keep, as an inequality: the sum of `weights` over the set is at most `bound`. */
export interface Constraint {
  readonly kind: (typeof CONSTRAINT_KINDS)[number];
  /** What it is about: "ceiling MOLIT 2021 national", "region 영남권 most 2". */
  readonly name: string;
  readonly unit: 'won' | 'plans';
  readonly weights: readonly bigint[];
  readonly bound: bigint;
  /** The inequality is multiplied by this; what is beyond the bound is divided by it again. */
  readonly factor: bigint;
}

/** A constraint that a set breaks, and by how much: won, or plans. */
export interface Breach {
  readonly kind: Constraint['kind'];
  readonly name: string;
  readonly unit: Constraint['unit'];
  readonly by: bigint;
}

const named = (...parts: readonly (string | number | null)[]): string => parts.map((part) => part ?? '*').join(' ');

const covers = ({ ministry, year, source }: Ceiling, money: PortfolioMoney): boolean =>
  (ministry === null || ministry === money.ministry) &&
  (year === null || year === money.year) &&
  (source === null || source === money.source);

const BASIS = 10_000n;

/**
 * Everything a set has to keep, as inequalities over the plans in their order. Ceilings count money to the won; a share of
 * at least b basis points is kept where b × (hub + linked) − 10,000 × its own part is not above 0.
 */
export function constraintsOf(plans: readonly PortfolioPlan[], rules: PortfolioRules): Constraint[] {
  const one = plans.map(() => 1n);
  const count = (name: string, kind: 'seats' | 'region', of: readonly bigint[], least: number, most: number | null) => [
    ...(most === null
      ? []
      : [
          {
            kind,
            name: named(name, 'most', most),
            unit: 'plans',
            weights: of,
            bound: BigInt(most),
            factor: 1n,
          } as const,
        ]),
    ...(least === 0
      ? []
      : [
          {
            kind,
            name: named(name, 'least', least),
            unit: 'plans',
            weights: of.map((weight) => -weight),
            bound: BigInt(-least),
            factor: 1n,
          } as const,
        ]),
  ];
  const share = (part: 'hub' | 'linked'): Constraint[] => {
    const least = rules.shares[part];
    if (least === null || least === 0) return [];
    const weights = plans.map((plan) => BigInt(least) * (plan.hub + plan.linked) - BASIS * plan[part]);
    return [{ kind: 'share', name: named(part, 'share', least), unit: 'won', weights, bound: 0n, factor: BASIS }];
  };
  return [
    ...count('seats', 'seats', one, rules.seats.least, rules.seats.most),
    ...rules.ceilings.map((ceiling): Constraint => ({
      kind: 'ceiling',
      name: named('ceiling', ceiling.ministry, ceiling.year, ceiling.source),
      unit: 'won',
      weights: plans.map(({ money }) =>
        sumWon(money.filter((cell) => covers(ceiling, cell)).map(({ amount }) => amount)),
      ),
      bound: ceiling.amount,
      factor: 1n,
    })),
    ...rules.regions.flatMap(({ name, provinces, least, most }) =>
      count(
        `region ${name}`,
        'region',
        plans.map(({ province }) => (provinces.includes(province) ? 1n : 0n)),
        least,
        most,
      ),
    ),
    ...share('hub'),
    ...share('linked'),
  ];
}

/** How far a set is beyond a constraint, in its unit; 0 where it keeps it. A part of a won counts as a whole one. */
export function beyond({ weights, bound, factor }: Constraint, chosen: readonly number[]): bigint {
  const over = sumWon(chosen.map((at) => weights[at] ?? 0n)) - bound;
  return over <= 0n ? 0n : (over + factor - 1n) / factor;
}

/** Every constraint a set breaks, with plans that must be in it or out of it. `chosen` are places in `plans`. */
export function breachesOf(
  plans: readonly PortfolioPlan[],
  rules: PortfolioRules,
  constraints: readonly Constraint[],
  chosen: readonly number[],
): Breach[] {
  const ids = new Set(chosen.map((at) => plans[at]?.id));
  const wrong = (kind: 'include' | 'exclude', id: string): Breach => ({
    kind,
    name: named(kind, plans.find((plan) => plan.id === id)?.label ?? id),
    unit: 'plans',
    by: 1n,
  });
  return [
    ...constraints.flatMap((constraint): Breach[] => {
      const by = beyond(constraint, chosen);
      const { kind, name, unit } = constraint;
      return by === 0n ? [] : [{ kind, name, unit, by }];
    }),
    ...rules.include.filter((id) => !ids.has(id)).map((id) => wrong('include', id)),
    ...rules.exclude.filter((id) => ids.has(id)).map((id) => wrong('exclude', id)),
  ];
}

/** What is wrong with the rules themselves: a plan that is not scored, or both in and out; a region or seats turned round. */
export function portfolioFindings(
  plans: readonly PortfolioPlan[],
  rules: PortfolioRules,
  chosen: readonly string[],
): Finding[] {
  const known = new Set(plans.map(({ id }) => id));
  const unknown = (field: string, ids: readonly string[]): Finding[] =>
    ids.flatMap((id, at) =>
      known.has(id) ? [] : [{ field: `${field}[${at}]`, code: 'portfolio.plan-unknown', params: { plan: id } }],
    );
  const { least, most } = rules.seats;
  return [
    ...unknown('include', rules.include),
    ...unknown('exclude', rules.exclude),
    ...unknown('chosen', chosen),
    ...rules.include.flatMap((id, at): Finding[] =>
      rules.exclude.includes(id)
        ? [{ field: `include[${at}]`, code: 'portfolio.in-and-out', params: { plan: id } }]
        : [],
    ),
    ...(least > most ? [{ field: 'seats', code: 'portfolio.range', params: { least, most } }] : []),
    ...rules.regions.flatMap((region, at): Finding[] =>
      region.most !== null && region.least > region.most
        ? [{ field: `regions[${at}]`, code: 'portfolio.range', params: { least: region.least, most: region.most } }]
        : [],
    ),
  ];
}
