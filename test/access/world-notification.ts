import { randomUUID } from 'node:crypto';
import { DeliveryEntity, NoticeEntity } from '@daegaejo/notification';
import type { TestApp } from '../support/app.js';

/** Asks an organisation for something, with a deadline. */
export async function issueRequest(app: TestApp, roundId: string, organisationId: string): Promise<string> {
  const { status, text, body } = await app.ask('POST', `/rounds/${roundId}/requests`, {
    as: 'kicox-secretary',
    body: {
      organisationId,
      kind: 'supplement',
      title: '보완요구 (가상)',
      text: '재원 확약서를 보완해 주십시오. (가상)',
      dueAt: '2021-05-20T09:00:00.000Z',
    },
  });
  if (status !== 201) throw new Error(`request: ${text}`);
  return body.id;
}

/** Puts a notice and its mail into somebody's inbox and post; answers both ids. */
export async function insertNotice(
  app: TestApp,
  { personId, roundId, title }: { personId: string; roundId: string; title: string },
): Promise<[noticeId: string, mailId: string]> {
  const [noticeId, mailId] = [randomUUID(), randomUUID()];
  const { body: clock } = await app.ask('GET', '/rehearsal/clock');
  const notice = {
    id: noticeId,
    personId,
    tickKey: `event:${noticeId}`,
    kind: 'PanelMemberInvited',
    relation: 'event',
    copy: false,
    roundId,
    subjectId: roundId,
    params: { title },
    createdAt: clock.now,
  };
  const mail = {
    id: mailId,
    personId,
    channel: 'mail',
    onceKey: `notice:${noticeId}:mail`,
    noticeId,
    state: 'kept',
    sendAfter: clock.now,
    attempts: 0,
    createdAt: clock.now,
  };
  await app.database.store.write(async ({ manager }) => {
    await manager.insert(NoticeEntity, notice as never);
    await manager.insert(DeliveryEntity, mail as never);
  });
  return [noticeId, mailId];
}

/** A notice, a mail and a webhook of one person's own, and a holiday he may revoke where he may at all. */
export async function onesOwn(
  app: TestApp,
  owner: string,
  username: string,
  personId: string,
  roundId: string,
  index: number,
): Promise<Record<string, string>> {
  const [noticeId, mailId] = await insertNotice(app, { personId, roundId, title: '권한표 검사' });
  const webhook = await app.ask('POST', '/webhooks', {
    as: username,
    body: { url: `https://hooks.example.com/${username}` },
  });
  const day = `2030-02-${String(index + 1).padStart(2, '0')}`;
  const holiday = await app.ask('POST', '/holidays', {
    as: 'admin',
    body: { day, name: '임시공휴일 (가상)', source: '권한표 검사 (가상)' },
  });
  return {
    [`notice:${owner}`]: noticeId,
    [`mail:${owner}`]: mailId,
    [`webhook:${owner}`]: webhook.body.id,
    [`holiday:${owner}`]: holiday.body.id,
  };
}

/** Makes a calendar address, which ends the one before; answers its token. */
export async function openFeed(app: TestApp, username: string): Promise<string> {
  const { body } = await app.ask('POST', '/calendar-feed', { as: username });
  return String(body.url.split('/').at(-1));
}
