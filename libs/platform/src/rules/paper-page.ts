import { escapeHtml as escape } from './html.js';
import { seoulText } from './instant.js';
import {
  type Paper,
  type PaperBlock,
  type PaperMark,
  type PaperTable,
  type PaperText,
  REHEARSAL_MARK,
} from './paper.js';
import { sheetRule } from './print-sheet.js';

const styleOf = (paper: Paper): string =>
  `body{font:14px/1.6 "Pretendard GOV",Pretendard,"Noto Sans KR","Noto Sans CJK KR",sans-serif;color:#1e2124;margin:2rem}
h1{font-size:1.5rem;margin:0 0 .6rem}h2{font-size:1.2rem;margin:1.6rem 0 .5rem}h3{font-size:1.05rem;margin:1.2rem 0 .3rem}h4{font-size:1rem;margin:1rem 0 .3rem}
table{border-collapse:collapse;width:100%;table-layout:fixed;margin:.6rem 0}caption{text-align:left;font-weight:700;padding-bottom:.3rem}
th,td{border:1px solid #58616a;padding:.25rem .4rem;vertical-align:top;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
th{background:#f4f5f6;font-weight:700;text-align:center}tr.sum td{font-weight:700}.left{text-align:left}.center{text-align:center}.right{text-align:right}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.5rem 0}dt{font-weight:700}dd{margin:0;overflow-wrap:anywhere}
ins{text-decoration:underline;background:#e3f3e3}del{text-decoration:line-through;background:#fbe6e6}
.note,footer{color:#464c53;font-size:.85em}footer{margin-top:2rem;overflow-wrap:anywhere}.page{break-before:page}
.rehearsal{border:3px solid #9e6a00;padding:.4rem .8rem;font-weight:700}
@media print{body{margin:0}${sheetRule(paper, paper.landscape === true)}thead{display:table-header-group}tr{break-inside:avoid}h2,h3,h4,caption{break-after:avoid}}`;

const TAGS: Readonly<Record<PaperMark, string>> = { strong: 'strong', added: 'ins', removed: 'del' };

const lines = (text: string): string => escape(text).replaceAll('\n', '<br>');

function html(text: PaperText): string {
  if (typeof text === 'string') return lines(text);
  return text
    .map(({ text: run, mark }) => (mark === undefined ? lines(run) : `<${TAGS[mark]}>${lines(run)}</${TAGS[mark]}>`))
    .join('');
}

function tableHtml({ caption, unit, columns, rows }: PaperTable): string {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => `<col style="width:${((100 * width) / whole).toFixed(2)}%">`).join('');
  const heads = columns.map(({ heading }) => `<th scope="col">${lines(heading)}</th>`).join('');
  const title = [caption ?? '', unit === undefined ? '' : `(단위: ${unit})`].filter((part) => part !== '').join(' ');
  const body = rows.map(({ cells, strong }) => {
    const all = cells.map((cell, at) => `<td class="${columns[at]?.align ?? 'left'}">${html(cell)}</td>`).join('');
    return `<tr${strong === true ? ' class="sum"' : ''}>${all}</tr>`;
  });
  return `<table>${title === '' ? '' : `<caption>${escape(title)}</caption>`}<colgroup>${widths}</colgroup><thead><tr>${heads}</tr></thead><tbody>
${body.join('\n')}
</tbody></table>`;
}

function blockHtml(block: PaperBlock): string {
  switch (block.is) {
    case 'title':
      return `<h1>${lines(block.text)}</h1>`;
    case 'heading':
      return `<h${block.level + 1}>${lines(block.text)}</h${block.level + 1}>`;
    case 'paragraph':
      return `<p${block.indent === undefined ? '' : ` style="margin-left:${2 * block.indent}em"`}>${html(block.text)}</p>`;
    case 'note':
      return `<p class="note">${html(block.text)}</p>`;
    case 'facts':
      return `<dl>${block.facts.map(([name, value]) => `<dt>${escape(name)}</dt><dd>${html(value)}</dd>`).join('')}</dl>`;
    case 'table':
      return tableHtml(block);
    case 'new-page':
      return '<div class="page"></div>';
  }
}

/**
 * A paper as a page to read and to print (A4), in one file: no script, no picture, nothing fetched. Headings of a table come again
 * on every sheet, with name, time, hash and number below; what came into a text is underlined, what went is struck through, so that it can be told apart in black and white.
 */
export function paperPage(paper: Paper): string {
  return `<!doctype html>
<html lang="ko"><head><meta charset="utf-8"><title>${escape(paper.title)}</title><style>${styleOf(paper)}</style></head>
<body>${paper.rehearsal ? `<p class="rehearsal" role="note">${escape(REHEARSAL_MARK)}</p>` : ''}
${paper.blocks.map(blockHtml).join('\n')}
<footer>${escape(seoulText(paper.issuedAt))} · ${escape(paper.contentHash)}</footer>
</body></html>
`;
}
