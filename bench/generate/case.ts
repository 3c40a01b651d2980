import { addAbsences } from "./absences.js";
import { WORKING_DAYS } from "./calendar.js";
import { holdEvenings, lendEvenings } from "./evenings.js";
import { makeHistory } from "./history.js";
import type { Size } from "./model.js";
import { closuresCsv, demandCsv, eveningsCsv, hoursCsv, officesCsv } from "./office-tables.js";
import { makeOffices } from "./offices.js";
import { makePeople } from "./people.js";
import { availabilityCsv, pinsCsv, staffCsv } from "./people-tables.js";
import { Random } from "./random.js";
import { demandsOf } from "./requirements.js";
import { historyCsv, witnessCsv } from "./rota-tables.js";
import { table } from "./tables.js";
import { lendPeople } from "./week.js";
import { Witness } from "./witness.js";

/** A case folder's files by name, and a rota that keeps all of its requirements. */
export interface GeneratedCase {
  readonly files: ReadonlyMap<string, string>;
  readonly witness: string;
}

/** A municipality with the given number of offices and people in December 2026; the same for the same seed. */
export function generateCase(size: Size, seed: number): GeneratedCase {
  const random = new Random(seed * 7919 + size.offices * 104_729 + size.staff);
  const offices = makeOffices(size, random);
  const people = makePeople(size, offices, random);
  const seats = lendPeople(offices, people, random);
  lendEvenings(people, random);
  const witness = new Witness(seats);
  addAbsences(people, witness, random);
  holdEvenings(offices, people, witness, random);
  const demands = demandsOf(offices, witness, random);
  const history = makeHistory(offices, people, seats, random);
  const files: [string, string][] = [
    ["offices.csv", officesCsv(offices, random)],
    ["hours.csv", hoursCsv(offices)],
    ["evenings.csv", eveningsCsv(offices)],
    ["closures.csv", closuresCsv(offices)],
    ["departments.csv", DEPARTMENTS_CSV],
    ["staff.csv", staffCsv(people, offices, witness, random)],
    ["availability.csv", availabilityCsv(people, random)],
    ["demand.csv", demandCsv(demands)],
    ["pins.csv", pinsCsv(offices, WORKING_DAYS, witness, random)],
    ["history.csv", historyCsv(history)],
    ["rules.csv", RULES_CSV],
  ];
  const comment = `# Generated for the benchmark: ${size.offices} offices, ${size.staff} people, seed ${seed}.\n`;
  return {
    files: new Map(files.map(([name, text]) => [name, comment + text])),
    witness: witnessCsv(WORKING_DAYS, witness),
  };
}

const DEPARTMENTS_CSV = table(
  ["department", "share", "hourly_cost"],
  [
    ["kundservice", 0.45, 318.5],
    ["socialtjanst", 0.24, 372],
    ["arbetsmarknad", 0.18, 346],
    ["bygglov", 0.13, 388.5],
  ],
);

/** Hours are to be even within half a day rather than a whole one: otherwise too few wishes are in conflict. */
const RULES_CSV = table(
  ["rule", "severity", "weight", "parameter", "value"],
  [
    ["evening-share", "", 180, "", ""],
    ["evening-spacing", "hard", "", "", ""],
    ["preferences", "soft", "", "", ""],
    ["workload-share", "", "", "tolerance_minutes", 240],
  ],
);
