import { type IsoDate, periodName } from "../../domain/calendar.js";
import type { Case } from "../../domain/case.js";
import { VERSION } from "../../domain/version.js";
import { withoutNames } from "../../domain/without-names.js";
import type { Notice } from "../../input/notice.js";
import type { ReportViolation } from "../../outputs/report.js";
import { type Annotation, type FailOn, type Judgement, passes } from "../../report/ci/judgement.js";
import { CATALOG } from "../../rules/catalog.js";
import { type AskedPeriod, periodAsked } from "../asked-period.js";
import { judgeRows, type Setting, settingOf } from "../judge-rota.js";
import { readRotaOf } from "../rota-file.js";
import { type Accepted, compared } from "./accepted.js";
import {
  changeAnnotations,
  noticeAnnotations,
  type ReadFile,
  ruleHelp,
  violationAnnotations,
} from "./annotations.js";
import { changesSince, type MadeWith } from "./changes.js";

/** What `validate` is asked: a period, and any of the rest. */
export type ValidateAsk = AskedPeriod & {
  /** False: ids stand where people have names. */
  readonly names?: boolean;
  /** The date from which notice of changes to the announced rota (published.csv) is counted; left out: it is not. */
  readonly today?: IsoDate | undefined;
  /** What notices and the judgement call the file. */
  readonly file?: string;
  /** Ids of the rules to look at; left out: all. */
  readonly rules?: readonly string[];
  /** Violations that were accepted. */
  readonly accepted?: Accepted;
  /** The report that the rota was written with: later changes of case and rota become warnings. */
  readonly madeWith?: MadeWith;
  /** What makes the judgement fail besides unreadable input; left out: hard rules. */
  readonly failOn?: FailOn;
  /** What is to stand in the judgement of the case's own files. */
  readonly ofCase?: readonly Annotation[];
};

/** What `validate` answers. */
export interface Validation {
  /** True when the file could be read and every hard rule is kept, accepted violations counted too. */
  readonly valid: boolean;
  /** True when nothing was found that makes a check fail. */
  readonly passed: boolean;
  /** What is wrong with the file itself; with an error among it nothing is judged. */
  readonly notices: readonly Notice[];
  /** What the rota breaks, hard rules first. */
  readonly violations: readonly ReportViolation[];
  /** The same with its place in the file, for `judgementText`. */
  readonly judgement: Judgement;
}

/**
 * Judges a rota by the rules of its case, without a solver.
 *
 * @param rota a rota.csv, as text or as the bytes of the file
 * @throws RangeError when the period is none, or the case has no availability in it.
 */
export async function validate(
  theCase: Case,
  rota: string | Uint8Array,
  ask: ValidateAsk,
): Promise<Validation> {
  const { file = "rota.csv", names = true, today, ofCase = [] } = ask;
  const period = periodAsked(theCase, ask);
  const bytes = typeof rota === "string" ? new TextEncoder().encode(rota) : rota;
  const { read, notices } = readRotaOf(file, bytes, theCase, period);
  const ofFile = noticeAnnotations(notices, () => file);
  if (notices.some(({ severity }) => severity === "error")) {
    const judgement = refusedJudgement(file, ask, [...ofCase, ...ofFile], periodName(period));
    return { valid: false, passed: false, notices, violations: [], judgement };
  }
  const setting = await settingOf(names ? theCase : withoutNames(theCase), period, today ?? null);
  const changes = ask.madeWith ? changesSince(ask.madeWith, theCase, period, read) : [];
  const warnings = [...changeAnnotations(changes, file), ...ofCase, ...ofFile];
  const judgement = judgementOf(setting, { file, read, bytes }, ask, warnings);
  const violations = judgement.annotations.flatMap(({ violation }) => violation ?? []);
  const valid = violations.every(({ severity }) => severity === "soft");
  return { valid, passed: passes(judgement), notices, violations, judgement };
}

/** The judgement of a file that cannot be judged: what is wrong with the input, where a violation would stand. */
export function refusedJudgement(
  file: string,
  { failOn = "hard" }: Pick<ValidateAsk, "failOn">,
  annotations: readonly Annotation[],
  month: string | null,
): Judgement {
  return {
    version: VERSION,
    file,
    failOn,
    month,
    rules: ruleHelp([], annotations),
    annotations: annotations.filter(({ level }) => level === "input"),
    gone: null,
  };
}

function judgementOf(
  setting: Setting,
  own: ReadFile,
  { rules, accepted, failOn = "hard" }: ValidateAsk,
  warnings: readonly Annotation[],
): Judgement {
  const { instance, rules: active } = setting;
  const month = periodName(instance.period);
  const wanted = new Set(rules ?? CATALOG.map(({ meta }) => meta.id));
  const rows = own.read.rows.map(({ assignment }) => assignment);
  const found = judgeRows(setting, rows).filter(({ rule }) => wanted.has(rule));
  const all = violationAnnotations(found, own, month);
  const { annotations: judged, gone } = accepted
    ? compared(all, accepted, wanted)
    : { annotations: all, gone: null };
  const annotations = [...judged, ...warnings];
  const looked = active.filter(({ rule }) => wanted.has(rule.meta.id));
  const frame = { version: VERSION, file: own.file, failOn, month };
  return { ...frame, rules: ruleHelp(looked, annotations), annotations, gone };
}
