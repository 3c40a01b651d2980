import type { Report } from "../outputs/report.js";

/** report.json: the whole report. Keys keep the order of the type's fields, so that two reports compare line by line. */
export function reportJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
