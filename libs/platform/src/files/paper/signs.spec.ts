import { koreanFont } from './korean-font.js';
import { drawnText } from './lines.js';
import { inSignsOf, UNKNOWN_SIGN, visibleText } from './signs.js';

const [normal, bold] = [koreanFont('normal'), koreanFont('bold')];
const has = (code: number): boolean => normal.advances.has(code) && bold.advances.has(code);
const written = (text: string): string => inSignsOf(has, text);

describe('the font of documents', () => {
  it('has every Hangul syllable, all of one width', () => {
    const advances = new Set<number | undefined>();
    for (let code = 0xac00; code <= 0xd7a3; code += 1) {
      advances.add(normal.advances.get(code));
      advances.add(bold.advances.get(code));
    }
    expect([...advances]).toEqual([940]);
  });

  it('has the signs of official documents, or else something near them', () => {
    const own = '※○□▲△▽●■◇◆→·ㆍ…~×÷±≤≥㉿￦₩「」『』〈〉《》“”‘’ㄱㅎ';
    expect(written(own)).toBe(own);
  });
});

describe('signs', () => {
  it.each([
    ['a text the font has', '대개조 100억원 (2020년) ABC', '대개조 100억원 (2020년) ABC'],
    ['numbers and letters in circles', '①②⑳ ㉮㉭ ㉠㉭ ⓐⒶ ❶❿', '(1)(2)(20) (가)(ㅎ) (ㄱ)(ㅎ) (a)(A) (1)(10)'],
    ['letters in brackets', '㈎ ⑴ ㈜', '(가) (1) (주)'],
    ['Roman numbers', 'Ⅰ Ⅳ Ⅻ ⅲ', 'I IV XII iii'],
    ['units', '100㎡ 3㎥ 5㎞ 2㏊ 20℃ 3㎾', '100m² 3m³ 5km 2ha 20°C 3kW'],
    ['half-width brackets and dots', '｢산업입지법｣ 가∙나‧다・라', '「산업입지법」 가·나·다·라'],
    ['dashes and waves', '−5 ―가― 1〜2', '-5 —가— 1~2'],
    ['boxes and ticks', '☐ ☑ ✓ ✔', '□ ■ √ √'],
    ['raised numbers', '10⁴ m²', '10^4 m²'],
    ['Greek', '+α Δ5', '+알파 △5'],
    ['accents', 'café', 'cafe'],
    ['line ends', '가\n나', '가\n나'],
    ['Hanja and pictures', '新산업 👍', `${UNKNOWN_SIGN}산업 ${UNKNOWN_SIGN}`],
  ])('%s', (_name, text, expected) => {
    expect(written(visibleText(text))).toBe(expected);
  });

  it('leave nothing behind that the font cannot draw', () => {
    const undrawn = Array.from({ length: 0xffff }, (_, code) => String.fromCodePoint(code + 1)).filter((sign) =>
      [...drawnText(sign)].some((drawn) => drawn !== '\n' && !has(drawn.codePointAt(0) ?? 0)),
    );
    expect(undrawn).toEqual([]);
  });

  it('are taken out where they steer and show nothing', () => {
    const steering = 'a\u0000b\u0007c\u001bd\u202ee\u2066f\u200bg\ufeffh\ud800i\uffffj\u00adk';
    expect(visibleText(steering)).toBe('abcdefghijk');
    expect(visibleText('가\tb\r\nc\rd')).toBe('가 b\nc\nd');
    expect(visibleText('가'.normalize('NFD'))).toBe('가');
  });
});
