import { fitGrowth } from "./growth.js";
import type { Measurement } from "./measurement.js";
import { firstRota, incumbentAt, relativeGap, timeToGap, timeToOwnGap } from "./trace.js";

export const GAPS = [0.05, 0.02, 0.01, 0.005] as const;
export const MOMENTS = [10, 30, 60, 300] as const;

/** A line of the results: a cell a column, "" where there is nothing. */
export type Line = Readonly<Record<string, string>>;

/** One line for each case and solver, gaps against the best bound that any solver of the run proved for the case. */
export function linesOf(measurements: readonly Measurement[], limit: number): Line[] {
  return measurements.map((own) => {
    const best = bestBound(measurements, own.problem);
    return lineOf(own, best, limit);
  });
}

/** The best bound of a case; null when nobody proved one. */
export function bestBound(measurements: readonly Measurement[], problem: string): number | null {
  const bounds = measurements
    .filter((own) => own.problem === problem)
    .flatMap(({ trace }) => trace.at(-1)?.bound ?? []);
  return bounds.length === 0 ? null : Math.max(...bounds);
}

function lineOf(own: Measurement, best: number | null, limit: number): Line {
  const { trace } = own;
  const last = trace.at(-1);
  const final = last?.incumbent ?? null;
  const line: Record<string, string> = { case: own.problem, solver: own.solver };
  line["first rota, s"] = seconds(firstRota(trace));
  for (const gap of GAPS) {
    line[`${percent(gap)}, s`] = best === null ? "" : seconds(timeToGap(trace, best, gap));
  }
  for (const gap of GAPS) line[`own ${percent(gap)}, s`] = seconds(timeToOwnGap(trace, gap));
  for (const moment of MOMENTS.filter((second) => second <= limit)) {
    line[`at ${moment} s`] = amount(incumbentAt(trace, moment));
  }
  line["at end"] = amount(final);
  line["own bound"] = amount(last?.bound ?? null);
  line.gap = final === null || best === null ? "" : percent(relativeGap(final, best));
  line.MB = own.peakMegabytes === null ? "" : own.peakMegabytes.toFixed(0);
  line["process, s"] = seconds(own.seconds);
  line.note = [own.note, contradiction(final, best)].filter(Boolean).join("; ");
  return line;
}

/** A rota that costs less than a bound says can be is a bug of one of the two. */
function contradiction(final: number | null, best: number | null): string {
  if (final === null || best === null) return "";
  return final < best - 1e-4 * Math.max(1, Math.abs(best)) ? `CONTRADICTS a bound of ${best}` : "";
}

/** How the time to a gap of 2 % grows with offices × staff × days, by solver. */
export function growthLines(measurements: readonly Measurement[]): string[] {
  const solvers = [...new Set(measurements.map(({ solver }) => solver))];
  return solvers.flatMap((solver) => {
    const points = measurements
      .filter((own) => own.solver === solver)
      .flatMap((own): [number, number][] => {
        const best = bestBound(measurements, own.problem);
        const time = best === null ? null : timeToGap(own.trace, best, 0.02);
        return time === null ? [] : [[own.size, time]];
      });
    const growth = fitGrowth(points);
    if (!growth) return [];
    return [`- ${solver}: exponent ${growth.exponent.toFixed(2)} over ${growth.cases} cases`];
  });
}

/** Lines as a markdown table. */
export function markdown(lines: readonly Line[]): string {
  const columns = Object.keys(lines[0] ?? {});
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
  return [
    row(columns),
    row(columns.map(() => "---")),
    ...lines.map((line) => row(columns.map((column) => line[column]!.replaceAll("|", "/")))),
  ].join("");
}

/** Lines as CSV. */
export function csv(lines: readonly Line[]): string {
  const columns = Object.keys(lines[0] ?? {});
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = [columns, ...lines.map((line) => columns.map((column) => line[column]!))];
  return rows.map((row) => `${row.map(cell).join(",")}\n`).join("");
}

function seconds(value: number | null): string {
  return value === null ? "" : value.toFixed(1);
}

function percent(part: number): string {
  return `${Math.round(part * 10_000) / 100} %`;
}

function amount(value: number | null): string {
  return value === null ? "" : String(Math.round(value * 100) / 100);
}
