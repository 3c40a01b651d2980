import type { IsoDate } from "../domain/calendar.js";
import { groupBy, sum } from "../domain/collections.js";
import { compareText } from "../domain/rota.js";
import type { Report, ReportLedgerLine } from "../outputs/report.js";
import type { Year, YearMonth, YearPerson } from "../outputs/year.js";

/** A month that was planned, with what its report does not say of the calendar. */
export interface PlannedMonth {
  readonly report: Report;
  /** Public holidays and eves of the month, with their Swedish names. */
  readonly holidays: ReadonlyMap<IsoDate, string>;
  /** Single working days between two days off. */
  readonly squeezeDays: readonly IsoDate[];
}

/** The months at a glance, in their order. */
export function yearOf(planned: readonly PlannedMonth[]): Year {
  const reports = planned.map(({ report }) => report);
  const offices = reports.flatMap(({ statistics }) => statistics.offices);
  return {
    months: planned.map(monthOf),
    offices: [...groupBy(offices, ({ office }) => office).values()]
      .filter((own) => own.some((at) => at.eveningsRequired + at.eveningsHeld > 0))
      .map(([first]) => ({ office: first!.office, name: first!.name })),
    people: peopleOf(reports),
  };
}

function monthOf({ report, holidays, squeezeDays }: PlannedMonth): YearMonth {
  const { offices, departments, cost } = report.statistics;
  const hard = report.violations.filter(({ severity }) => severity === "hard").length;
  const balances = eveningLines(report)
    .filter(({ actual, share }) => actual + share > 0)
    .map(({ balance }) => balance);
  return {
    month: report.month,
    hardViolations: hard,
    softViolations: report.violations.length - hard,
    eveningsRequired: sum(offices, ({ eveningsRequired }) => eveningsRequired),
    eveningsHeld: sum(offices, ({ eveningsHeld }) => eveningsHeld),
    evenings: new Map(offices.map((own) => [own.office, own])),
    paidMinutes: sum(departments, ({ paidMinutes }) => paidMinutes),
    cost: cost.staff,
    budget: cost.budget,
    holidays: [...holidays].sort(([a], [b]) => compareText(a, b)),
    squeezeDays,
    fewestAtWork: fewestAtWork(report),
    spread: balances.length === 0 ? 0 : hundredths(Math.max(...balances) - Math.min(...balances)),
    termination: report.termination,
    gap: Math.max(0, ...report.tiers.map(({ gap }) => gap)),
  };
}

function fewestAtWork({ openings, assignments }: Report): number {
  const byDate = groupBy(assignments, ({ date }) => date);
  const dates = [...new Set(openings.map(({ date }) => date))];
  if (dates.length === 0) return 0;
  return Math.min(
    ...dates.map((date) => new Set((byDate.get(date) ?? []).map(({ staff }) => staff)).size),
  );
}

/** Those who can serve an evening in some month, or have. */
function peopleOf(reports: readonly Report[]): YearPerson[] {
  const lines = reports.map(
    (report) => new Map(eveningLines(report).map((own) => [own.staff, own])),
  );
  const last = reports.at(-1);
  return (last?.statistics.people ?? []).flatMap(({ staff, name, department, fte }) => {
    const own = lines.flatMap((month) => month.get(staff) ?? []);
    const share = sum(own, (line) => line.share);
    const after = own.at(-1)?.after ?? 0;
    if (after === 0 && share === 0) return [];
    return [
      {
        staff,
        name,
        department,
        fte,
        before: own[0]?.before ?? 0,
        evenings: own.map(({ actual }) => actual),
        after,
        share: hundredths(share),
        balance: own.at(-1)?.balance ?? 0,
      },
    ];
  });
}

function eveningLines({ ledger }: Report): ReportLedgerLine[] {
  return ledger.filter(({ measure, staff }) => measure === "evenings" && staff !== null);
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
