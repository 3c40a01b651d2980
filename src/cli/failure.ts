import type { Text } from "../domain/text.js";

/** What the exit codes of the program mean; 64 to 73 are those of sysexits.h. */
export const EXIT = {
  ok: 0,
  hardViolation: 1,
  noRota: 2,
  usage: 64,
  badInput: 65,
  missingInput: 66,
  internal: 70,
  cannotWrite: 73,
  interrupted: 130,
} as const;

/** Known trouble that ends a command: its exit code and what to tell the user. Anything else that is thrown is a bug. */
export class Failure extends Error {
  override readonly name = "Failure";

  constructor(
    readonly exitCode: number,
    readonly text: Text,
  ) {
    super(text.en);
  }
}

/** The reason that the operating system gave, such as `ENOENT`; null when the error is another one. */
function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) return null;
  return String(error.code);
}

/** The error of a write as trouble that can be told; an error of another kind as it is. */
export function cannotWrite(path: string, error: unknown): unknown {
  const code = systemCode(error);
  if (code === null) return error;
  const why = systemWords(code);
  return new Failure(EXIT.cannotWrite, {
    en: `cannot write ${path}: ${why.en}`,
    sv: `kan inte skriva ${path}: ${why.sv}`,
  });
}

/** The error of a read as missing input; an error of another kind as it is. */
export function cannotRead(path: string, error: unknown): unknown {
  const code = systemCode(error);
  if (code === null) return error;
  const why = systemWords(code);
  return new Failure(EXIT.missingInput, {
    en: `cannot read ${path}: ${why.en}`,
    sv: `kan inte läsa ${path}: ${why.sv}`,
  });
}

/** What a reason of the operating system means. */
function systemWords(code: string): Text {
  return SYSTEM[code] ?? { en: code, sv: code };
}

const SYSTEM: Readonly<Record<string, Text>> = {
  ENOENT: { en: "it does not exist", sv: "finns inte" },
  EACCES: { en: "permission denied", sv: "åtkomst nekas" },
  EPERM: { en: "not permitted", sv: "inte tillåtet" },
  EROFS: { en: "the disk is read-only", sv: "disken är skrivskyddad" },
  ENOSPC: { en: "the disk is full", sv: "disken är full" },
  ENOTDIR: { en: "a part of the path is no folder", sv: "en del av sökvägen är ingen mapp" },
  EISDIR: { en: "it is a folder", sv: "det är en mapp" },
  EIO: { en: "the device does not answer", sv: "enheten svarar inte" },
  EBUSY: { en: "another program has it open", sv: "ett annat program har den öppen" },
  EDQUOT: { en: "your share of the disk is used up", sv: "din del av disken är slut" },
  EEXIST: { en: "a file of that name is in the way", sv: "en fil med det namnet är i vägen" },
};
