import type { Criterion } from '@daegaejo/round/rules';
import { networkTransport, Play, Stage } from '@daegaejo/rehearsal/demo';

/** Plans of the earlier round wait in consulting while the later round is half scored: opinions, requests and sheets at once. */
const CONSULTING = { year: 2020, before: '의견 반영, 본접수 시작' };
const SCORING = { year: 2021, before: '나머지 채점' };
const CONSULTANTS = ['consultant-1', 'consultant-2', 'consultant-3'];
export const SECRETARY = 'kicox-secretary';
/** Only he may return sheets; his own are left alone. */
export const CHAIR = 'evaluator-2021-1';
/** The last ones first: those who have not handed in yet, so that enough sheets of the others stay to rank by. */
const EVALUATORS = Array.from({ length: 8 }, (_, index) => `evaluator-2021-${9 - index}`);
/** Roles whose holders hear of an opinion about, or a request to, their organisation. */
const TOLD_OF_OPINIONS = ['province-writer', 'province-approver'];
const TOLD_OF_REQUESTS = [...TOLD_OF_OPINIONS, 'ministry-reviewer', 'ministry-officer'];

export interface Person {
  readonly username: string;
  readonly id: string;
  readonly password: string;
}
export interface Plan {
  readonly id: string;
  readonly consultant: string;
  /** Who is told of an opinion about it. */
  readonly told: readonly Person[];
}
export interface Asked {
  readonly organisationId: string;
  /** Who is told of a request to it. */
  readonly told: readonly Person[];
}
/** A sheet as its evaluator last knew it. */
export interface Sheet {
  readonly id: string;
  readonly evaluator: string;
  state: string;
  version: number;
  overall: string | null;
}
/** Who can write what when the storm begins. */
export interface Cast {
  readonly stage: Stage;
  readonly people: ReadonlyMap<string, Person>;
  /** Those who write in the storm. */
  readonly writers: readonly Person[];
  readonly plans: readonly Plan[];
  readonly asked: readonly Asked[];
  readonly sheets: readonly Sheet[];
  readonly criteria: readonly { readonly code: string; readonly max: number }[];
  readonly consultingRound: string;
  readonly scoringRound: string;
}

interface Account {
  readonly username: string;
  readonly password: string;
  readonly roles: readonly { readonly role: string; readonly organisation: string }[];
}

/** Plays both rounds over HTTP to where the storm begins, and looks round who is there. */
export async function castAt(origin: string): Promise<Cast> {
  const response = await fetch(`${origin}/api/v1/demo/accounts`);
  const { items: accounts } = (await response.json()) as { items: Account[] };
  const passwords = new Map(accounts.map(({ username, password }) => [username, password]));
  const stage = new Stage(networkTransport(origin), (username) => passwords.get(username) ?? '', 'storm');
  const play = new Play(stage);
  for (const { cohort } of play.rounds) inOneStage(cohort.policy);
  await play.stretch(CONSULTING.year, CONSULTING.before);
  await play.stretch(SCORING.year, SCORING.before);
  const [consulting, scoring] = play.rounds;
  if (consulting === undefined || scoring === undefined) throw new Error('the play has no two rounds');

  const people = new Map<string, Person>();
  for (const { username, password } of accounts)
    people.set(username, { username, password, id: await stage.person(username) });
  const holders = (code: string, roles: readonly string[]): Person[] =>
    accounts
      .filter((account) =>
        account.roles.some(({ role, organisation }) => organisation === code && roles.includes(role)),
      )
      .map(({ username }) => knownPerson(people, username));
  const codes = [...consulting.cohort.applicants.map(({ province }) => province), 'MOLIT', 'MOTIE', 'MOEL'];
  return {
    stage,
    people,
    writers: [...CONSULTANTS, SECRETARY, CHAIR, ...EVALUATORS].map((username) => knownPerson(people, username)),
    plans: consulting.cohort.applicants.map(({ province }, index) => ({
      id: consulting.plan(province).id,
      consultant: CONSULTANTS[index % CONSULTANTS.length] ?? '',
      told: holders(province, TOLD_OF_OPINIONS),
    })),
    asked: await Promise.all(
      codes.map(async (code) => ({
        organisationId: await stage.organisation(code),
        told: holders(code, TOLD_OF_REQUESTS),
      })),
    ),
    sheets: await sheetsOf(stage, scoring.id),
    criteria: scoring.cohort.policy.criteria,
    consultingRound: consulting.id,
    scoringRound: scoring.id,
  };
}

/** What the storm's evaluators mark at random, and its own count of the ranking, know one stage, plain criteria and no abstention. */
function inOneStage(policy: { readonly criteria: readonly Criterion[]; readonly scoring: object }): void {
  const criteria = policy.criteria.map(({ code, name, max }) => ({ code, name, max, weight: max }));
  Object.assign(policy, { criteria, stages: undefined, groups: undefined });
  Object.assign(policy.scoring, { abstention: undefined });
}

async function sheetsOf(stage: Stage, roundId: string): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  for (const evaluator of EVALUATORS)
    for (const { id, version, state, overall, allowed } of await stage.list(
      evaluator,
      `/rounds/${roundId}/score-sheets`,
    ))
      if ((allowed as string[]).length > 0)
        sheets.push({ id, version, evaluator, state: String(state), overall: overall as string | null });
  return sheets;
}

function knownPerson(people: ReadonlyMap<string, Person>, username: string): Person {
  const person = people.get(username);
  if (person === undefined) throw new Error(`the demo does not know ${username}`);
  return person;
}

/** Opens a session; its token holds in every process and over every restart. */
export async function signIn(origin: string, { username, password }: Person): Promise<string> {
  const response = await fetch(`${origin}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  const { accessToken } = (await response.json()) as { accessToken?: string };
  if (accessToken === undefined) throw new Error(`${username} cannot sign in: ${response.status}`);
  return accessToken;
}
