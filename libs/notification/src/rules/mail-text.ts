import { escapeHtml } from '@daegaejo/platform/rules';
import type { Bilingual, Language } from './sentences.js';

/** A mail as it is sent: the same in plain text and in HTML. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface MailFrame {
  readonly subject: string;
  /** Of a rehearsal (모의 운영): said in the subject and at the top, so that nobody takes it for the real thing. */
  readonly rehearsal: boolean;
  readonly footer: string;
  readonly language?: Language;
}

export interface MailContent extends MailFrame {
  readonly paragraphs: readonly string[];
}

/** One line of a digest. */
export interface DigestItem {
  readonly what: string;
  /** In words, see `deadlineText`. */
  readonly until: string;
  readonly where: string;
}

export interface DigestContent extends MailFrame {
  readonly intro: string;
  readonly items: readonly DigestItem[];
}

const REHEARSAL_MARK = '[모의 운영]';
const REHEARSAL: Bilingual = {
  ko: `${REHEARSAL_MARK} 연습용 시스템에서 보낸 메일입니다. 실제 업무가 아닙니다.`,
  en: `${REHEARSAL_MARK} This mail comes from a rehearsal. It is not the real procedure.`,
};
const HEADS: readonly { readonly key: keyof DigestItem; readonly label: Bilingual }[] = [
  { key: 'what', label: { ko: '할 일', en: 'What' } },
  { key: 'until', label: { ko: '기한', en: 'Deadline' } },
  { key: 'where', label: { ko: '처리하는 곳', en: 'Where' } },
];

/** Line breaks of every kind as \n; no control characters, none that turn the direction of writing or are not seen. */
const clean = (text: string): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '');

/** On one line: nothing in a subject can begin a header of its own. */
const oneLine = (text: string): string => clean(text).replace(/\s+/g, ' ').trim();

const escape = (text: string): string => escapeHtml(clean(text));

const subjectOf = ({ subject, rehearsal }: MailFrame): string =>
  `${rehearsal ? `${REHEARSAL_MARK} ` : ''}${oneLine(subject)}`;

function textOf({ rehearsal, footer, language = 'ko' }: MailFrame, parts: readonly string[]): string {
  const all = [...(rehearsal ? [REHEARSAL[language]] : []), ...parts.map(clean)];
  return `${all.join('\n\n')}\n\n-- \n${clean(footer)}\n`;
}

const BODY = 'margin:0;padding:24px;background:#ffffff;color:#1a1a1a;font:16px/1.6 sans-serif';
const NOTE = 'margin:0 0 16px;padding:8px 12px;border:2px solid #9a3412;color:#7c2d12;font-weight:bold';
const FOOT = 'margin:24px 0 0;padding-top:12px;border-top:1px solid #767676;color:#595959;font-size:14px';
const CELL = 'padding:6px 10px;border:1px solid #767676;text-align:left;vertical-align:top';

const paragraph = (text: string, style = 'margin:0 0 12px'): string =>
  `<p style="${style}">${escape(text).replaceAll('\n', '<br>')}</p>`;

/** The page around the parts, which are HTML already. No picture, no link, no script, nothing fetched from anywhere. */
function htmlOf(frame: MailFrame, parts: readonly string[]): string {
  const { rehearsal, footer, language = 'ko' } = frame;
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    `<head><meta charset="utf-8"><title>${escape(subjectOf(frame))}</title></head>`,
    `<body style="${BODY}">`,
    ...(rehearsal ? [paragraph(REHEARSAL[language], NOTE)] : []),
    ...parts,
    paragraph(footer, FOOT),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** A letter as a mail. Everything given is text: whatever looks like HTML in it is shown, not done. */
export function renderMail(content: MailContent): MailText {
  const { paragraphs } = content;
  return {
    subject: subjectOf(content),
    text: textOf(content, paragraphs),
    html: htmlOf(
      content,
      paragraphs.map((text) => paragraph(text)),
    ),
  };
}

function table(items: readonly DigestItem[], caption: string, language: Language): string {
  const heads = HEADS.map(({ label }) => `<th scope="col" style="${CELL}">${label[language]}</th>`).join('');
  const rows = items.map(
    (item) => `<tr>${HEADS.map(({ key }) => `<td style="${CELL}">${escape(oneLine(item[key]))}</td>`).join('')}</tr>`,
  );
  return [
    '<table style="border-collapse:collapse">',
    `<caption style="text-align:left;padding:0 0 8px">${escape(oneLine(caption))}</caption>`,
    `<thead><tr>${heads}</tr></thead>`,
    `<tbody>${rows.join('\n')}</tbody>`,
    '</table>',
  ].join('\n');
}

/** Several things to do in one mail: a table with their deadlines. */
export function renderDigest(content: DigestContent): MailText {
  const { intro, items, language = 'ko' } = content;
  const lines = items.map((item, index) =>
    HEADS.map(({ key, label }, column) =>
      column === 0 ? `${index + 1}. ${oneLine(item[key])}` : `   ${label[language]}: ${oneLine(item[key])}`,
    ).join('\n'),
  );
  return {
    subject: subjectOf(content),
    text: textOf(content, [intro, ...lines]),
    html: htmlOf(content, [table(items, intro, language)]),
  };
}
