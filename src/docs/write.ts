import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CATALOG } from "../rules/catalog.js";
import { inputReference } from "./input-reference.js";
import { installedPackages, type LockedPackage, licencesReference } from "./licences.js";
import { rulesReference } from "./rules-reference.js";

/* Writes the generated pages of docs/. They are committed, and CI checks that they are up to date. */
const docs = fileURLToPath(new URL("../../docs/", import.meta.url));
mkdirSync(docs, { recursive: true });
writeFileSync(`${docs}RULES.md`, rulesReference(CATALOG));
writeFileSync(`${docs}INPUT.md`, inputReference());

const lock = JSON.parse(readFileSync(`${docs}../package-lock.json`, "utf8")) as {
  packages: Record<string, LockedPackage>;
};
writeFileSync(`${docs}LICENCES.md`, licencesReference(installedPackages(lock.packages)));
