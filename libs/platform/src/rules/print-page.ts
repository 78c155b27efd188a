import { escapeHtml } from './html.js';
import { seoulText } from './instant.js';
import { type PrintedFrame, sheetRule } from './print-sheet.js';

const styleOf = (frame: PrintedFrame): string =>
  `body{font:14px/1.5 "Pretendard GOV",Pretendard,"Noto Sans KR","Noto Sans CJK KR",sans-serif;color:#1e2124;margin:2rem}
h1{font-size:1.4rem;margin:0 0 .5rem}h2{font-size:1.05rem;margin:1.4rem 0 .4rem}
table{border-collapse:collapse;width:100%}caption{text-align:left;color:#464c53;padding-bottom:.3rem}
th,td{border:1px solid #58616a;padding:.25rem .4rem;text-align:right;vertical-align:top}
th{background:#f4f5f6;font-weight:700}th[scope=row],th.text,td.text{text-align:left;white-space:pre-line}tr.out td,tr.out th{color:#58616a}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.5rem 0}dt{font-weight:700}dd{margin:0;overflow-wrap:anywhere}
.rehearsal{border:3px solid #9e6a00;padding:.4rem .8rem;font-weight:700}.sign{margin-top:2rem;text-align:right}
footer{margin-top:2rem;color:#464c53;font-size:.85em;overflow-wrap:anywhere}
td.figures{text-align:left;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
@media print{body{margin:0}${sheetRule(frame, true)}thead{display:table-header-group}tr{break-inside:avoid}}`;

/** A cell of a table with its text; `attributes` are markup as they stand. */
export const htmlCell = (tag: 'th' | 'td', text: string, attributes = ''): string =>
  `<${tag}${attributes === '' ? '' : ` ${attributes}`}>${escapeHtml(text)}</${tag}>`;

/**
 * A page of its own to be printed on A4, lying: a heading, facts by name, then `body`, which is markup; name, time, hash and number
 * on every sheet. Of a rehearsal it says so first.
 */
export function printPage(page: {
  readonly heading: string;
  /** Follows the heading in the title of the window. */
  readonly about: readonly string[];
  readonly rehearsal: boolean;
  readonly issuedAt: string;
  readonly contentHash: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}): string {
  const title = [page.heading, ...page.about].join(' · ');
  const facts = page.facts.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`);
  return `<!doctype html>
<html lang="ko"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${styleOf({ ...page, title })}</style></head>
<body>${page.rehearsal ? '<p class="rehearsal" role="note">모의 운영: 이 표는 연습이며 효력이 없습니다.</p>' : ''}
<h1>${escapeHtml(page.heading)}</h1>
<dl>${facts.join('')}</dl>
${page.body}
<footer>${escapeHtml(seoulText(page.issuedAt))} · ${escapeHtml(page.contentHash)}</footer>
</body></html>
`;
}
