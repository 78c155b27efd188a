import { seoulText } from '@daegaejo/platform/rules';
import { Play, checkRound, networkTransport, Stage } from '@daegaejo/rehearsal/demo';
import { checkTable, inEok, rankingTable, table } from './report.js';
import { temporaryServer } from './server.js';

/** Passwords of the demo's people, as the server itself lists them. */
async function passwords(url: string): Promise<(username: string) => string> {
  const response = await fetch(`${url}/api/v1/demo/accounts`);
  if (!response.ok) throw new Error(`${url} lists no demo people (DEMO=people is needed): ${response.status}`);
  const { items } = (await response.json()) as { items: { username: string; password: string }[] };
  const known = new Map(items.map((item) => [item.username, item.password]));
  return (username) => known.get(username) ?? '';
}

/** Plays both rounds against `url`; answers whether every figure came out. */
async function play(url: string): Promise<boolean> {
  const started = performance.now();
  const stage = new Stage(networkTransport(url), await passwords(url), String(Date.now()));
  const whole = new Play(stage);
  await whole.all((scene) => console.log(`${seoulText(scene.at).padEnd(20)} ${scene.year}년 회차  ${scene.name}`));
  const results = [];
  for (const round of whole.rounds) {
    const { checks, outcome } = await checkRound(stage, round);
    results.push({ year: round.cohort.year, roundId: round.id, checks, outcome });
    console.log(`\n${round.cohort.title}: 순위 (점수는 가상)\n${await rankingTable(stage, round.id)}`);
    const regions = outcome.regions.map(({ province, funding }) => [
      province,
      inEok(funding.total),
      ...Object.values(funding.byYear).map(inEok),
    ]);
    console.log(
      `\n${round.cohort.title}: 3개년 재원 (지역·연도별 배분은 가상, 1차년도 국비 합계는 출처 있음)\n${table(['지역', '합계', '1차년도', '2차년도', '3차년도'], regions)}`,
    );
  }
  const refusals = stage.refusals.map(({ what, status, code }) => [what, String(status), code]);
  console.log(`\n거절되어야 하고 거절된 것 (${refusals.length}건)\n${table(['시도', '상태', '코드'], refusals)}`);
  const checks = results.flatMap((result) => result.checks);
  console.log(`\n${checkTable(checks)}`);
  const ok = checks.every((check) => check.ok);
  const seconds = Number(((performance.now() - started) / 1000).toFixed(1));
  console.log(
    `\n${ok ? '모든 값이 일치합니다.' : '일치하지 않는 값이 있습니다.'} 요청 ${stage.requests}건, ${seconds}초`,
  );
  console.log(
    JSON.stringify({
      ok,
      seconds,
      requests: stage.requests,
      refusals: stage.refusals.map(({ what, status, code }) => ({ what, status, code })),
      rounds: results.map(({ year, roundId, checks: own, outcome }) => ({
        year,
        roundId,
        regions: outcome.regions.map(({ province }) => province),
        confirmed: outcome.confirmed,
        nationalByYear: outcome.funding.nationalByYear,
        total: outcome.funding.total,
        checks: own,
      })),
    }),
  );
  return ok;
}

async function main(): Promise<void> {
  const flag = process.argv.indexOf('--url');
  const given = flag > 0 ? process.argv[flag + 1]?.replace(/\/$/, '') : undefined;
  const server = given === undefined ? await temporaryServer() : { url: given, stop: async () => undefined };
  try {
    process.exitCode = (await play(server.url)) ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    await server.stop();
  }
}

void main();
