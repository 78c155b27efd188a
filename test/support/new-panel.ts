import type { Answer } from './app.js';
import { type Panel, SECRETARY } from './panel.js';

const REASON = '시험을 위한 사유입니다. (가상)';
/** Everybody who evaluates another year's plans, and none of 2020's. */
const OTHERS = [
  ...Array.from({ length: 9 }, (_, at) => `evaluator-2021-${at + 1}`),
  ...Array.from({ length: 5 }, (_, at) => `evaluator-2023-${at + 1}`),
];

/** The all-new panel of one plan, as a spec speaks of it. */
export class NewPanel {
  id = '';

  constructor(
    readonly panel: Panel,
    readonly province: string,
  ) {}

  /** An objection against what was announced, taken up and upheld; answers its id. */
  async uphold(): Promise<string> {
    const body = { ground: 'procedure', text: REASON };
    const objector = `${this.province.toLowerCase()}-approver`;
    const { id } = await this.panel.act(objector, `${this.panel.plan(this.province)}/objections`, body);
    await this.panel.act(SECRETARY, `/objections/${id}/screening`, { verdict: 'examine', reason: REASON });
    await this.panel.act(SECRETARY, `/objections/${id}/decision`, { decision: 'uphold', reason: REASON });
    return id;
  }

  open(scoreBy: string): Promise<Answer> {
    return this.panel.post(SECRETARY, `${this.panel.plan(this.province)}/re-evaluation-panel`, { scoreBy });
  }

  async opened(scoreBy: string): Promise<void> {
    const { status, body, text } = await this.open(scoreBy);
    if (status !== 201) throw new Error(text);
    this.id = body.id;
  }

  /** People between whom and the plan nothing stands, by the round's own rules. */
  async fit(): Promise<string[]> {
    const found: string[] = [];
    for (const username of OTHERS) {
      const personId = await this.panel.app.person(username);
      const { body } = await this.panel.get(SECRETARY, `${this.panel.round}/conflicts?personId=${personId}`);
      const planId = this.panel.planId(this.province);
      if (!body.conflicts.some((conflict: { planId: string }) => conflict.planId === planId)) found.push(username);
    }
    return found;
  }

  async invite(username: string, chair = false): Promise<Answer> {
    const personId = await this.panel.app.person(username);
    return this.panel.post(SECRETARY, `${this.panel.round}/panel-members`, {
      personId,
      chair,
      series: 're-evaluation',
    });
  }

  /** Invites somebody who accepts and signs the pledge, unless he sits already; answers the id of his membership. */
  async seat(username: string, chair = false): Promise<string> {
    const { status, body: member } = await this.invite(username, chair);
    if (status === 409) return this.panel.memberId(username);
    await this.panel.act(username, `/panel-members/${member.id}/response`, { response: 'accept' });
    await this.panel.act(username, `/panel-members/${member.id}/pledge`, { agreed: true });
    return member.id;
  }

  async assign(username: string, chair = false): Promise<Answer> {
    return this.panel.assign(this.province, await this.seat(username, chair));
  }

  /** A role, unless he has it. */
  async grant(username: string, role: string): Promise<void> {
    const body = { role, organisationId: await this.panel.app.organisation('KICOX') };
    const { status, text } = await this.panel.post(
      'admin',
      `/people/${await this.panel.app.person(username)}/grants`,
      body,
    );
    if (status !== 201 && status !== 409) throw new Error(text);
  }

  /** The chair first, all of them on the plan. */
  async assemble([chair = '', ...others]: readonly string[]): Promise<void> {
    await this.grant(chair, 'panel-chair');
    for (const username of [chair, ...others]) {
      const { status, text } = await this.assign(username, username === chair);
      if (status !== 201) throw new Error(text);
    }
  }

  /** His own sheet, with such a share of every highest mark. */
  async fill(username: string, share: number): Promise<{ id: string; version: number }> {
    const { body: round } = await this.panel.get(SECRETARY, this.panel.round);
    const marks = round.policy.criteria.map(({ code, max }: { code: string; max: string }) => ({
      criterion: code,
      mark: (Number(max) * share).toFixed(2),
      comment: '가상 의견',
    }));
    const { id, version } = await this.panel.sheet(username, this.province);
    return this.panel.act(username, `/score-sheets/${id}`, { marks, overall: '가상 종합의견' }, 'PUT', version);
  }

  async submit(username: string, share: number): Promise<string> {
    const { id } = await this.fill(username, share);
    await this.panel.act(username, `/score-sheets/${id}/submission`);
    return id;
  }

  lock(as: string): Promise<Answer> {
    return this.panel.post(as, `/re-evaluation-panels/${this.id}/lock`);
  }

  sign(as: string, { id, contentHash }: { id: string; contentHash: string }): Promise<Answer> {
    return this.panel.post(as, `/re-evaluations/${id}/signature`, { contentHash });
  }

  /** Opened, appointed, marked, locked and signed: what it came to. */
  async evaluate(people: readonly string[], share: number, scoreBy: string): Promise<Answer['body']> {
    await this.opened(scoreBy);
    await this.assemble(people);
    for (const username of people) await this.submit(username, share);
    const { status, body, text } = await this.lock(String(people[0]));
    if (status !== 200) throw new Error(text);
    const signed = await this.sign(String(people[0]), body);
    if (signed.status !== 200) throw new Error(signed.text);
    return signed.body;
  }
}
