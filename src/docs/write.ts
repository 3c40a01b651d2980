import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { scriptText } from "../report/html/enhance.js";
import { CATALOG } from "../rules/catalog.js";
import { inputReference } from "./input-reference.js";
import { installedPackages, type LockedPackage, licencesReference } from "./licences.js";
import { rulesReference } from "./rules-reference.js";

/* Writes what is generated: the pages of docs/ and one file of the source. They are committed, and CI checks that they are up to date. */
const docs = fileURLToPath(new URL("../../docs/", import.meta.url));
mkdirSync(docs, { recursive: true });
writeFileSync(`${docs}RULES.md`, rulesReference(CATALOG));
writeFileSync(`${docs}INPUT.md`, inputReference());

const lock = JSON.parse(readFileSync(`${docs}../package-lock.json`, "utf8")) as {
  packages: Record<string, LockedPackage>;
};
writeFileSync(`${docs}LICENCES.md`, licencesReference(installedPackages(lock.packages)));

const script = scriptText().replace(/[\\`]|\$(?=\{)/g, "\\$&");
writeFileSync(
  fileURLToPath(new URL("../../src/report/html/page-script.ts", import.meta.url)),
  `/** The compiled functions of enhance.ts; \`npm run docs\` writes it. */\nexport const PAGE_SCRIPT = \`${script}\`;\n`,
);
