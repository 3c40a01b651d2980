import { WEEKS } from "./calendar.js";
import type { Office, Person } from "./model.js";
import { BOOKING, DEPARTMENTS, needsCustomerService } from "./model.js";
import { LANGUAGES } from "./people.js";
import type { Random } from "./random.js";
import type { Witness } from "./witness.js";

/** A row of demand.csv; empty cells are left out. */
export interface Demand {
  readonly office: string;
  readonly weekday: string;
  readonly from?: string;
  readonly to?: string;
  readonly department?: string;
  readonly skill?: string;
  readonly min: number;
  readonly target?: number;
  readonly per: "opening" | "week" | "month";
}

/** What the offices ask for beyond staff at all times: never more than the witness gives, except for targets. */
export function demandsOf(offices: readonly Office[], witness: Witness, random: Random): Demand[] {
  return offices.flatMap((office) => [
    atEachOpening(office),
    ...departmentDemands(office, witness),
    ...languageDemands(office, witness, random),
    ...targets(office, random),
  ]);
}

function atEachOpening(office: Office): Demand {
  const who = needsCustomerService(office) ? { department: "kundservice" } : { skill: BOOKING };
  return { office: office.id, weekday: "mon-fri", ...who, min: 1, per: "opening" };
}

/** Weekly where the office is large and the witness has it every week, else once or twice a month. */
function departmentDemands(office: Office, witness: Witness): Demand[] {
  return DEPARTMENTS.filter((department) => department !== "kundservice").flatMap(
    (department): Demand[] => {
      const demand = { office: office.id, weekday: "mon-fri", department };
      const weeks = weeksOf(office, witness, (person) => person.department === department);
      const weekly = office.level >= (department === "bygglov" ? 3 : 2);
      if (weekly && WEEKS.every((week) => weeks.includes(week)))
        return [{ ...demand, min: 1, per: "week" }];
      if (weeks.length === 0) return [];
      const min = weeks.length >= 3 && department !== "bygglov" ? 2 : 1;
      return [{ ...demand, min, per: "month" }];
    },
  );
}

/** A language that is spoken there anyhow, at some of the larger offices; a second weekly duty is only a wish. */
function languageDemands(office: Office, witness: Witness, random: Random): Demand[] {
  if (office.level < 2 || !random.chance(0.5)) return [];
  const spoken = LANGUAGES.map((skill) => ({
    skill,
    weeks: weeksOf(office, witness, (person) => person.skills.includes(skill)),
  })).filter(({ weeks }) => weeks.length >= 2);
  if (spoken.length === 0) return [];
  const { skill, weeks } = random.pick(spoken);
  const demand = { office: office.id, weekday: "mon-fri", skill };
  if (WEEKS.every((week) => weeks.includes(week)))
    return [{ ...demand, min: 1, target: 2, per: "week" }];
  return [{ ...demand, min: Math.max(1, Math.floor(weeks.length * 0.7)), per: "month" }];
}

/** The busiest hours of the week could do with one person more. */
function targets(office: Office, random: Random): Demand[] {
  if (office.level < 3 || !random.chance(0.4)) return [];
  const weekday = random.pick(["mon", "tue", "thu"]);
  const { id, minStaff } = office;
  const time = { from: "10:00", to: "12:00" };
  return [{ office: id, weekday, ...time, min: minStaff, target: minStaff + 1, per: "opening" }];
}

/** The weeks of the witness's day duties at an office by people of a kind, one entry a duty. */
function weeksOf(office: Office, witness: Witness, kind: (person: Person) => boolean): number[] {
  return witness
    .at(office)
    .filter(({ duty }) => duty.seat !== null && kind(duty.person))
    .map(({ day }) => day.week);
}
