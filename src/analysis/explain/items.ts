import { groupBy } from "../../domain/collections.js";
import type { Instance } from "../../domain/instance.js";
import type { Rota } from "../../domain/rota.js";
import { encode } from "../../planning/encoding.js";
import type { Formulation } from "../../planning/formulate.js";
import {
  compareOrigins,
  type Origin,
  type PlannedRow,
  requirementKey,
  rowName,
} from "../../planning/origin.js";
import { rowSlack } from "../../program/evaluate.js";
import type { ActiveRule } from "../../rules/settings.js";
import { dutyKey } from "./relaxed.js";
import type { Subject } from "./subjects.js";
import { SCALE_OF_RULE, SubjectFinder } from "./subjects.js";

/** A rule for a subject, or a fact about somebody: rows that are kept or let go together. */
export interface Item extends Subject {
  readonly key: string;
  readonly rule: string;
  readonly kind: "fact" | "rule" | "requirement";
  /** Where its first row comes from. */
  readonly origin: Origin;
  readonly rows: readonly PlannedRow[];
}

/** A part of a month with every rule and fact as rows: those that must hold, and those that are tried. */
export interface Anatomy {
  readonly formulation: Formulation;
  /** What is asked for. */
  readonly target: readonly PlannedRow[];
  readonly items: readonly Item[];
}

/** The best rota of the case as it is, with the program it came from. */
export interface Baseline {
  readonly instance: Instance;
  readonly rules: readonly ActiveRule[];
  readonly formulation: Formulation;
  readonly rota: Rota;
}

/**
 * Takes a relaxed program apart. Other requirements count only as far as the best rota meets them, and only when everybody
 * who could serve them lies inside the part: so what collides here collides in the whole month.
 */
export function anatomyOf(
  formulation: Formulation,
  baseline: Baseline,
  targetKey: string,
): Anatomy {
  const hard = new Set(
    baseline.rules.filter(({ severity }) => severity === "hard").map(({ rule }) => rule.meta.id),
  );
  const subjects = new SubjectFinder(formulation);
  const rows = [...formulation.program.rows, ...closedEvenings(formulation, baseline.instance)];
  const wanted = rows.filter((row) => hard.has(row.origin.rule));
  const target = wanted.filter((row) => row.limit < 0 && requirementKey(row) === targetKey);
  const complete = completeRequirements(formulation, baseline.formulation);
  const point = encode(formulation, baseline.rota).point;
  const others = wanted.flatMap((row): PlannedRow[] => {
    if (row.limit >= 0) return [row];
    if (requirementKey(row) === targetKey || !complete(row)) return [];
    return [{ ...row, limit: row.limit + rowSlack(row, point) }];
  });
  const asks = new Set(wanted.filter((row) => row.limit < 0).map(({ name }) => name));
  const keyed = others.map((row) => ({ row, subject: subjects.of(row), asks: asks.has(row.name) }));
  const groups = groupBy(keyed, ({ row, subject, asks: ask }) => itemKey(row, subject, ask));
  const items = [...groups].map(([key, own]): Item => {
    const { asks: ask, row } = own[0]!;
    const { origin } = row;
    const { rule } = origin;
    const all = subjectAt(rule, sharedSubject(own.map(({ subject }) => subject)));
    const kind = ask ? "requirement" : FACTS.has(rule) ? "fact" : "rule";
    return { key, rule, kind, origin, rows: own.map((one) => one.row), ...all };
  });
  return { formulation, target, items: items.sort(byReadiness) };
}

/** Rules that say what can be, rather than what should be. */
const FACTS = new Set([
  "availability",
  "allowed-office",
  "closures",
  "pins",
  "desk-capacity",
  "room-capacity",
]);

function itemKey(row: PlannedRow, subject: Subject, ask: boolean): string {
  const { rule, row: number } = row.origin;
  if (ask) return requirementKey(row);
  switch (SCALE_OF_RULE[rule] ?? "case") {
    case "staff":
      return `${rule} ${subject.staff} ${rule === "pins" ? subject.date : ""}`;
    case "office":
      return `${rule} ${subject.office} ${rule === "department-separation" ? number : ""}`;
    case "department":
      return `${rule} ${subject.department}`;
    case "case":
      return rule;
  }
}

/** What an item is told to be about: a limit of an office is about nobody, though one person alone may come there. */
function subjectAt(rule: string, { office, date, staff, department }: Subject): Subject {
  switch (SCALE_OF_RULE[rule] ?? "case") {
    case "staff":
      return { office, date, staff, department: null };
    case "office":
      return { office, date, staff: null, department: null };
    case "department":
      return { office: null, date: null, staff: null, department };
    case "case":
      return { office: null, date: null, staff: null, department: null };
  }
}

function sharedSubject(subjects: readonly Subject[]): Subject {
  const only = (part: keyof Subject) => {
    const value = subjects[0]![part];
    return subjects.every((subject) => subject[part] === value) ? value : null;
  };
  return {
    office: only("office"),
    date: only("date"),
    staff: only("staff"),
    department: only("department"),
  };
}

/** Evenings on closed dates, which no rule has rows for: the case as it is has no such evening at all. */
function closedEvenings({ candidates }: Formulation, instance: Instance): PlannedRow[] {
  return candidates.evenings.flatMap(({ office, date, variable }) => {
    const origin = { rule: "closures", office, date };
    return variable !== null && instance.isClosed(office, date)
      ? [
          {
            name: rowName(origin),
            origin,
            variables: Int32Array.of(variable),
            coefficients: Int32Array.of(1),
            limit: 0,
            tier: 2,
            weight: 1,
          },
        ]
      : [];
  });
}

/** Tells whether all who can serve a requirement in the case as it is are candidates here too. */
function completeRequirements(here: Formulation, base: Formulation): (row: PlannedRow) => boolean {
  const known = new Set(here.candidates.duties.map(dutyKey));
  const finder = new SubjectFinder(base);
  const missing = new Set<string>();
  for (const row of base.program.rows) {
    if (row.tier !== 1) continue;
    if (finder.dutiesOf(row).some((duty) => !known.has(dutyKey(duty)))) {
      missing.add(requirementKey(row));
    }
  }
  const asked = new Set(
    base.program.rows.filter(({ tier }) => tier === 1).map((row) => requirementKey(row)),
  );
  return (row) => asked.has(requirementKey(row)) && !missing.has(requirementKey(row));
}

/**
 * The order in which items stay in an explanation when either of two would do: what changes least and is known best comes
 * first, so that a person who is neither allowed at the office nor available is named once, as not allowed.
 */
const READINESS = [
  "allowed-office",
  "availability",
  "evening-cover",
  "evening-weekday",
  "evening-count",
  "opening-cover",
  "demand-cover",
  "department-hours",
  "weekly-hours",
  "period-hours",
  "shift-count",
  "department-separation",
  "pins",
  "evening-spacing",
  "closures",
  "desk-capacity",
];

/** Whom and what an item is about, without what its first row alone is of. */
function subjectOf({ rule, staff, office, department, origin }: Item): Origin {
  const { row, date } = origin;
  return {
    rule,
    staff: staff ?? "",
    office: office ?? "",
    department: department ?? "",
    ...(row !== undefined && { row }),
    ...(date !== undefined && { date }),
  };
}

function byReadiness(a: Item, b: Item): number {
  const place = ({ rule }: Item) =>
    READINESS.includes(rule) ? READINESS.indexOf(rule) : READINESS.length;
  return place(a) - place(b) || compareOrigins(subjectOf(a), subjectOf(b));
}
