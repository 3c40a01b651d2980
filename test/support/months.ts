import { settingOf } from "../../src/api/judge-rota.js";
import { afterMonth } from "../../src/api/next-month.js";
import { type PlanAsk, planReport } from "../../src/api/plan-report.js";
import { monthsFrom } from "../../src/cli/month-range.js";
import { periodOfMonth } from "../../src/domain/calendar.js";
import type { Case } from "../../src/domain/case.js";
import type { Report } from "../../src/outputs/report.js";
import { startNodeThread } from "../../src/solver/thread/node-thread.js";

const worker = new URL("../../dist/solver/thread/worker.js", import.meta.url);

/** Plans months one after the other, each fed to the next. */
export async function planned(
  first: Case,
  range: string,
  { solver, gap }: Pick<PlanAsk, "solver" | "gap">,
): Promise<Report[]> {
  const reports: Report[] = [];
  let theCase = first;
  for (const month of monthsFrom(range)!) {
    const setting = await settingOf(theCase, periodOfMonth(month));
    const slots = { minutes: 30, pauseMinutes: 0, keptAtDesk: 1 };
    const limits = { solver, gap, seed: 1, effort: 1, timeLimitSeconds: null };
    const { report } = await planReport(
      setting,
      { ...limits, slots },
      {
        now: () => performance.now(),
        signal: new AbortController().signal,
        onProgress: () => {},
        startThread: () => startNodeThread(worker),
      },
    );
    reports.push(report!);
    theCase = afterMonth(theCase, report!);
  }
  return reports;
}
