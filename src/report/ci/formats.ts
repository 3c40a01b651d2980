import type { Language } from "../../domain/text.js";
import { judgementGithub } from "./github.js";
import { judgementGitlab } from "./gitlab.js";
import { judgementJson } from "./json.js";
import type { Judgement } from "./judgement.js";
import { judgementJunit } from "./junit.js";
import { judgementSarif } from "./sarif.js";
import { judgementText } from "./text.js";

/** The forms that a judgement can be written in. */
export type JudgementFormat = "text" | "json" | "sarif" | "junit" | "github" | "gitlab";

/** The writer of each form. */
export const JUDGEMENT_WRITERS: Readonly<
  Record<JudgementFormat, (judgement: Judgement, language: Language) => string>
> = {
  text: judgementText,
  json: judgementJson,
  sarif: judgementSarif,
  junit: judgementJunit,
  github: judgementGithub,
  gitlab: judgementGitlab,
};
