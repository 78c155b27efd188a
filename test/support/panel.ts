import { rowsOf } from '@daegaejo/platform';
import type { Answer, TestApp } from './app.js';
import { playIn } from './play.js';

export const SECRETARY = 'kicox-secretary';
const REASON = '시험을 위한 사유입니다. (가상)';

export interface Seated {
  readonly id: string;
  readonly planId: string;
  readonly personId: string;
  readonly state: string;
}

/** The panel of 2020 as a spec speaks of it: people by their user names, plans by their provinces. */
export class Panel {
  readonly play: ReturnType<typeof playIn>;

  constructor(readonly app: TestApp) {
    this.play = playIn(app);
  }

  get round(): string {
    return `/rounds/${this.play.rounds[0]?.id}`;
  }
  planId(province: string): string {
    return String(this.play.rounds[0]?.plan(province).id);
  }
  plan(province: string): string {
    return `/plans/${this.planId(province)}`;
  }

  get = (as: string, path: string): Promise<Answer> => this.app.ask('GET', path, { as });
  post = (as: string, path: string, body: object = {}): Promise<Answer> => this.app.ask('POST', path, { as, body });
  /** What has to succeed. */
  async act(as: string, path: string, body: object = {}, method = 'POST', version?: number) {
    const headers: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` };
    const answer = await this.app.ask(method, path, { as, body, headers });
    if (answer.status >= 300) throw new Error(`${as} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  }
  async list(as: string, path: string) {
    return (await this.get(as, `${path}${path.includes('?') ? '&' : '?'}limit=200`)).body.items;
  }

  /** Enters somebody in the candidate pool, or refreshes his profile. */
  async profile(username: string, change: object = {}, headers: Record<string, string> = {}): Promise<Answer> {
    const body = {
      fields: ['산업입지'],
      industry: false,
      department: null,
      qualification: 'doctor',
      experienceYears: null,
      ...change,
    };
    const path = `/candidates/${await this.app.person(username)}`;
    return this.app.ask('PUT', path, { as: SECRETARY, body, headers });
  }

  async invite(username: string): Promise<Answer> {
    return this.post(SECRETARY, `${this.round}/panel-members`, { personId: await this.app.person(username) });
  }

  /** Invites somebody who accepts, and signs the pledge unless told otherwise; answers the id of his membership. */
  async seat(username: string, pledge: object | null = { agreed: true }): Promise<string> {
    const { body: member } = await this.invite(username);
    await this.act(username, `/panel-members/${member.id}/response`, { response: 'accept' });
    if (pledge !== null) await this.act(username, `/panel-members/${member.id}/pledge`, pledge);
    return member.id;
  }

  async memberId(username: string): Promise<string> {
    const personId = await this.app.person(username);
    const members = await this.list(SECRETARY, `${this.round}/panel-members`);
    return members.find((member: Seated) => member.personId === personId).id;
  }

  assign(province: string, memberId: string, more: object = {}): Promise<Answer> {
    return this.post(SECRETARY, `${this.plan(province)}/assignments`, { memberId, ...more });
  }

  /** Where somebody is, or was, assigned. */
  async assignments(username: string): Promise<Seated[]> {
    const personId = await this.app.person(username);
    const all: Seated[] = await this.list(SECRETARY, `${this.round}/assignments`);
    return all.filter((assignment) => assignment.personId === personId);
  }
  async assignment(username: string, province: string): Promise<Seated | undefined> {
    return (await this.assignments(username)).find(({ planId }) => planId === this.planId(province));
  }

  async sheet(username: string, province: string) {
    const mine = await this.assignment(username, province);
    const sheets = await this.list(SECRETARY, `${this.round}/score-sheets?planId=${this.planId(province)}`);
    return sheets.find(({ assignmentId }: { assignmentId: string }) => assignmentId === mine?.id);
  }

  /** Fills a sheet, ready to be handed in. */
  async fill(username: string, province: string): Promise<{ id: string; version: number }> {
    const { body: round } = await this.get(SECRETARY, this.round);
    const marks = round.policy.criteria.map(({ code, max }: { code: string; max: string }) => ({
      criterion: code,
      mark: max,
      comment: '가상 의견',
    }));
    const { id, version } = await this.sheet(username, province);
    return this.act(username, `/score-sheets/${id}`, { marks, overall: '가상 종합의견' }, 'PUT', version);
  }

  async challenge(province: string, named: string): Promise<Answer> {
    return this.post(`${province.toLowerCase()}-approver`, `${this.plan(province)}/challenges`, {
      named,
      grounds: REASON,
    });
  }
  async put(challengeId: string, username: string, province: string) {
    const assignment = await this.assignment(username, province);
    return this.act(SECRETARY, `/challenges/${challengeId}/putting`, { assignmentId: assignment?.id });
  }
  vote(username: string, challengeId: string, uphold: boolean): Promise<Answer> {
    return this.post(username, `/challenges/${challengeId}/votes`, { uphold, reason: REASON });
  }

  /** History entries of a type, newest first. */
  history = (type: string) => this.list('auditor', `/history?type=${type}`);

  /** Changes a row that no route changes. */
  write(statement: string, values: readonly string[]): Promise<unknown> {
    const { store } = this.app.database;
    return store.write(({ manager }) => rowsOf(manager, store.dialect, statement, values));
  }
}
