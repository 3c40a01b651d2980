import { statSync } from "node:fs";
import { judgeRows, type Setting, settingOf } from "../../api/judge-rota.js";
import { readRotaOf } from "../../api/rota-file.js";
import { type IsoDate, periodName } from "../../domain/calendar.js";
import type { Language, Text } from "../../domain/text.js";
import { VERSION } from "../../domain/version.js";
import { withoutNames } from "../../domain/without-names.js";
import { count } from "../../domain/words.js";
import type { Notice } from "../../input/notice.js";
import { didYouMean } from "../../input/values/suggest.js";
import { JUDGEMENT_WRITERS, type JudgementFormat } from "../../report/ci/formats.js";
import { type Annotation, type FailOn, type Judgement, passes } from "../../report/ci/judgement.js";
import { CATALOG } from "../../rules/catalog.js";
import {
  changeAnnotations,
  isOfInput,
  noticeAnnotations,
  type ReadFile,
  ruleHelp,
  tablePath,
  violationAnnotations,
} from "../annotations.js";
import { type Baseline, baselineText, compared, readBaseline } from "../baseline.js";
import {
  inputFailure,
  isError,
  readFolder,
  readInput,
  settlePeriod,
  tell,
} from "../case-folder.js";
import { EXIT, Failure } from "../failure.js";
import { withNewsBeside } from "../news-beside.js";
import { changesSince, readOrigin } from "../origin.js";
import type { AskedPeriod } from "../period.js";
import { print, say } from "../terminal.js";
import { writeTogether } from "../write-together.js";

/** What `rota validate` was asked. */
export interface ValidateRequest extends AskedPeriod {
  readonly rota: string;
  readonly dir: string;
  readonly format: JudgementFormat;
  /** Files to write as well, each in a format. */
  readonly reports: ReadonlyMap<string, JudgementFormat>;
  readonly failOn: FailOn;
  /** The rules to look at; none: all. */
  readonly rules: readonly string[];
  readonly baseline: string | undefined;
  readonly writeBaseline: string | undefined;
  /** The report.json that the rota was written with, when it is not beside it. */
  readonly proof: string | undefined;
  /** Notice of changes to the announced rota is counted from it. */
  readonly today: IsoDate | undefined;
  readonly quiet: boolean;
}

/** Judges a rota file by the rules of its case; answers the exit code. */
export async function runValidate(request: ValidateRequest, language: Language): Promise<number> {
  const { rota, dir, quiet } = request;
  const reading = { language, quiet };
  checkRules(request.rules);
  const baseline = request.baseline === undefined ? null : readBaseline(request.baseline);
  const file = rota === "-" ? "<stdin>" : rota;
  const bytes = readInput(rota);
  const { case: named, notices: ofCase } = await readFolder(dir);
  tell(ofCase, reading);
  const told = noticeAnnotations(ofCase, tablePath(dir, isFile(dir)));
  if (named === null) return refused(request, told, ofCase, language);
  const theCase = withNewsBeside(withoutNames(named), rota, reading);
  const period = settlePeriod(theCase, request, reading);
  const { read, notices } = readRotaOf(file, bytes, theCase, period);
  tell(notices, reading);
  told.push(...noticeAnnotations(notices, () => file));
  if (notices.some(isError)) return refused(request, told, notices, language);
  const origin = readOrigin(rota, request.proof, period.first.slice(0, 7));
  const changes = origin ? changesSince(origin, theCase, period, read) : [];
  const setting = await settingOf(theCase, period, request.today);
  const judged = judgedBy(setting, { file, read, bytes }, baseline, request);
  const warnings = [...changeAnnotations(changes, file), ...told];
  return finished(request, setting, { ...judged, warnings }, language);
}

/** What came of judging: the violations, and how many accepted ones are gone. */
interface Judged {
  readonly violations: readonly Annotation[];
  readonly gone: number | null;
}

function judgedBy(
  setting: Setting,
  own: ReadFile,
  baseline: Baseline | null,
  { rules, writeBaseline }: ValidateRequest,
): Judged {
  const all = judgeRows(
    setting,
    own.read.rows.map(({ assignment }) => assignment),
  );
  const wanted = new Set(rules.length > 0 ? rules : CATALOG.map(({ meta }) => meta.id));
  const violations = violationAnnotations(
    all.filter(({ rule }) => wanted.has(rule)),
    own,
    periodName(setting.instance.period),
  );
  if (writeBaseline !== undefined) {
    return { violations: violations.map((each) => ({ ...each, accepted: true })), gone: null };
  }
  if (baseline === null) return { violations, gone: null };
  const { annotations, gone } = compared(violations, baseline, wanted);
  return { violations: annotations, gone };
}

function finished(
  request: ValidateRequest,
  { rules: active, instance }: Setting,
  { violations, gone, warnings }: Judged & { readonly warnings: readonly Annotation[] },
  language: Language,
): number {
  const { rules, writeBaseline, quiet } = request;
  const looked = active.filter(({ rule }) => rules.length === 0 || rules.includes(rule.meta.id));
  const annotations = [...violations, ...warnings];
  const name = periodName(instance.period);
  const judgement: Judgement = {
    ...frameOf(request, name),
    rules: ruleHelp(looked, annotations),
    annotations,
    gone,
  };
  const accepted = new Map<string, string>();
  if (writeBaseline !== undefined) {
    accepted.set(writeBaseline, baselineText(judgement, name, language));
  }
  tellJudgement(judgement, request, accepted, language);
  if (!quiet) say(verdict(judgement)[language]);
  return passes(judgement) ? EXIT.ok : EXIT.hardViolation;
}

/** Bad input: it is told in the formats for CI too, so that it shows where a violation would. */
function refused(
  request: ValidateRequest,
  annotations: readonly Annotation[],
  notices: readonly Notice[],
  language: Language,
): never {
  const errors = annotations.filter(({ level }) => level === "input");
  const rules = ruleHelp([], annotations);
  const judgement = { ...frameOf(request, null), rules, annotations: errors, gone: null };
  tellJudgement(judgement, request, new Map(), language);
  throw inputFailure(notices);
}

function frameOf({ rota, failOn, month }: ValidateRequest, period: string | null) {
  const file = rota === "-" ? "<stdin>" : rota;
  return { version: VERSION, file, failOn, month: period ?? month ?? null };
}

/** Writes all files that were asked for, or none, and the one that was asked for to stdout. */
function tellJudgement(
  judgement: Judgement,
  { format, reports, quiet, failOn }: ValidateRequest,
  more: ReadonlyMap<string, string>,
  language: Language,
): void {
  const texts = [...reports].map(
    ([path, form]) => [path, JUDGEMENT_WRITERS[form](judgement, language)] as const,
  );
  writeTogether(new Map([...texts, ...more]));
  // On a terminal the input's own trouble has been told on stderr.
  const shown = format === "text" ? withoutNotices(judgement) : judgement;
  if (format === "text" && quiet) {
    const failing = shown.annotations.filter((each) => !passes({ failOn, annotations: [each] }));
    if (failing.length > 0)
      print(JUDGEMENT_WRITERS.text({ ...shown, annotations: failing }, language));
    return;
  }
  print(JUDGEMENT_WRITERS[format](shown, language));
}

function withoutNotices(judgement: Judgement): Judgement {
  const { annotations } = judgement;
  return { ...judgement, annotations: annotations.filter((each) => !isOfInput(each)) };
}

function checkRules(ids: readonly string[]): void {
  const known = CATALOG.map(({ meta }) => meta.id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown === undefined) return;
  const meant = didYouMean(unknown, known);
  throw new Failure(EXIT.usage, {
    en: `there is no rule ${unknown}. ${meant?.en ?? "rota rules lists them."}`,
    sv: `det finns ingen regel ${unknown}. ${meant?.sv ?? "rota rules listar dem."}`,
  });
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function verdict({ annotations, gone }: Judgement): Text {
  const of = (level: Annotation["level"]) =>
    annotations.filter((each) => each.level === level && !each.accepted).length;
  const accepted = annotations.filter((each) => each.accepted).length;
  const [hard, soft] = [of("hard"), of("soft")];
  const softly: Text = {
    en: count(soft, "soft finding", "soft findings"),
    sv: `${soft} mjuka ${soft === 1 ? "anmärkning" : "anmärkningar"}`,
  };
  const more = acceptedWords(accepted, gone ?? 0);
  if (hard === 0) {
    return {
      en: `Every hard rule is kept; ${softly.en}.${more.en}`,
      sv: `Alla hårda regler hålls; ${softly.sv}.${more.sv}`,
    };
  }
  return {
    en: `${count(hard, "hard rule violation", "hard rule violations")}; ${softly.en}.${more.en}`,
    sv: `${hard} brott mot hårda regler; ${softly.sv}.${more.sv}`,
  };
}

function acceptedWords(accepted: number, gone: number): Text {
  const there: Text =
    accepted === 0
      ? { en: "", sv: "" }
      : { en: ` Accepted besides: ${accepted}.`, sv: ` Godtagna därutöver: ${accepted}.` };
  if (gone === 0) return there;
  return {
    en: `${there.en} Accepted but no longer found: ${gone}; write the file of accepted violations anew.`,
    sv: `${there.sv} Godtagna men inte längre funna: ${gone}; skriv om filen med godtagna brott.`,
  };
}
