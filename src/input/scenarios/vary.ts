import { type Notice, noticeAt, type Place, quoted } from "../notice.js";
import { type TableName, tableNames, tables } from "../tables/catalog.js";
import { didYouMean, foldWord } from "../values/suggest.js";
import { gridOf, type OpenEdit, openEdit, type ScenarioPlan } from "./plans.js";

const FORM = /^\s*([^.[\]=*]+?)\s*(?:\[([^\]]*)\])?\s*\.\s*([^.[\]=*]+?)\s*(\*?)=(.*)$/s;

/** The grid of all sweeps of the command line: `TABLE[KEY].COLUMN=VALUES`, or `*=` to scale; the key may be left out. */
export function varyPlan(sweeps: readonly string[]): { plans: ScenarioPlan[]; notices: Notice[] } {
  const notices: Notice[] = [];
  const open = sweeps.flatMap((text): OpenEdit[] => {
    const place: Place = {
      file: "--vary",
      line: null,
      column: null,
      header: null,
      value: text,
    };
    const form = FORM.exec(text);
    if (form === null) {
      notices.push(noticeAt(place, NO_FORM(text)));
      return [];
    }
    const [, word = "", key, column = "", star, value = ""] = form;
    const table = tableOf(word, place, notices);
    if (table === null) return [];
    const entry = {
      action: star === "*" ? ("scale" as const) : ("set" as const),
      table,
      key: key?.trim() || null,
      column,
      value: value.trim(),
    };
    const places = { row: place, key: place, column: place, value: place };
    const one = openEdit(entry, places, notices);
    return one === null ? [] : [one];
  });
  const plans = open.length === 0 || notices.length > 0 ? [] : gridOf("vary", open, notices, "");
  return { plans, notices };
}

function tableOf(word: string, place: Place, notices: Notice[]): TableName | null {
  const words = new Map(
    tableNames.flatMap((name) =>
      [name, ...tables[name].swedishFiles.map((file) => file.replace(".csv", ""))].map(
        (own) => [foldWord(own), name] as const,
      ),
    ),
  );
  const found = words.get(foldWord(word));
  if (found) return found;
  notices.push(
    noticeAt(place, {
      code: "unknown-reference",
      message: {
        en: `${quoted(word)} is no table`,
        sv: `${quoted(word)} är ingen tabell`,
      },
      expected: {
        en: `one of ${tableNames.join(", ")}`,
        sv: `någon av ${tableNames.map((name) => tables[name].swedishFiles[0]?.replace(".csv", "") ?? name).join(", ")}`,
      },
      suggestion: didYouMean(word, words.keys()),
    }),
  );
  return null;
}

const NO_FORM = (text: string) =>
  ({
    code: "invalid-value",
    message: {
      en: `${quoted(text)} is no sweep`,
      sv: `${quoted(text)} är inget att variera`,
    },
    expected: {
      en: "TABLE.COLUMN=VALUES or TABLE[KEY].COLUMN=VALUES, such as evenings[office=satra].min_evenings=1..4",
      sv: "TABELL.KOLUMN=VÄRDEN eller TABELL[NYCKEL].KOLUMN=VÄRDEN, till exempel kvällar[kontor=satra].minst_kvällar=1..4",
    },
  }) as const;
