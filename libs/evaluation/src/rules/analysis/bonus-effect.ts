import { type Answer, type Method, rounded, shortfall } from './answer.js';
import { type Frame, frameOf, withoutScore } from './frame.js';
import type { AnalysisInput } from './input.js';
import { scoresOf } from './scores.js';
import { type Place, placesOf } from './standing.js';

const METHOD: Method = { method: 'bonus-effect', reference: 'ranking with and without 가점 (convention)' };

/** One score is enough for the cut-off to be reached by a bonus. */
export const BONUS_PLANS = 1;

/** A plan with and without its bonus. */
export interface BonusPlace {
  readonly planId: string;
  readonly label: string;
  /** Points. */
  readonly bonus: number;
  readonly with: Pick<Place, 'score' | 'rank' | 'seat'>;
  readonly without: Pick<Place, 'score' | 'rank' | 'seat'>;
}

export interface BonusEffect {
  readonly plans: readonly BonusPlace[];
  /** Inside the line with the bonuses of the round and not without any. */
  readonly inBecause: readonly string[];
  /** Inside without any bonus and not with them. */
  readonly outBecause: readonly string[];
  readonly withoutScore: readonly string[];
}

/** The effect in a round that is already in order. */
export function bonusEffectOfFrame(frame: Frame): Answer<BonusEffect> {
  const lack = shortfall(METHOD, { plans: BONUS_PLANS }, { plans: frame.scored.length });
  if (lack) return lack;
  const bare: Frame = { ...frame, plans: frame.plans.map((plan) => ({ ...plan, bonus: 0 })) };
  const without = new Map(placesOf(bare, scoresOf(bare)).map((place) => [place.planId, place]));
  const bonuses = new Map(frame.plans.map(({ planId, bonus }) => [planId, bonus]));
  const pick = ({ score, rank, seat }: Place) => ({ score, rank, seat });
  const plans = placesOf(frame, scoresOf(frame)).map((place): BonusPlace => ({
    planId: place.planId,
    label: place.label,
    bonus: rounded(bonuses.get(place.planId)!),
    with: pick(place),
    without: pick(without.get(place.planId)!),
  }));
  const idsWhere = (is: (plan: BonusPlace) => boolean): string[] => plans.filter(is).map(({ planId }) => planId);
  return {
    ...METHOD,
    status: 'ok',
    plans,
    inBecause: idsWhere((plan) => plan.with.seat === 'in' && plan.without.seat !== 'in'),
    outBecause: idsWhere((plan) => plan.with.seat !== 'in' && plan.without.seat === 'in'),
    withoutScore: withoutScore(frame),
  };
}

/** The ranking with and without bonus, and who is inside the line because of it. */
export function bonusEffect(input: AnalysisInput): Answer<BonusEffect> {
  return bonusEffectOfFrame(frameOf(input));
}
