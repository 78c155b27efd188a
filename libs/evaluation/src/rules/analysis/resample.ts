import { countingStages, type Frame, type StageFrame } from './frame.js';
import type { Random } from './random.js';
import { sortPart } from './scores.js';

/**
 * Least share of a panel that must have scored each plan for one draw of the panel to serve all plans. Below it the
 * number of sheets a plan is left with would swing from draw to draw, and trimming with it.
 */
export const JOINT_DRAW_FILL = 0.75;

/** How evaluators are drawn: one draw of the whole panel for all plans, or each plan's own sheets by themselves. */
export type Draw = 'panel' | 'own-sheets';

interface StageDraw {
  readonly stage: StageFrame;
  readonly draw: Draw;
  /** Which panel: stages marked by the same evaluators are drawn together. */
  readonly panel: number;
  /** Sheets in ascending order of totals within each plan: their totals, and who wrote them. */
  readonly totals: Float64Array;
  readonly who: Int32Array;
}

interface Panel {
  readonly members: Int32Array;
  /** How often each evaluator of the round is in the present draw. */
  readonly times: Int32Array;
}

/** Repeated draws of a round; `into` fills in the scores of the scored plans, in the frame's order of them. */
export interface Resampler {
  readonly draws: readonly { readonly stage: string; readonly draw: Draw }[];
  readonly into: (scores: Float64Array, random: Random) => void;
}

function membersOf({ evaluator }: StageFrame): number[] {
  return [...new Set(evaluator)].sort((a, b) => a - b);
}

function drawOf({ start }: StageFrame, scored: readonly number[], members: number): Draw {
  const least = JOINT_DRAW_FILL * members;
  return scored.every((plan) => start[plan + 1]! - start[plan]! >= least) ? 'panel' : 'own-sheets';
}

function stageDraws(frame: Frame): { draws: StageDraw[]; panels: Panel[] } {
  const panels = new Map<string, Panel>();
  const draws = countingStages(frame).map((stage): StageDraw => {
    const members = membersOf(stage);
    const key = members.join();
    if (!panels.has(key))
      panels.set(key, { members: Int32Array.from(members), times: new Int32Array(frame.evaluators.length) });
    const order = Int32Array.from(stage.totals, (_, sheet) => sheet);
    frame.plans.forEach((_, plan) => sortPart(order, stage.totals, stage.start[plan]!, stage.start[plan + 1]!));
    return {
      stage,
      draw: drawOf(stage, frame.scored, members.length),
      panel: [...panels.keys()].indexOf(key),
      totals: Float64Array.from(order, (sheet) => stage.totals[sheet]!),
      who: Int32Array.from(order, (sheet) => stage.evaluator[sheet]!),
    };
  });
  return { draws, panels: [...panels.values()] };
}

/** Mean of the totals that count when sheet i was drawn times[i] times, by the policy's trimming of so many sheets. */
function meanOfDraw(
  { totals, stage: { trim } }: StageDraw,
  from: number,
  to: number,
  times: Int32Array,
  drawn: number,
): number {
  let kept = drawn - trim.highest - trim.lowest;
  let skip = trim.lowest;
  if (kept < 1 || kept < trim.minimumKept) {
    kept = drawn;
    skip = 0;
  }
  let [sum, left] = [0, kept];
  for (let sheet = from; sheet < to && left > 0; sheet += 1) {
    let count = times[sheet - from]!;
    if (skip > 0) {
      const off = Math.min(skip, count);
      skip -= off;
      count -= off;
    }
    if (count > left) count = left;
    sum += count * totals[sheet]!;
    left -= count;
  }
  return sum / kept;
}

function drawPanel({ members, times }: Panel, random: Random): void {
  times.fill(0);
  for (let i = 0; i < members.length; i += 1) {
    const member = members[random.below(members.length)]!;
    times[member] = times[member]! + 1;
  }
}

/** How often each of a plan's sheets is in the panel's draw; gives their number, 0 when nobody drawn scored the plan. */
function fromPanel(who: Int32Array, from: number, to: number, drawn: Int32Array, times: Int32Array): number {
  let count = 0;
  for (let sheet = from; sheet < to; sheet += 1) {
    const often = drawn[who[sheet]!]!;
    times[sheet - from] = often;
    count += often;
  }
  return count;
}

function fromOwn(from: number, to: number, times: Int32Array, random: Random): number {
  const size = to - from;
  for (let i = 0; i < size; i += 1) times[i] = 0;
  for (let i = 0; i < size; i += 1) {
    const sheet = random.below(size);
    times[sheet] = times[sheet]! + 1;
  }
  return size;
}

/**
 * Draws evaluators with replacement. Where (almost) everybody scored every plan, one draw of the panel serves all plans:
 * a severe evaluator drawn twice counts twice everywhere. One who did not score a plan does not count there, and a plan
 * nobody drawn has scored falls back to a draw of its own sheets. In any sparser design every plan's own sheets are
 * drawn (bootstrap stratified by plan): its number of sheets stays what it is, and what two plans share through the same
 * evaluators is taken as independent, which makes their difference look less certain rather than more. An abstained mark
 * keeps the figure it has in the round.
 */
export function resamplerOf(frame: Frame): Resampler {
  const { draws, panels } = stageDraws(frame);
  const most = draws.reduce(
    (widest, { stage: { start } }) =>
      frame.scored.reduce((width, plan) => Math.max(width, start[plan + 1]! - start[plan]!), widest),
    0,
  );
  const times = new Int32Array(most);
  const scored = Int32Array.from(frame.scored);
  const bonuses = Float64Array.from(frame.scored, (plan) => frame.plans[plan]!.bonus);
  const joint = panels.filter((_, panel) => draws.some((draw) => draw.panel === panel && draw.draw === 'panel'));
  const into = (scores: Float64Array, random: Random): void => {
    for (const panel of joint) drawPanel(panel, random);
    scores.set(bonuses);
    for (const draw of draws) {
      const { start, share } = draw.stage;
      const { times: drawnTimes } = panels[draw.panel]!;
      for (let i = 0; i < scored.length; i += 1) {
        const [from, to] = [start[scored[i]!]!, start[scored[i]! + 1]!];
        let drawn = draw.draw === 'panel' ? fromPanel(draw.who, from, to, drawnTimes, times) : 0;
        if (drawn === 0) drawn = fromOwn(from, to, times, random);
        scores[i] = scores[i]! + share * meanOfDraw(draw, from, to, times, drawn);
      }
    }
  };
  return { draws: draws.map(({ stage, draw }) => ({ stage: stage.code, draw })), into };
}
