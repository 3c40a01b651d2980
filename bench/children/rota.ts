import { parseArgs } from "node:util";
import { loadBuilt } from "./built.js";

/**
 * Our engine on a case, as `rota solve` calls it, telling every step: one JSON line each, with the seconds since this
 * process began, so that starting, reading and building the program count.
 */
const { values } = parseArgs({
  options: {
    home: { type: "string" },
    case: { type: "string" },
    solver: { type: "string", default: "auto" },
    seconds: { type: "string" },
    seed: { type: "string", default: "1" },
    effort: { type: "string", default: "1" },
  },
});
const rota = await loadBuilt(values.home!);
const limit = Number(values.seconds);
const left = () => limit - process.uptime();

const theCase = await rota.loadCase(values.case!, { language: "en", quiet: true });
const period = rota.periodOfMonth("2026-12");
const instance = new rota.Instance(theCase, period, rota.publicHolidays(period));
const rules = rota.activate(rota.CATALOG, theCase.ruleSettings);
const clock = new AbortController();
const timer = setTimeout(() => clock.abort(), Math.max(0, left() * 1000));

const plan = await rota.planMonth(
  {
    instance,
    rules,
    solver: values.solver as Parameters<typeof rota.planMonth>[0]["solver"],
    seed: Number(values.seed),
    effort: Number(values.effort),
    gap: 0,
    timeLimitSeconds: Math.max(0.1, left()),
  },
  {
    now: () => performance.now(),
    signal: clock.signal,
    onProgress: ({ phase, tiers }) => tell({ phase, tiers }),
    startThread: () => rota.startNodeThread(rota.worker),
  },
);
clearTimeout(timer);
const { termination, tiers, detail } = plan;
tell({ phase: "done", tiers, status: detail ? `${termination} (${detail})` : termination });

function tell(news: object): void {
  console.log(JSON.stringify({ seconds: process.uptime(), ...news }));
}
