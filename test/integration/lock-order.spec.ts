import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, TestApp } from '../support/app.js';
import { Panel, SECRETARY } from '../support/panel.js';

const REASON = '시험을 위해 적은 사유입니다. (가상)';
/** A server counts what a connection saw a moment after its transaction ended. */
const COUNTED_MS = 2_000;
const TURNS = 40;

/** SQLite has one writer: there is no order to keep. */
(process.env.TEST_POSTGRES === '1' ? describe : describe.skip)('plans, then their round: on postgres', () => {
  let app: TestApp;
  let panel: Panel;
  let losers: string[];
  let winners: string[];
  let meeting: string;

  beforeAll(async () => {
    app = await TestApp.boot('postgres');
    panel = new Panel(app);
    await panel.play.stretch(2020, '이의신청 처리');
    const of = async (state: string) =>
      (await panel.list(SECRETARY, `/plans?roundId=${panel.play.rounds[0]?.id}&state=${state}`)).map(
        ({ id, province }: { id: string; province: string }) => `${province} ${id}`,
      );
    losers = await of('not-selected');
    winners = await of('preselected');
    meeting = (await panel.list(SECRETARY, `${panel.round}/meetings`))[0].id;
  }, 600_000);
  afterAll(() => app.close());

  const post = (as: string, path: string, body: object): Promise<Answer> => app.ask('POST', path, { as, body });
  const deadlocks = async (): Promise<number> => {
    await sleep(COUNTED_MS);
    const [row] = await app.database.store.reader.query(
      `SELECT "deadlocks" FROM pg_stat_database WHERE datname = current_database()`,
    );
    return Number(row.deadlocks);
  };
  const approver = (plan: string): string => `${plan.split(' ')[0]?.toLowerCase()}-approver`;
  const id = (plan: string): string => String(plan.split(' ')[1]);

  it('given everything that decides on a plan and its round, many times at once, then nothing waits in a circle', async () => {
    const before = await deadlocks();
    const [loser, winner] = [String(losers[0]), String(winners[0])];
    const acts: readonly (() => Promise<Answer>)[] = [
      () => post(approver(loser), `/plans/${id(loser)}/objections`, { ground: 'procedure', text: REASON }),
      () => post(SECRETARY, `/plans/${id(loser)}/promotion`, {}),
      () => post(SECRETARY, `/plans/${id(winner)}/cancellation`, { decidedOn: '2020-01-02', reason: REASON }),
      () =>
        post(SECRETARY, `/meetings/${meeting}/resolutions`, {
          planId: id(loser),
          outcome: 'refuse',
          votes: { for: 14, against: 0, abstain: 0 },
        }),
      () => post('molit-officer', `${panel.round}/announcements`, { title: '재공표', reason: REASON }),
      () => post('molit-officer', `${panel.round}/announcement`, { title: '공표', figures: [] }),
    ];
    const met = new Map<number, number>();
    for (let turn = 0; turn < TURNS; turn += 1) {
      const turned = acts.map((_, index) => acts[(index + turn) % acts.length] as () => Promise<Answer>);
      for (const { status } of await Promise.all([...turned, ...turned].map((act) => act())))
        met.set(status, (met.get(status) ?? 0) + 1);
    }
    // the first objection stands; everything else is refused by what it finds behind its locks
    expect(met.get(201)).toBe(1);
    expect([...met.keys()].toSorted()).toEqual([201, 409, 422]);
    expect((await deadlocks()) - before).toBe(0);
  }, 600_000);
});
