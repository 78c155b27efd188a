import fc from 'fast-check';
import { type CellContent, cellName, columnLetters, formatScore, plainText, pointsOf } from './index.js';

const text = (value: string): CellContent => ({ is: 'text', text: value });
const number = (value: number, percent = false): CellContent => ({ is: 'number', number: value, percent });

describe('points in a cell', () => {
  it.each<[CellContent, number]>([
    [number(30), 3_000],
    [number(33.33), 3_333],
    [number(0.1 + 0.2), 30],
    [text('30'), 3_000],
    [text('30.00'), 3_000],
    [text('30.0000'), 3_000],
    [text(' 30 점 '), 3_000],
    [text('1,000'), 100_000],
    [text('12,345.5'), 1_234_550],
    [text('３０．５'), 3_050],
    [text('１，０００'), 100_000],
    [text('-5'), -500],
    [text('−5'), -500],
    [number(-0), 0],
  ])('%j mean %j hundredths', (cell, points) => {
    expect(pointsOf(cell)).toBe(points);
  });

  it.each<[CellContent, string]>([
    [text('1,5'), 'not-a-number'],
    [text('1,00'), 'not-a-number'],
    [text('삼십'), 'not-a-number'],
    [text('30/100'), 'not-a-number'],
    [text('1e3'), 'not-a-number'],
    [text(''), 'not-a-number'],
    [number(1_000_000), 'not-a-number'],
    [number(Number.NaN), 'not-a-number'],
    [text('30%'), 'percent'],
    [text('３０％'), 'percent'],
    [number(0.3, true), 'percent'],
    [text('33.333'), 'digits'],
    [number(33.333), 'digits'],
    [{ is: 'date', day: '2020-05-07' }, 'not-a-number'],
    [{ is: 'formula' }, 'not-a-number'],
  ])('%j are refused: %s', (cell, fault) => {
    expect(pointsOf(cell)).toBe(fault);
  });

  it('come back from the figure they were written as, and from their text', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (points) => {
        expect(pointsOf(number(points / 100))).toBe(points);
        expect(pointsOf(text(formatScore(points)))).toBe(points);
      }),
    );
  });
});

it('a cell is named as people name it', () => {
  expect([1, 26, 27, 52, 703, 16_384].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'AAA', 'XFD']);
  expect(cellName('평가지표', 7, 3)).toBe('평가지표!C7');
});

it('a text is composed, trimmed, and breaks its lines one way', () => {
  expect(plainText('  필요성\r\n가\r나 '.normalize('NFD'))).toBe('필요성\n가\n나');
});
