import { PersonEntity } from '@daegaejo/identity';
import { DayColumn, IdColumn, InstantColumn, IntColumn, RefColumn, TextColumn } from '@daegaejo/platform';
import { RoundEntity } from '@daegaejo/round';
import { Column, Entity, Unique } from 'typeorm';

/** 행정안전부 의견 on the requests of one budget year, as its letter says it; never changed, a further one is the next number. */
@Entity('budget_opinion')
@Unique('budget_opinion_no', ['roundId', 'year', 'no'])
export class BudgetOpinionEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @IntColumn()
  year!: number;
  @IntColumn()
  no!: number;
  @TextColumn()
  opinion!: string;
  /** 공문 번호. */
  @Column({ type: 'varchar', length: 100 })
  letterNumber!: string;
  @DayColumn()
  givenOn!: string;
  @RefColumn({ to: () => PersonEntity })
  recordedBy!: string;
  @InstantColumn()
  recordedAt!: string;
}
