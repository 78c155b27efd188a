/** The scale that plans are marked on: criteria, their groups and stages, and what is added to or taken from the marks. */

export const CRITERION_KINDS = ['qualitative', 'quantitative'] as const;
/** 정성평가, 정량평가. */
export type CriterionKind = (typeof CRITERION_KINDS)[number];

/** One step of the scale of a criterion with the words for it (평가등급); hundredths of a mark. */
export interface CriterionLevel {
  readonly name: string;
  readonly mark: number;
  readonly wording: string;
}

/** One criterion of the evaluation (평가지표). Points and weights in hundredths. */
export interface Criterion {
  readonly code: string;
  readonly name: string;
  /** Share of its stage in hundredths of a point; all weights of a stage sum to 100.00. */
  readonly weight: number;
  /** Highest mark an evaluator may give, in hundredths. */
  readonly max: number;
  /** Code of its group (평가항목). */
  readonly group?: string;
  /** Code of its stage; absent = `main`. */
  readonly stage?: string;
  readonly kind?: CriterionKind;
  /** 과락: a plan whose mean mark is below this does not pass, whatever its total; hundredths of a mark. */
  readonly floor?: number;
  /** A mark below `low` or above `high` needs a comment; hundredths of a mark. */
  readonly commentOutside?: { readonly low: number; readonly high: number };
  /** What evaluators are to look at. */
  readonly guidance?: string;
  readonly levels?: readonly CriterionLevel[];
}

/** A group of criteria (평가항목) and the share of the whole total that the call states for it, in hundredths. */
export interface CriterionGroup {
  readonly code: string;
  readonly name: string;
  readonly weight: number;
}

export const TRIM_SCOPES = ['total', 'criterion'] as const;

/** How many of the highest and lowest are left out (절사); counts of sheets. */
export interface Trim {
  readonly highest: number;
  readonly lowest: number;
  /** Nothing is left out where fewer than this would stay. */
  readonly minimumKept: number;
  /** Whole sheets by their totals (absent = this), or marks on each criterion for itself. */
  readonly per?: (typeof TRIM_SCOPES)[number];
}

export const STAGE_MODES = ['document', 'presentation', 'site-visit'] as const;
/** 계획서평가, 발표평가, 현장실사. */
export type StageMode = (typeof STAGE_MODES)[number];

/** One stage of the evaluation: its own sheets, its own mean, and its share of the whole total. */
export interface Stage {
  readonly code: string;
  readonly name: string;
  readonly mode: StageMode;
  /** Share of the whole total in hundredths; all shares of a round sum to 100.00. */
  readonly share: number;
  /** In place of the policy's. */
  readonly trim?: Trim;
  /** In place of the policy's. */
  readonly minimumPanel?: number;
}

/** One link of the tie chain: compare the mean of this criterion, or the total before bonus. Higher goes first. */
export type TieRule = { readonly by: 'criterion'; readonly criterion: string } | { readonly by: 'base-score' };

export const BONUS_KINDS = ['bonus', 'deduction'] as const;

/** 가점 or 감점. */
export interface BonusItem {
  readonly code: string;
  readonly name: string;
  /** Most that this item may add or take away, in hundredths. */
  readonly max: number;
  /** Absent = `bonus`. The points of a deduction are positive and are taken away. */
  readonly kind?: (typeof BONUS_KINDS)[number];
}

/** How the panel is put together and loaded; counts of people, plans and fields. */
export interface PanelRules {
  /** Evaluators wanted on every plan of a stage. */
  readonly reviewsPerPlan?: number;
  /** Most plans one evaluator may be given. */
  readonly maxLoad?: number;
  /** At least `of` in `per` evaluators come from industry (convention, after 기반조성 평가관리지침 제7조: one third). */
  readonly industryShare?: { readonly of: number; readonly per: number };
  /** Different fields of expertise wanted on every plan. */
  readonly fieldsPerPlan?: number;
}
