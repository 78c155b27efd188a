import { setImmediate as nextTurn } from 'node:timers/promises';
import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, type Commands, type CommandMeta, type Queries, sha256 } from '@daegaejo/platform';
import { canonicalJson } from '@daegaejo/platform/rules';
import {
  type Ceiling,
  composePortfolio,
  portfolioFindings,
  type PortfolioResult,
  type PortfolioRules,
} from '../rules/portfolio/index.js';
import { type PortfolioGround, readPortfolio } from './read-portfolio.query.js';
import { PortfolioRunEntity } from './store/portfolio.entity.js';

/** What somebody asks: rules beyond those of the round, and a set he has in mind. */
export interface PortfolioQuestion {
  readonly roundId: string;
  readonly purpose: string;
  /** null = the quota of the round. */
  readonly seats: { readonly least: number; readonly most: number | null };
  /** null = as they are set for the round. */
  readonly ceilings: readonly Ceiling[] | null;
  readonly regions: PortfolioRules['regions'];
  readonly shares: PortfolioRules['shares'];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly delta: number;
  readonly chosen: readonly string[] | null;
}

/**
 * Looks for the best set of plans under ceilings and balance, for the committee to see: it moves nothing. Every look is kept with who
 * asked and what came out. The search runs between transactions, and lets others have their turn.
 */
export async function runPortfolio(
  queries: Queries,
  commands: Commands,
  call: CommandMeta & { readonly actor: Actor },
  question: PortfolioQuestion,
): Promise<PortfolioRunEntity> {
  const ground = await queries.run((reading) => readPortfolio(reading, call.actor, question.roundId));
  const rules = rulesOf(ground, question);
  assertNone(portfolioFindings(ground.plans, rules, question.chosen ?? []));
  const plain = { ...rules, exclude: [...new Set([...rules.exclude, ...ground.failed])] };
  assertNone(portfolioFindings(ground.plans, plain, []));
  const result = await inTurns(composePortfolio(ground.plans, plain, question.chosen));
  return commands.run(call, async (tx) => {
    authorise(call.actor, 'runPortfolio', { roundId: question.roundId });
    const input = plainText({
      rules: plain,
      chosen: question.chosen,
      plans: ground.plans,
      ceilingsFrom: fromOf(question),
    });
    const text = plainText(result);
    const run: PortfolioRunEntity = {
      id: tx.newId(),
      roundId: question.roundId,
      aggregateNo: ground.aggregateNo,
      input,
      inputHash: sha256(input),
      result: text,
      resultHash: sha256(text),
      purpose: question.purpose,
      requestedBy: call.actor.personId ?? '',
      requestedAt: tx.now,
    };
    await tx.manager.insert(PortfolioRunEntity, run);
    await tx.record({
      type: 'PortfolioReviewed',
      subject: { kind: 'round', id: question.roundId },
      roundId: question.roundId,
      reason: question.purpose,
      contentHash: run.resultHash,
      data: { runId: run.id, aggregateNo: run.aggregateNo, inputHash: run.inputHash, status: result.status },
    });
    return run;
  });
}

function rulesOf({ quota, ceilings }: PortfolioGround, question: PortfolioQuestion): PortfolioRules {
  const { seats, regions, shares, include, exclude, delta } = question;
  return {
    seats: { least: seats.least, most: seats.most ?? quota },
    ceilings: question.ceilings ?? ceilings,
    regions,
    shares,
    include,
    exclude,
    delta,
  };
}

const fromOf = ({ ceilings }: PortfolioQuestion): string => (ceilings === null ? 'round' : 'request');

/** Won as decimal strings, everything else as it is; the same text for the same content. */
const plainText = (content: unknown): string =>
  canonicalJson(
    JSON.parse(JSON.stringify(content, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))),
  );

async function inTurns(steps: Generator<void, PortfolioResult>): Promise<PortfolioResult> {
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
    await nextTurn();
  }
}
