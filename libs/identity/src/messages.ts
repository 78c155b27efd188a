import type { Messages } from '@daegaejo/platform';
import { IDENTITY_TERMS } from './terms.js';

export const IDENTITY_MESSAGES: Messages = {
  ...IDENTITY_TERMS,
  'access.forbidden': {
    ko: '이 작업을 할 권한이 없습니다. 필요한 역할: {roles:role}(해당 자료를 맡은 경우).',
    en: 'You may not do this. It takes one of these roles, for the record in question: {roles:role}.',
  },
  'access.sign-in': {
    ko: '로그인이 필요합니다. POST /api/v1/auth/login',
    en: 'Sign in first: POST /api/v1/auth/login',
  },
  'access.token': {
    ko: '접근 토큰이 올바르지 않거나 만료되었습니다. 다시 로그인하십시오.',
    en: 'The access token is wrong or has expired. Sign in again.',
  },
  'access.csrf': {
    ko: '쿠키로 로그인한 경우 X-CSRF-Token 머리글이 필요합니다(GET /api/v1/auth/session).',
    en: 'With the session cookie, send X-CSRF-Token (from GET /api/v1/auth/session).',
  },
  'login.wrong': { ko: '아이디 또는 비밀번호가 맞지 않습니다.', en: 'The user name or the password is wrong.' },
  'login.locked': {
    ko: '잘못된 시도가 많아 잠겼습니다. {seconds}초 뒤에 다시 시도하십시오.',
    en: 'Too many wrong tries. Try again in {seconds} seconds.',
  },
  'login.wrong-current': { ko: '현재 비밀번호가 맞지 않습니다.', en: 'The current password is wrong.' },
  'login.change-password-first': {
    ko: '먼저 비밀번호를 바꾸십시오. POST /api/v1/auth/password',
    en: 'Change your password first: POST /api/v1/auth/password',
  },
  'person.username-taken': { ko: '이미 쓰는 아이디입니다.', en: 'This user name is taken.' },
  'person.organisation-unknown': { ko: '등록된 기관이 아닙니다.', en: 'There is no such organisation.' },
  'person.round-unknown': { ko: '등록된 회차가 아닙니다.', en: 'There is no such round.' },
  'person.role-held': { ko: '이미 가진 역할입니다.', en: 'The person holds this role already.' },
  'person.last-admin': {
    ko: '마지막 관리자의 권한은 거둘 수 없습니다. 다른 관리자를 먼저 지정하십시오.',
    en: 'The last administrator must stay. Appoint another one first.',
  },
  'person.disabled': { ko: '이미 사용 중지된 사람입니다.', en: 'The person is disabled already.' },
};
