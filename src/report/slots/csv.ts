import type { Language } from "../../domain/text.js";
import type { Report, ReportSlot } from "../../outputs/report.js";
import { type Columns, csv } from "../csv.js";

/** slots.csv: the meetings that citizens can book. Nobody is named. */
export function slotsCsv({ slots }: Report, language: Language): string {
  return csv(SLOTS, slots, language);
}

const SLOTS: Columns<ReportSlot> = {
  date: (row) => row.date,
  office: (row) => row.office,
  department: (row) => row.department,
  from: (row) => row.from,
  to: (row) => row.to,
  capacity: (row) => row.capacity,
};
