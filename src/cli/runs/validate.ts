import { statSync } from "node:fs";
import { join } from "node:path";
import { ruleIds } from "../../api/rules-in-force.js";
import { acceptedText } from "../../api/validate/accepted.js";
import { isOfInput, noticeAnnotations } from "../../api/validate/annotations.js";
import { refusedJudgement, validate } from "../../api/validate/validate.js";
import type { IsoDate } from "../../domain/calendar.js";
import type { Language, Text } from "../../domain/text.js";
import { withoutNames } from "../../domain/without-names.js";
import { count } from "../../domain/words.js";
import { didYouMean } from "../../input/values/suggest.js";
import { JUDGEMENT_WRITERS, type JudgementFormat } from "../../report/ci/formats.js";
import { type Annotation, type FailOn, type Judgement, passes } from "../../report/ci/judgement.js";
import { readBaseline } from "../baseline.js";
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
import { readOrigin } from "../origin.js";
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
  const { rota, dir, quiet, failOn } = request;
  const reading = { language, quiet };
  checkRules(request.rules);
  const accepted = request.baseline === undefined ? null : readBaseline(request.baseline);
  const file = rota === "-" ? "<stdin>" : rota;
  const bytes = readInput(rota);
  const { case: named, notices: ofFiles } = await readFolder(dir);
  tell(ofFiles, reading);
  const ofCase = noticeAnnotations(ofFiles, tablePath(dir));
  if (named === null) {
    const refused = refusedJudgement(file, { failOn }, ofCase, request.month ?? null);
    tellJudgement(refused, request, new Map(), language);
    throw inputFailure(ofFiles);
  }
  const theCase = withNewsBeside(withoutNames(named), rota, reading);
  const period = settlePeriod(theCase, request, reading);
  const madeWith = readOrigin(rota, request.proof, period.first.slice(0, 7));
  const { judgement, notices } = await validate(theCase, bytes, {
    ...{ period, file, failOn, ofCase, today: request.today },
    ...(request.rules.length > 0 ? { rules: request.rules } : {}),
    ...(accepted ? { accepted } : {}),
    ...(madeWith ? { madeWith } : {}),
  });
  tell(notices, reading);
  if (notices.some(isError)) {
    tellJudgement(judgement, request, new Map(), language);
    throw inputFailure(notices);
  }
  return finished(judgement, request, language);
}

function finished(found: Judgement, request: ValidateRequest, language: Language): number {
  const { writeBaseline, quiet } = request;
  const judgement = writeBaseline === undefined ? found : allAccepted(found);
  const more = new Map<string, string>();
  if (writeBaseline !== undefined) more.set(writeBaseline, acceptedText(judgement, language));
  tellJudgement(judgement, request, more, language);
  if (!quiet) say(verdict(judgement)[language]);
  return passes(judgement) ? EXIT.ok : EXIT.hardViolation;
}

/** The judgement with all its violations accepted, as those are that a new file of accepted ones is written from. */
function allAccepted(judgement: Judgement): Judgement {
  const annotations = judgement.annotations.map((each) =>
    each.violation === null ? each : { ...each, accepted: true, baseline: null },
  );
  return { ...judgement, annotations, gone: null };
}

/** Where the tables of a case lie: in its folder, or all in its one workbook. */
function tablePath(dir: string): (file: string) => string {
  const isWorkbook = statSync(dir, { throwIfNoEntry: false })?.isFile() ?? false;
  return (file) => (isWorkbook ? dir : join(dir, file));
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
  const known = ruleIds();
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown === undefined) return;
  const meant = didYouMean(unknown, known);
  throw new Failure(EXIT.usage, {
    en: `there is no rule ${unknown}. ${meant?.en ?? "rota rules lists them."}`,
    sv: `det finns ingen regel ${unknown}. ${meant?.sv ?? "rota rules listar dem."}`,
  });
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
