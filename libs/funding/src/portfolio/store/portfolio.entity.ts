import { PersonEntity } from '@daegaejo/identity';
import { CodeColumn, IdColumn, InstantColumn, IntColumn, RefColumn, TextColumn } from '@daegaejo/platform';
import { RoundEntity } from '@daegaejo/round';
import { Entity, Index } from 'typeorm';

/** One look at which sets of plans fit (조합 검토): who asked what, and what came out. Never changed, never removed. */
@Entity('portfolio_run')
@Index(['roundId'])
export class PortfolioRunEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  /** Version of the ranking it speaks of. */
  @IntColumn()
  aggregateNo!: number;
  /** What it was asked, and the plans as it saw them, as canonical JSON. */
  @TextColumn()
  input!: string;
  @CodeColumn()
  inputHash!: string;
  @TextColumn()
  result!: string;
  @CodeColumn()
  resultHash!: string;
  @TextColumn()
  purpose!: string;
  @RefColumn({ to: () => PersonEntity })
  requestedBy!: string;
  @InstantColumn()
  requestedAt!: string;
}
