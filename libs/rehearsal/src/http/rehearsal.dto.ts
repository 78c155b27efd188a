import { Flag, Moment, Nested, pageClass, Text } from '@daegaejo/platform';

export class SetClockDto {
  @Moment({ description: 'moment to move on to; later than now' })
  now!: string;
}

export class ClockView {
  @Flag({ description: '모의 운영 여부' })
  rehearsal!: boolean;
  @Moment()
  now!: string;
}

export class DemoGrantView {
  @Text({ max: 64 })
  role!: string;
  @Text({ max: 64, description: 'code of the organisation' })
  organisation!: string;
}

export class DemoAccountView {
  @Text({ max: 64 })
  username!: string;
  @Text({ max: 100 })
  displayName!: string;
  @Text({ max: 100 })
  password!: string;
  @Flag()
  fictional!: boolean;
  @Nested(() => DemoGrantView, { listOf: 10 })
  roles!: DemoGrantView[];
}
export const DemoAccountPage = pageClass(DemoAccountView);
