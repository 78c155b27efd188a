import { Choice, Id, Moment, pageClass, Text, Whole } from '@daegaejo/platform';
import { MAIL_MODES } from '../rules/index.js';

const CLOCK = { min: 5, max: 5, description: 'HH:MM, Korean time' };

export class SetPreferenceDto {
  @Choice(MAIL_MODES, { description: 'one by one, gathered once a business day, or not at all (the inbox stays)' })
  mail!: (typeof MAIL_MODES)[number];
  @Text({ ...CLOCK, nullable: true })
  quietFrom!: string | null;
  @Text({ ...CLOCK, nullable: true })
  quietTo!: string | null;
  @Text(CLOCK)
  digestAt!: string;
  @Choice(['ko', 'en'])
  language!: 'ko' | 'en';
}
export class PreferenceView extends SetPreferenceDto {
  @Whole({ min: 0, max: 1_000_000, description: '0 = never set' })
  version!: number;
}

export class AddWebhookDto {
  @Text({ max: 500, description: 'https address of your system' })
  url!: string;
}
export class WebhookView {
  @Id()
  id!: string;
  @Text({ max: 500 })
  url!: string;
  @Text({ max: 100, nullable: true, description: 'key of the signature; shown once, when it is made' })
  secret!: string | null;
  @Moment()
  createdAt!: string;
  @Text({ max: 300, nullable: true })
  lastError!: string | null;
}
export const WebhookPage = pageClass(WebhookView);

export class CalendarFeedView {
  @Text({
    max: 600,
    description: 'address for your calendar program; whoever has it can read your deadlines; shown once',
  })
  url!: string;
}
