import { type Problem, refused } from '@daegaejo/platform';
import { allowedActions } from '@daegaejo/platform/rules';
import { CONFERENCE_TABLE } from '../rules/index.js';
import type { ConferenceEntity } from '../store/conference.entity.js';

/** 409: the record is in a state that refuses; a published one can only be corrected by a new version. */
export const conferenceNotNow = ({ state, no }: ConferenceEntity): Problem =>
  refused('conference.not-now', state === 'published' ? ['correct'] : allowedActions(CONFERENCE_TABLE, state), {
    state,
    no,
  });
