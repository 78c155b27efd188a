import { ALL, NOBODY_KNOWS, OTHERS_REQUEST, type Row } from './row.js';

/** Notices, duties and who answers for them, channels, requests. */
//                       public writer approver consultant evaluator chair secretariat officer reviewer committee auditor admin
export const NOTIFICATION_TABLE: Readonly<Record<string, Row>> = {
  listNotices: { own: 'AYYYYYYYYYYY' },
  // An inbox is its owner's alone: nobody reads for somebody else, not even the administrator.
  readNotice: { own: 'AYYYYYYYYYYY', foreign: 'AHHHHHHHHHHH' },
  listDuties: { own: 'AYYYYYYYYYYY' },
  listRoundDuties: { own: 'AFFFFFYYFFYF', foreign: 'AHHHHHYYHHYF' },
  listDutyHolders: { own: 'AYYFFFYYFFYF', foreign: 'AHHHHHYYHHYF' },
  nameDutyHolder: { own: 'AFYFFFYYFFFF', foreign: 'AHHHHHYYHHFF' },
  endDutyHolder: { own: 'AFYHHHYYHHFH', foreign: 'AHHHHH--HH-H' },
  getOpenDuties: { own: 'AFFFFFFFFFYY', missing: 'AFFFFFFFFFHH' },
  transferPerson: { own: 'AFFFFFFFFFFY', missing: 'AFFFFFFFFFFH' },
  listHandovers: { own: 'AFFFFFYYFFYY', missing: 'AFFFFFHHFFHH' },
  getHandover: { own: 'AFFFFFYYFFYY', missing: 'AFFFFFHHFFHH' },
  exportHandoverPdf: { own: 'AFFFFFYYFFYY', missing: 'AFFFFFHHFFHH' },
  listMails: { own: 'AYYYYYYYYYYY' },
  // The administrator looks after the post, so no mail is somebody else's to him.
  getMail: { own: 'AYYYYYYYYYYY', foreign: 'AHHHHHHHHHH-' },
  listReminders: { own: 'AFFFFFYYFFYF', foreign: 'AHHHHHYYHHYF' },
  getChannelPreference: { own: 'AYYYYYYYYYYY' },
  setChannelPreference: { own: 'AYYYYYYYYYYY' },
  listWebhooks: { own: 'AYYYYYYYYYYY' },
  addWebhook: { own: 'AYYYYYYYYYYY' },
  removeWebhook: { own: 'AYYYYYYYYYYY', foreign: 'AHHHHHHHHHHH' },
  openCalendarFeed: { own: 'AYYYYYYYYYYY' },
  closeCalendarFeed: { own: 'AYYYYYYYYYYY' },
  // The address is the key: who has it reads, whoever he is; one that was replaced opens nothing to anybody.
  readCalendarFeed: { own: ALL, foreign: NOBODY_KNOWS },
  listHolidays: { own: ALL },
  addHoliday: { own: 'AFFFFFFYFFFY' },
  revokeHoliday: { own: 'AFFFFFFYFFFY', missing: 'AFFFFFFHFFFH' },
  getReminderSettings: { own: 'AFFFFFYYFFYF', foreign: 'AHHHHHYYHHYF' },
  setReminderSettings: { own: 'AFFFFFYYFFFF', foreign: 'AHHHHHYYHHFF' },

  // Of requests the asked organisation learns, and those who run or check the round; experts, committee and administrator never.
  listRequests: { own: 'AYYFFFYYYFYF', foreign: 'AHHHHHYYHHYF' },
  getRequest: { own: 'AYYHHHYYYHYH', foreign: OTHERS_REQUEST },
  issueRequest: { own: 'AFFFFFYFFFFF', foreign: 'AHHHHHYFHHFF' },
  // The officer's own is one to his ministry; of any other he knows, and cannot answer it.
  answerRequest: { own: 'AYYHHHFYYHFH', foreign: 'AHHHHH-FHH-H' },
  decideRequest: { own: 'AFFHHHYFFHFH', foreign: OTHERS_REQUEST },
};
