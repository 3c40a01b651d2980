import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type * as PlanMonth from "../../dist/analysis/plan-month.js";
import type * as CaseFolder from "../../dist/cli/case-folder.js";
import type * as Calendar from "../../dist/domain/calendar.js";
import type * as Instances from "../../dist/domain/instance.js";
import type * as Holidays from "../../dist/domain/public-holidays.js";
import type * as Catalog from "../../dist/rules/catalog.js";
import type * as Settings from "../../dist/rules/settings.js";
import type * as NodeThread from "../../dist/solver/thread/node-thread.js";

/** The parts of a built `rota` that the benchmark calls, loaded from the folder that holds its `dist`. */
export async function loadBuilt(home: string) {
  const part = async <T>(path: string) => (await import(urlOf(home, path).href)) as T;
  return {
    ...(await part<typeof PlanMonth>("analysis/plan-month.js")),
    ...(await part<typeof CaseFolder>("cli/case-folder.js")),
    ...(await part<typeof Calendar>("domain/calendar.js")),
    ...(await part<typeof Instances>("domain/instance.js")),
    ...(await part<typeof Holidays>("domain/public-holidays.js")),
    ...(await part<typeof Catalog>("rules/catalog.js")),
    ...(await part<typeof Settings>("rules/settings.js")),
    ...(await part<typeof NodeThread>("solver/thread/node-thread.js")),
    worker: urlOf(home, "solver/thread/worker.js"),
  };
}

function urlOf(home: string, path: string): URL {
  return pathToFileURL(join(home, "dist", path));
}
