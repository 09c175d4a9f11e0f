export { export_format, exportAsJson } from './json.ts';
export { type ExportDeps, type ExportedOrder, type ExportPart, type Records, readExport } from './read.ts';
