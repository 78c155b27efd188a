export {
  type Ministry,
  type PlanTables,
  type PlanTablesGround,
  SHEET_SECTIONS,
  type SheetSection,
} from './plan-forms.js';
export * from './plan-sheets.js';
export * from './read-plan-tables.js';
export * from './table-changes.js';
