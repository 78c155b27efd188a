import { agreementOfFrame } from './agreement.js';
import { bonusEffectOfFrame } from './bonus-effect.js';
import { bootstrapFrame, type BootstrapOptions } from './bootstrap.js';
import { flagsOfFrame } from './flags.js';
import { frameOf } from './frame.js';
import type { AnalysisInput } from './input.js';
import { leaveOneOutOfFrame } from './leave-one-out.js';
import { linkageInputOf, linkageOf } from './linkage.js';
import { raschOfFrame, type RaschOptions } from './rasch.js';
import { severityOfFrame } from './severity.js';
import { weightSensitivityOfFrame, type WeightOptions } from './weight-sensitivity.js';

/** What is asked of an analysis; everything but the seed has a default. */
export interface AnalysisOptions extends BootstrapOptions, WeightOptions, RaschOptions {
  /** Resamples of the plans behind the intervals of agreement. */
  readonly agreementReplicates?: number;
}

/** All that the numbers of a round can carry. Plain JSON; the same input and options give the same bytes. */
export type RoundAnalysis = ReturnType<typeof analyseRound>;

/**
 * Every analysis of a round, each answering for itself or saying what it lacks. It stands beside the ranking and never in
 * its place: the ranking is computed exactly, elsewhere. `chairOnly` is for no other audience.
 */
export function analyseRound(input: AnalysisInput, options: AnalysisOptions) {
  const frame = frameOf(input);
  const { seed, agreementReplicates } = options;
  return {
    seed,
    bootstrap: bootstrapFrame(frame, options),
    weights: weightSensitivityOfFrame(frame, options),
    leaveOneOut: leaveOneOutOfFrame(frame),
    bonus: bonusEffectOfFrame(frame),
    severity: severityOfFrame(frame),
    rasch: raschOfFrame(frame, options),
    agreement: agreementOfFrame(frame, { seed, replicates: agreementReplicates }),
    linkage: linkageOf(linkageInputOf(input)),
    chairOnly: { flags: flagsOfFrame(frame, input) },
  };
}
