import { faceOf, koreanFont } from './korean-font.js';
import { drawnText } from './lines.js';
import { inSignsOf, UNKNOWN_SIGN, visibleText } from './signs.js';

const [normal, bold] = [koreanFont('normal'), koreanFont('bold')];
const written = (text: string): string => inSignsOf(faceOf, text);
const facesOf = (text: string) => [...new Set([...text].map((sign) => faceOf(sign.codePointAt(0) ?? 0)))];

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

describe('the font of what the first one lacks', () => {
  it('has the Hanja of laws and names, signs in circles, units and Greek', () => {
    for (const text of [
      '金第甲乙丙丁企劃財政部長官産業團地大改造豐',
      '①⑳㉮㉠ⓐ❶㈎㈜',
      '㎡㎥㎞㏊℃㎾',
      'ⅠⅫⅲ',
      'Ωαβ',
      '𠃗𠄬',
    ])
      expect([text, facesOf(text)]).toEqual([text, ['wide']]);
  });
});

describe('signs', () => {
  it.each([
    ['a text the font has', '대개조 100억원 (2020년) ABC', '대개조 100억원 (2020년) ABC'],
    [
      'Hanja, signs in circles, units, Roman and Greek',
      '第1條 ① ㉮ ㈜ Ⅳ 3㎡ 2㏊ 20℃ α',
      '第1條 ① ㉮ ㈜ Ⅳ 3㎡ 2㏊ 20℃ α',
    ],
    ['half-width brackets and dots', '｢산업입지법｣ 가∙나‧다・라', '「산업입지법」 가·나·다·라'],
    ['dashes and waves', '−5 ―가― 1〜2', '-5 —가— 1~2'],
    ['boxes and ticks', '☐ ☑ ✔ ✔\ufe0f', '□ ■ √ √'],
    ['what no font has, by what it is made of', '𝐀 ﷼', 'A 〓'],
    ['accents', 'café ḙ', 'café e'],
    ['line ends', '가\n나', '가\n나'],
    ['pictures', '산업 👍🏽', `산업 ${UNKNOWN_SIGN}${UNKNOWN_SIGN}`],
  ])('%s', (_name, text, expected) => {
    expect(written(visibleText(text))).toBe(expected);
  });

  it('leave nothing behind that the font cannot draw', () => {
    const undrawn = Array.from({ length: 0xffff }, (_, code) => String.fromCodePoint(code + 1)).filter((sign) =>
      [...drawnText(sign)].some((drawn) => drawn !== '\n' && faceOf(drawn.codePointAt(0) ?? 0) === null),
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
