/**
 * Writes holidays.json: the public holidays (관공서의 공휴일에 관한 규정) of every year the package knows, without
 * Saturdays and plain Sundays. Run it after an update of the package:
 *   node config/reference/make-holidays.cjs            writes the file
 *   node config/reference/make-holidays.cjs --print    shows what it would write
 */
const { writeFileSync } = require('node:fs');
const path = require('node:path');
const { version } = require('@hyunbinseo/holidays-kr/package.json');

const FIRST_YEAR = 2018; // the first the package has; it answers RangeError for a year it does not know

async function readYears() {
  const { getHolidayPreset } = await import('@hyunbinseo/holidays-kr');
  const years = [];
  for (let year = FIRST_YEAR; ; year += 1) {
    try {
      years.push({ year, days: await getHolidayPreset(String(year)) });
    } catch (error) {
      if (error instanceof RangeError && years.length > 0) return years;
      throw error;
    }
  }
}

/** The file as prettier would leave it, one day a line, so that an update reads as a list of days. */
async function makeFile() {
  const years = await readYears();
  const days = years
    .flatMap((year) => Object.entries(year.days))
    .map(([day, names]) => ({ day, name: names.join(', ') }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const span = { from: years[0].year, to: years.at(-1).year };
  return [
    '{',
    `  "source": "npm @hyunbinseo/holidays-kr: 우주항공청 월력요항, 관보",`,
    `  "version": ${JSON.stringify(version)},`,
    `  "years": { "from": ${span.from}, "to": ${span.to} },`,
    '  "days": [',
    days.map(({ day, name }) => `    { "day": "${day}", "name": ${JSON.stringify(name)} }`).join(',\n'),
    '  ]',
    '}',
    '',
  ].join('\n');
}

async function main() {
  const text = await makeFile();
  if (process.argv.includes('--print')) process.stdout.write(text);
  else writeFileSync(path.join(__dirname, 'holidays.json'), text);
}

void main(); // a rejection ends the process with its stack, which is what a tool should do
