import { conferenceSteps } from './act-conference.js';
import { agreementSteps } from './act-agreement.js';
import { budgetSteps } from './act-budget.js';
import { decisionSteps } from './act-decision.js';
import { designationSteps } from './act-designation.js';
import { evaluationSteps } from './act-evaluation.js';
import { executionSteps } from './act-execution.js';
import { filingSteps } from './act-filing.js';
import { portfolioSteps } from './act-portfolio.js';
import { COHORT_YEARS, loadCohort } from './cohort.js';
import { PlayRound, type Step } from './play-round.js';
import type { Stage } from './stage.js';

/** Where the demo stops the second round: half of the panel has scored, and the scoring deadline was moved to let a visitor go on. */
const DEMO_STOP = { year: 2021, after: '평가 시작, 절반 채점', deadline: '2021-04-30T09:00:00.000Z' };

/** And the first: its region is designated; what becomes of the money is left for the visitor. */
const DEMO_END = { year: 2020, after: '지정·고시' };

/** A step of one round, in the order of the programme's time. */
export interface Scene extends Step {
  readonly year: number;
}

/** Both rounds of the play, interleaved as they were. */
export class Play {
  readonly rounds: readonly PlayRound[];
  private readonly scenes: readonly Scene[];

  constructor(readonly stage: Stage) {
    this.rounds = COHORT_YEARS.map((year) => new PlayRound(stage, loadCohort(year)));
    this.scenes = this.rounds
      .flatMap((round) => scenesOf(round))
      .sort((a, b) => (a.at === b.at ? a.year - b.year : a.at < b.at ? -1 : 1));
  }

  /** Plays everything, on the real dates. */
  async all(tell: (scene: Scene) => void): Promise<void> {
    for (const scene of this.scenes) await this.perform(scene, tell);
  }

  /** Plays the first round to its designation and the second up to the middle of its evaluation. */
  async demo(tell: (scene: Scene) => void): Promise<void> {
    const place = ({ year, after }: { year: number; after: string }): number =>
      this.scenes.findIndex((scene) => scene.year === year && scene.name === after);
    const stop = place(DEMO_STOP);
    const last = new Map([
      [DEMO_STOP.year, stop],
      [DEMO_END.year, place(DEMO_END)],
    ]);
    for (const [index, scene] of this.scenes.entries()) {
      if (index > (last.get(scene.year) ?? -1)) continue;
      await this.perform(scene, tell);
      if (index !== stop) continue;
      await this.holdOpen();
      await this.fillPool();
    }
  }

  /** Plays one round alone: from the scene called `from` (the first, where none is named) up to but not including `before` (to the end, where that is null). */
  async stretch(year: number, before: string | null, from: string | null = null): Promise<void> {
    const own = this.scenes.filter((scene) => scene.year === year);
    const place = (name: string): number => own.findIndex((scene) => scene.name === name);
    for (const scene of own.slice(from === null ? 0 : place(from), before === null ? own.length : place(before)))
      await this.perform(scene, () => undefined);
  }

  private async perform(scene: Scene, tell: (scene: Scene) => void): Promise<void> {
    await this.stage.clock(scene.at);
    await scene.play();
    tell(scene);
  }

  /** The evaluators of the open round in the candidate pool: fictional fields, one in three from industry. */
  private async fillPool(): Promise<void> {
    for (let at = 0; at < 9; at += 1) {
      const personId = await this.stage.person(`evaluator-${DEMO_STOP.year}-${at + 1}`);
      await this.stage.act('kicox-secretary', 'PUT', `/candidates/${personId}`, {
        fields: [FIELDS[at % FIELDS.length], FIELDS[(at + 2) % FIELDS.length]],
        industry: at % 3 === 2,
        department: null,
        qualification: at % 2 === 0 ? 'doctor' : 'professional-engineer',
        experienceYears: null,
      });
    }
  }

  private async holdOpen(): Promise<void> {
    const round = this.rounds.find(({ cohort }) => cohort.year === DEMO_STOP.year);
    await this.stage.act('molit-officer', 'POST', `/rounds/${round?.id}/extensions`, {
      step: 'scoring',
      deadline: DEMO_STOP.deadline,
      reason: '시연을 위해 평가 마감을 늦춥니다. (가상)',
    });
  }
}

/** Fields of the fictional candidates, one after the other. */
const FIELDS = ['산업입지', '지역경제', '도시계획', '탄소중립', '고용·인력'];

function scenesOf(round: PlayRound): Scene[] {
  const steps = [
    ...filingSteps(round),
    ...evaluationSteps(round),
    ...portfolioSteps(round),
    ...decisionSteps(round),
    ...designationSteps(round),
    ...budgetSteps(round),
    ...conferenceSteps(round),
    ...executionSteps(round),
    ...agreementSteps(round),
  ];
  return steps.map((step) => ({ ...step, year: round.cohort.year }));
}
