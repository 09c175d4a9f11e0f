export { export_format, exportAsJson } from './json.ts';
export { exportAsPage, type PageAbout } from './page.ts';
export { type ExportDeps, type ExportedOrder, type ExportPart, type Records, readExport } from './read.ts';
export {
  askExport,
  type ExportShape,
  export_kept_days,
  export_task,
  forgetExports,
  hasMadeExport,
  readMadeExport,
} from './store.ts';
export { type ExportWork, exportIdIn, exportPath, makeExports } from './work.ts';
