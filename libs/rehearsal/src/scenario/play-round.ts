import { addDays, atSeoul, type Instant, seoulDay } from '@daegaejo/platform/rules';
import { policyInText } from '@daegaejo/round/rules';
import type { Applicant, Cohort } from './cohort.js';
import type { Answered, Stage } from './stage.js';

/** One thing that happens at a moment of the programme's time. */
export interface Step {
  readonly at: Instant;
  readonly name: string;
  readonly play: () => Promise<void>;
}

/** A round of the play: the cohort it plays and what the server gave it. */
export class PlayRound {
  id = '';
  readonly plans = new Map<string, Answered>();
  /** Sub-projects whose ministry gave its word on their money before the confirmation. */
  wordsOnMoney = 0;

  constructor(
    readonly stage: Stage,
    readonly cohort: Cohort,
  ) {}

  get deadlines() {
    return this.cohort.policy.calendar.deadlines;
  }

  get winners(): readonly Applicant[] {
    return this.cohort.applicants.filter(({ outcome }) => outcome === 'preselected');
  }

  /** The 시·도 that stands last in the list: what happens once in a round happens to it. */
  get last(): string {
    return this.cohort.applicants.at(-1)?.province ?? '';
  }

  /** The day or moment the calendar names for a step, as a moment at `hour` o'clock KST. */
  moment(step: string, hour: number): Instant {
    const at = this.cohort.calendar.find((entry) => entry.step === step)?.at;
    if (at === null || at === undefined)
      throw new RangeError(`the calendar of ${this.cohort.year} has no date for ${step}`);
    return at.length === 10 ? atSeoul(at, hour) : at;
  }

  /** `days` after the day of a moment, at `hour` o'clock KST. */
  after(at: Instant, days: number, hour: number): Instant {
    return atSeoul(addDays(seoulDay(at), days), hour);
  }

  plan(province: string): Answered {
    const plan = this.plans.get(province);
    if (plan === undefined) throw new RangeError(`${province} has no plan in ${this.cohort.year}`);
    return plan;
  }

  /** Takes the round one step on, as the secretariat or an officer. */
  async advance(who: string, action: string, reason?: string): Promise<void> {
    await this.stage.act(who, 'POST', `/rounds/${this.id}/transitions`, {
      action,
      ...(reason === undefined ? {} : { reason }),
    });
  }

  /** Both ministries draft and sign the round. */
  async open(): Promise<void> {
    const { stage, cohort } = this;
    const round = await stage.act('molit-officer', 'POST', '/rounds', {
      year: cohort.year,
      title: cohort.title,
      policy: policyInText(cohort.policy),
    });
    this.id = round.id;
    await stage.act('molit-officer', 'POST', `/rounds/${this.id}/approvals`, { purpose: 'policy' });
    await stage.refuse(
      `${cohort.year}: 한 부처 서명만으로 공고`,
      { status: 409, code: 'round.step-held' },
      'molit-officer',
      'POST',
      `/rounds/${this.id}/transitions`,
      { action: 'announce' },
    );
    await stage.act('motie-officer', 'POST', `/rounds/${this.id}/approvals`, { purpose: 'policy' });
  }

  /** Saves parts of a plan's draft as its writer. */
  async save(province: string, parts: unknown): Promise<void> {
    const plan = await this.stage.act(`${lower(province)}-writer`, 'GET', `/plans/${this.plan(province).id}`);
    this.plans.set(
      province,
      await this.stage.act(`${lower(province)}-writer`, 'PATCH', `/plans/${plan.id}/draft`, parts, plan.version),
    );
  }

  /** Submits a plan as its approver. */
  async submit(province: string, kind: string): Promise<void> {
    await this.stage.act(`${lower(province)}-approver`, 'POST', `/plans/${this.plan(province).id}/submissions`, {
      kind,
      letterNumber: `가상 ${province}-${this.cohort.year}-${kind}`,
    });
  }
}

export const lower = (province: string): string => province.toLowerCase();
