import type { Messages } from '@daegaejo/platform';

export const SEARCH_MESSAGES: Messages = {
  'search.no-words': {
    ko: '찾을 글자나 숫자를 적어야 합니다.',
    en: 'needs a letter or a digit to look for',
  },
};
