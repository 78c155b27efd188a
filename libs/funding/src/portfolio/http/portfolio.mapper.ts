import type { PortfolioQuestion } from '../run-portfolio.js';
import type { RunPortfolioDto } from './portfolio.dto.js';

/** Sets that lose no more than a point are near-optimal, unless told (convention). */
const DELTA = 100;

/** A question as it was sent; what was left out is as free as can be. */
export const questionOf = (roundId: string, body: RunPortfolioDto): PortfolioQuestion => ({
  roundId,
  purpose: body.purpose,
  seats: { least: body.leastSeats ?? 0, most: body.seats ?? null },
  ceilings:
    body.ceilings?.map(({ ministry = null, year = null, source = null, amount }) => ({
      ministry,
      year,
      source,
      amount: BigInt(amount),
    })) ?? null,
  regions: (body.regions ?? []).map(({ name, provinces, least = 0, most = null }) => ({
    name,
    provinces,
    least,
    most,
  })),
  shares: { hub: body.leastHubShare ?? null, linked: body.leastLinkedShare ?? null },
  include: body.include ?? [],
  exclude: body.exclude ?? [],
  delta: body.delta ?? DELTA,
  chosen: body.chosen ?? null,
});
