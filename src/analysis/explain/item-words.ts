import { isIsoDate, weekdayOf } from "../../domain/calendar.js";
import type { DemandRow } from "../../domain/case.js";
import type { PersonReason } from "../../domain/explanation.js";
import type { Instance } from "../../domain/instance.js";
import type { Text } from "../../domain/text.js";
import { same } from "../../domain/text.js";
import { count, dateWords, durationWords, timeWords, weekdayName } from "../../domain/words.js";
import type { ActiveRule } from "../../rules/settings.js";
import type { Item } from "./items.js";

/** What is known when an item is put into words. */
interface Telling {
  readonly item: Item;
  readonly instance: Instance;
  readonly office: string;
  readonly member: string;
  readonly department: string;
  /** The dates on which the person can come. */
  readonly dates: readonly string[];
}

/**
 * An item in one sentence. A rule without words of its own is told by its title and whom it is about.
 *
 * @param comers who can come on some dates
 */
export function itemText(
  item: Item,
  instance: Instance,
  rules: readonly ActiveRule[],
  comers: readonly PersonReason[],
): Text {
  const telling: Telling = {
    item,
    instance,
    office: nameOf(item.office, instance.theCase.offices),
    member: nameOf(item.staff, instance.theCase.staff),
    department: nameOf(item.department, instance.theCase.departments),
    dates: comers.find(({ staff }) => staff === item.staff)?.dates ?? [],
  };
  const own = WORDS[item.rule]?.(telling) ?? null;
  if (own !== null) return own;
  const title = rules.find(({ rule }) => rule.meta.id === item.rule)!.rule.meta.title;
  const subject = telling.member || telling.office || telling.department;
  const when = item.date === null ? same("") : dateWords(item.date);
  const about = (language: "en" | "sv") =>
    [subject, when[language]].filter((part) => part !== "").join(", ");
  return { en: `${title.en}: ${about("en")}.`, sv: `${title.sv}: ${about("sv")}.` };
}

/** What the people of several items of a rule have in common; null: such items are told one by one. */
export function togetherText(
  item: Item,
  instance: Instance,
  comers: readonly PersonReason[],
): Text | null {
  if (item.staff === null) return null;
  if (item.rule === "availability" && comers.some(({ staff }) => staff === item.staff)) {
    return { en: "Can come on some dates only", sv: "Kan komma bara vissa datum" };
  }
  const office = nameOf(item.office, instance.theCase.offices);
  return TOGETHER[item.rule]?.(office) ?? null;
}

const TOGETHER: Readonly<Record<string, (office: string) => Text>> = {
  availability: () => ({ en: "Not available then", sv: "Inte tillgängliga då" }),
  "allowed-office": (office) => ({
    en: office ? `May not serve at ${office}` : "May not serve at the office",
    sv: office ? `Får inte tjänstgöra på ${office}` : "Får inte tjänstgöra på kontoret",
  }),
  "weekly-hours": () => ({
    en: "Have no hours left in the week",
    sv: "Har inga timmar kvar i veckan",
  }),
  "period-hours": () => ({
    en: "Have no hours left in the month",
    sv: "Har inga timmar kvar i månaden",
  }),
  "shift-count": () => ({
    en: "Serve as many evenings as agreed already",
    sv: "Har redan så många kvällar som är avtalat",
  }),
};

const WORDS: Readonly<Record<string, (telling: Telling) => Text | null>> = {
  availability: ({ member, dates }) =>
    dates.length === 0
      ? { en: `${member} is not available then.`, sv: `${member} är inte tillgänglig då.` }
      : {
          en: `${member} can come only on ${count(dates.length, "date", "dates")}.`,
          sv: `${member} kan bara komma ${count(dates.length, "datum", "datum")}.`,
        },
  "allowed-office": ({ member, office }) => ({
    en: `${member} may not serve at ${office || "the office"}.`,
    sv: `${member} får inte tjänstgöra på ${office || "kontoret"}.`,
  }),
  closures: ({ item, office }) => ({
    en: `${office} is closed on ${datesIn(item, "en")}.`,
    sv: `${office} är stängt ${datesIn(item, "sv")}.`,
  }),
  pins: ({ item, member, instance }) => pinWords(item, member, instance),
  "desk-capacity": ({ item, office, instance }) => {
    const desks = instance.office(item.office ?? "")?.desks ?? 0;
    return {
      en: `${office} has ${count(desks, "desk", "desks")}.`,
      sv: `${office} har ${count(desks, "arbetsplats", "arbetsplatser")}.`,
    };
  },
  "department-separation": ({ item, office, instance }) => {
    const row = instance.theCase.separations[item.origin.row!];
    if (!row) return null;
    const [one, other] = [row.department, row.other].map((id) =>
      nameOf(id, instance.theCase.departments),
    );
    const at = { en: office ? ` at ${office}` : "", sv: office ? ` på ${office}` : "" };
    return {
      en: `Secrecy keeps ${one} and ${other} apart${at.en}: not both at once.`,
      sv: `Sekretess håller isär ${one} och ${other}${at.sv}: inte båda samtidigt.`,
    };
  },
  "evening-count": ({ item, office, instance }) => {
    const row = instance.eveningRequirement(item.office ?? "", instance.period.first);
    if (!row) return null;
    if (item.kind === "requirement") {
      return {
        en: `${office} must have ${count(row.minEvenings, "evening", "evenings")} too.`,
        sv: `Även ${office} ska ha ${count(row.minEvenings, "kväll", "kvällar")}.`,
      };
    }
    return {
      en: `${office} has at most ${count(row.maxEvenings ?? 0, "evening", "evenings")}.`,
      sv: `${office} har högst ${count(row.maxEvenings ?? 0, "kväll", "kvällar")}.`,
    };
  },
  "evening-weekday": ({ item, office, instance }) => {
    const row = instance.eveningRequirement(item.office ?? "", instance.period.first);
    if (!row) return null;
    const days = (language: "en" | "sv") =>
      row.weekdays.map((day) => weekdayName(day)[language]).join(", ");
    return {
      en: `${office} holds evenings only on ${days("en")}.`,
      sv: `${office} har kvällsöppet bara ${days("sv")}.`,
    };
  },
  "evening-cover": ({ item, office, instance }) => {
    const row = instance.eveningRequirement(item.office ?? "", instance.period.first);
    if (!row) return null;
    return {
      en: `An evening at ${office} needs ${count(row.minStaff, "person", "people")} all the time.`,
      sv: `En kväll på ${office} kräver ${count(row.minStaff, "person", "personer")} hela tiden.`,
    };
  },
  "evening-spacing": ({ item, office, instance }) => {
    const row = instance.eveningRequirement(item.office ?? "", instance.period.first);
    if (!row) return null;
    return {
      en: `The evenings of ${office} are at least ${count(row.minGapDays, "day", "days")} apart.`,
      sv: `Kvällarna på ${office} ligger minst ${count(row.minGapDays, "dag", "dagar")} isär.`,
    };
  },
  "opening-cover": ({ item, office, instance }) => {
    const people = instance.office(item.office ?? "")?.minStaff ?? 0;
    const day = item.date === null ? same("") : dateWords(item.date);
    return {
      en: `${office} needs ${count(people, "person", "people")} on ${day.en} too.`,
      sv: `Även ${office} behöver ${count(people, "person", "personer")} ${day.sv}.`,
    };
  },
  "demand-cover": ({ item, office, instance }) => {
    const row = instance.theCase.demand[item.origin.row!];
    return row ? demandWords(row, office, item, instance) : null;
  },
  "visit-hosting": ({ item, office, instance }) => {
    const visit = instance.theCase.visits[item.origin.row!]!.id;
    return {
      en: `The visit ${visit} at ${office} needs its hosts.`,
      sv: `Besöket ${visit} på ${office} behöver sina värdar.`,
    };
  },
  "weekly-hours": ({ item, member, instance }) => {
    const most = durationWords(instance.member(item.staff ?? "")?.maxMinutesWeek ?? 0);
    return {
      en: `${member} works at most ${most} a week.`,
      sv: `${member} arbetar högst ${most} i veckan.`,
    };
  },
  "period-hours": ({ item, member, instance }) => {
    const most = durationWords(instance.member(item.staff ?? "")?.maxMinutesMonth ?? 0);
    return {
      en: `${member} works at most ${most} a month.`,
      sv: `${member} arbetar högst ${most} i månaden.`,
    };
  },
  "shift-count": ({ item, member, instance }) => {
    const most = instance.member(item.staff ?? "")?.maxEveningsMonth ?? null;
    if (most === null) return null;
    return {
      en: `${member} serves at most ${count(most, "evening", "evenings")} a month.`,
      sv: `${member} tjänstgör högst ${count(most, "kväll", "kvällar")} i månaden.`,
    };
  },
  "department-hours": ({ item, department, instance }) => {
    const row = instance.theCase.departments.find(({ id }) => id === item.department);
    if (!row) return null;
    const least = item.kind === "requirement";
    const hours = durationWords((least ? row.minMinutesMonth : row.maxMinutesMonth) ?? 0);
    return {
      en: `${department} lends at ${least ? "least" : "most"} ${hours} a month.`,
      sv: `${department} lånar ut ${least ? "minst" : "högst"} ${hours} i månaden.`,
    };
  },
};

function pinWords(item: Item, member: string, { pins, theCase }: Instance): Text | null {
  if (item.date === null) return null;
  const day = dateWords(item.date);
  if (item.kind === "requirement") {
    const pin = pins[item.origin.row!];
    const place = pin?.office ? ` ${nameOf(pin.office, theCase.offices)}` : "";
    const time = pin?.time ? ` ${timeWords(pin.time)}` : "";
    return {
      en: `${member} is pinned to ${day.en}${place}${time}.`,
      sv: `${member} är låst till ${day.sv}${place}${time}.`,
    };
  }
  return {
    en: `A pin keeps ${member} away on ${day.en}.`,
    sv: `En låsning håller ${member} borta ${day.sv}.`,
  };
}

function demandWords(row: DemandRow, office: string, item: Item, { theCase }: Instance): Text {
  const of = row.department === null ? row.skill : nameOf(row.department, theCase.departments);
  const whom: Text = {
    en: of ? ` of ${of}` : "",
    sv: of ? ` från ${of}` : "",
  };
  if (row.department === null && row.skill !== null) {
    return {
      en: `${office} needs ${row.min} with ${row.skill}${periodOf(item, "en")}.`,
      sv: `${office} behöver ${row.min} med ${row.skill}${periodOf(item, "sv")}.`,
    };
  }
  return {
    en: `${office} needs ${row.min}${whom.en}${periodOf(item, "en")}.`,
    sv: `${office} behöver ${row.min}${whom.sv}${periodOf(item, "sv")}.`,
  };
}

/** The date, week or month that an item is of, such as ` in 2026-W50`. */
function periodOf({ origin, date }: Item, language: "en" | "sv"): string {
  if (date !== null) {
    return language === "en" ? ` on ${dateWords(date).en}` : ` ${dateWords(date).sv}`;
  }
  const period = origin.date;
  if (period === undefined || isIsoDate(period)) return "";
  return language === "en" ? ` in ${period}` : ` ${period}`;
}

function datesIn({ rows }: Item, language: "en" | "sv"): string {
  const dates = rows.flatMap(({ origin }) => origin.date ?? []);
  const working = [...new Set(dates)].sort().filter((date) => weekdayOf(date) <= 5);
  return working.map((date) => dateWords(date)[language]).join(", ");
}

/** The name of an id; the id itself where the table has no such row, nothing for nobody. */
export function nameOf(
  id: string | null,
  among: readonly { readonly id: string; readonly name: string }[],
): string {
  if (id === null) return "";
  return among.find((one) => one.id === id)?.name ?? id;
}
