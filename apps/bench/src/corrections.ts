import { formatScore } from '@daegaejo/platform/rules';
import { CRITERIA, POLICY, SHEETS } from './aggregate-world.js';
import { ask, type Bare } from './database.js';
import { asked, RawClient } from './raw-client.js';
import type { LockedRound } from './round-world.js';

/** A proposed change of one mark of a locked sheet. */
export interface Proposed {
  readonly correctionId: string;
  /** Place of the mark among all marks of the round, and what it is to be, in hundredths. */
  readonly at: number;
  readonly mark: number;
}

/** A sheet to be corrected, and its place among all sheets of the round. */
interface Target {
  readonly id: string;
  readonly sheet: number;
  readonly comments: readonly (string | null)[];
}

/**
 * Changes scores of a locked round the only way there is: the chair proposes a correction, the secretariat approves it, both over
 * HTTP. Every change is of another sheet, and moves one mark to the other end of its scale.
 */
export class Corrections {
  private next = 0;

  private constructor(
    private readonly client: RawClient,
    private readonly round: LockedRound,
    private readonly targets: readonly Target[],
  ) {}

  /** On at most so many sheets, spread over the whole list, so that ranks change everywhere. */
  static async on(bare: Bare, url: string, round: LockedRound, most: number): Promise<Corrections> {
    const rows = await ask<{ id: string; planId: string; alias: string; marks: string }>(
      bare,
      `SELECT s."id" AS "id", s."planId" AS "planId", a."alias" AS "alias", s."marks" AS "marks" FROM "score_sheet" s
       JOIN "evaluator_assignment" a ON a."id" = s."assignmentId" WHERE s."roundId" = ?`,
      [round.roundId],
    );
    const places = new Map(round.planIds.map((id, place) => [id, place]));
    const targets = rows
      .map(({ id, planId, alias, marks }) => ({
        id,
        sheet: (places.get(planId) ?? -1) * SHEETS + Number(alias.slice(1)) - 1,
        comments: (JSON.parse(marks) as { comment: string | null }[]).map(({ comment }) => comment),
      }))
      .sort((a, b) => a.sheet - b.sheet);
    const step = Math.max(1, Math.floor(targets.length / most));
    return new Corrections(await RawClient.open(url), round, targets.filter((_, no) => no % step === 0).slice(0, most));
  }

  /** Sheets still to be corrected. */
  get left(): number {
    return this.targets.length - this.next;
  }

  async propose(): Promise<Proposed> {
    const target = this.targets[this.next];
    if (target === undefined) throw new RangeError('no sheet is left to be corrected');
    this.next += 1;
    const from = target.sheet * CRITERIA;
    const mark = (this.round.marks[from] ?? 0) > 7_500 ? 5_000 : 10_000;
    const marks = POLICY.criteria.map(({ code }, at) => ({
      criterion: code,
      mark: formatScore(at === 0 ? mark : (this.round.marks[from + at] ?? 0)),
      comment: target.comments[at] ?? null,
    }));
    const answer = await asked(this.client, `/api/v1/score-sheets/${target.id}/corrections`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.round.chair}` },
      body: JSON.stringify({ marks, reason: '합산 착오를 바로잡습니다.' }),
    });
    const { id: correctionId } = JSON.parse(answer.toString('utf8')) as { id: string };
    return { correctionId, at: from, mark };
  }

  /** The score is changed when this is done. */
  async approve({ correctionId, at, mark }: Proposed): Promise<void> {
    await asked(this.client, `/api/v1/corrections/${correctionId}/decision`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.round.secretariat}` },
      body: JSON.stringify({ decision: 'approve' }),
    });
    this.round.marks[at] = mark;
  }

  close(): void {
    this.client.close();
  }
}
