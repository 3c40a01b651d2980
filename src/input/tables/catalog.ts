import { availability } from "./availability.js";
import { bookings } from "./bookings.js";
import { budget } from "./budget.js";
import { closures } from "./closures.js";
import { demand } from "./demand.js";
import { departments } from "./departments.js";
import { disruptions } from "./disruptions.js";
import { evenings } from "./evenings.js";
import { hours } from "./hours.js";
import { ledger } from "./ledger.js";
import { offices } from "./offices.js";
import { pins } from "./pins.js";
import { requests } from "./requests.js";
import { history, published } from "./rota.js";
import { rules } from "./rules.js";
import { separations } from "./separations.js";
import { shifts } from "./shifts.js";
import { staff } from "./staff.js";
import { travel } from "./travel.js";
import { visits } from "./visits.js";

/** Every table of a case, in the order of the documentation: the only place that lists them. */
export const tables = {
  offices,
  availability,
  evenings,
  staff,
  departments,
  hours,
  shifts,
  demand,
  closures,
  visits,
  separations,
  bookings,
  travel,
  pins,
  requests,
  disruptions,
  history,
  published,
  ledger,
  budget,
  rules,
} as const;

/** The name of a table: its file without `.csv`. */
export type TableName = keyof typeof tables;

/** The names of all tables, in the order of the documentation. */
export const tableNames = Object.keys(tables) as TableName[];
