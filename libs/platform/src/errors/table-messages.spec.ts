import { CELL_FAULTS } from '../rules/index.js';
import { tableMessages } from './table-messages.js';

it('a table has a sentence for everything that can be wrong with a cell, under its prefix', () => {
  const said = Object.keys(tableMessages('table'));
  expect(said).toEqual(expect.arrayContaining(CELL_FAULTS.map((fault) => `table.cell.${fault}`)));
  expect(said.every((code) => code.startsWith('table.'))).toBe(true);
});
