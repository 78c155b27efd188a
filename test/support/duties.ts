import { deadlinesOf, type DutyContext, DutySources, policyOf, RoundEntity } from '@daegaejo/round';
import type { Duty, DutyOwner } from '@daegaejo/round/rules';
import { addDays, atSeoul, seoulDay, seoulText } from '@daegaejo/platform/rules';
import type { Ask, TestApp } from './app.js';
import { settled } from './settled.js';

/** Term of duties without a deadline of their own: so many days on, at 18:00. The business days are somebody else's rule. */
const TERM_DAYS = 3;

/** Looks at the duties of one round through the port, and notes what every write changes. */
export class DutyWatch {
  /** What an act did to the list: "POST /plans" → "+submit-pre-intake". */
  readonly changes = new Map<string, Set<string>>();
  /** One duty of every kind that opened, in words; of several the first in their order. */
  readonly samples = new Map<string, string>();
  private known: readonly string[] = [];
  private names = new Map<string, string>();

  constructor(
    private readonly app: TestApp,
    private readonly roundId: () => string,
  ) {}

  async context(more: Partial<DutyContext> = {}): Promise<DutyContext> {
    const manager = this.app.database.store.reader;
    const round = await manager.findOneByOrFail(RoundEntity, { id: this.roundId() });
    const policy = await policyOf(manager, round);
    const { body } = await this.app.ask('GET', '/rehearsal/clock');
    return {
      manager,
      dialect: this.app.database.store.dialect,
      now: body.now,
      round,
      policy,
      deadlineOf: await deadlinesOf(manager, round, policy),
      dueAfter: (from) => atSeoul(addDays(seoulDay(from), TERM_DAYS), 18),
      only: null,
      ...more,
    };
  }

  /** Everything open now; from here on changes are counted. */
  async open(more: Partial<DutyContext> = {}): Promise<Duty[]> {
    const duties = await this.app.app.get(DutySources).open(await this.context(more));
    if (Object.keys(more).length === 0) this.known = duties.map(({ key }) => key);
    for (const { kind } of duties)
      if (!this.samples.has(kind)) {
        const same = duties.filter((other) => other.kind === kind);
        this.samples.set(kind, String((await Promise.all(same.map((duty) => this.inWords(duty)))).sort()[0]));
      }
    return duties;
  }

  /** The same, for a play to speak through: after every write it looks again, and once more through `only`. */
  speaking(): TestApp {
    const ask = async (method: string, path: string, more?: Ask) => {
      const answer = await this.app.ask(method, path, more);
      if (method !== 'GET' && answer.status < 300 && !path.endsWith('/auth/login') && this.roundId() !== '')
        await this.note(actOf(method, path, more?.body));
      return answer;
    };
    return { ask } as unknown as TestApp;
  }

  private async note(act: string): Promise<void> {
    const before = this.known;
    await this.open();
    expect(new Set(this.known).size).toBe(this.known.length);
    const change = [
      ...counted(
        '-',
        before.filter((key) => !this.known.includes(key)),
      ),
      ...counted(
        '+',
        this.known.filter((key) => !before.includes(key)),
      ),
    ].join(' ');
    this.changes.set(act, (this.changes.get(act) ?? new Set()).add(change));
    if (change === '') return;
    await settled(this.app); // a ranking computed between two looks would make them differ
    const steady = await this.open({ only: null });
    const only = steady.filter((_, index) => index % 2 === 0).map(({ subjectId }) => subjectId);
    expect(await this.open({ only })).toEqual(steady.filter(({ subjectId }) => only.includes(subjectId)));
  }

  /** A duty in words a spec can compare: until when or since which day, whose it is, who hears when it is late, params. */
  async inWords({ clock, at, owners, superiors, params }: Duty): Promise<string> {
    const [whose, above] = [await this.namesOf(owners), await this.namesOf(superiors)];
    const facts = Object.entries(params).map(([name, value]) => `${name}=${value}`);
    const when = clock === 'deadline' ? `by ${seoulText(at)}` : `since ${seoulDay(at)}`;
    return `${when}, ${whose}${above === '' ? '' : ` < ${above}`}: ${facts.join(', ')}`;
  }

  private async namesOf(owners: readonly DutyOwner[]): Promise<string> {
    if (this.names.size === 0)
      for (const path of ['/organisations', '/people'])
        for (const item of (await this.app.ask('GET', `${path}?limit=200`, { as: 'admin' })).body.items)
          this.names.set(item.id, item.code ?? item.username);
    return owners
      .map((owner) => {
        if ('personId' in owner) return this.names.get(owner.personId);
        return owner.organisationId === null ? owner.role : `${owner.role} ${this.names.get(owner.organisationId)}`;
      })
      .join(' + ');
  }
}

function counted(sign: string, keys: readonly string[]): string[] {
  const kinds = keys.map((key) => key.slice(0, key.indexOf(':')));
  return [...new Set(kinds)]
    .sort()
    .map((kind) => `${sign}${kind}×${kinds.filter((other) => other === kind).length}`.replace(/×1$/, ''));
}

function actOf(method: string, path: string, body: unknown): string {
  const { action, kind, phase } = (body ?? {}) as Record<string, string | undefined>;
  const route = path.replace('//api/v1', '').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*');
  return [method, route, action ?? kind ?? phase].filter((part) => part !== undefined).join(' ');
}
