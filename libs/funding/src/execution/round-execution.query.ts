import { authorise, organisationsById } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import type { Reading } from '@daegaejo/platform';
import { type PlanEntity, plansIn } from '@daegaejo/plan';
import { policyOf, readRound } from '@daegaejo/round';
import type { EntityManager } from 'typeorm';
import type { RoundExecutionView } from './http/execution-round.dto.js';
import { yearFacts } from './plan-execution.query.js';
import { dossiersOf } from './store/dossiers.js';
import { finalView } from './views.js';
import { regionLevel } from './year-parts.js';

/** How every region of a round stands, year by year: report, money, attainment, light and decision. */
export async function getRoundExecution(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
): Promise<RoundExecutionView> {
  const round = await readRound(manager, actor, roundId);
  authorise(actor, 'getRoundExecution', { roundId: round.id });
  const years = (await policyOf(manager, round)).fundingYears;
  const plans = await plansIn(manager, round.id, ['designated', 'revoked']);
  const dossiers = await dossiersOf(manager, plans);
  const provinces = await provincesOf(manager, plans);
  return {
    roundId,
    year: round.year,
    regions: dossiers
      .map((dossier) => {
        const level = regionLevel(dossier, years);
        const province = provinces.get(dossier.plan.provinceId);
        return {
          position: province?.position ?? 0,
          planId: dossier.plan.id,
          province: province?.code ?? '',
          state: dossier.plan.state,
          years: years.map((year) => {
            const review = dossier.reviews.findLast((found) => found.year === year);
            return {
              ...yearFacts(dossier, year, level),
              light: review?.light ?? null,
              decision: review?.decision ?? null,
              score: review?.score ?? null,
              corrective: dossier.correctives.find((found) => found.year === year)?.state ?? null,
            };
          }),
          final: dossier.final === null ? null : finalView(dossier.final),
        };
      })
      .sort((a, b) => a.position - b.position)
      .map(({ position: _position, ...region }) => region),
  };
}

/** The provinces of these plans by id. */
export const provincesOf = (manager: EntityManager, plans: readonly PlanEntity[]) =>
  organisationsById(
    manager,
    plans.map(({ provinceId }) => provinceId),
  );
