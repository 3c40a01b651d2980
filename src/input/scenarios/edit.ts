import type { Place } from "../notice.js";
import type { TableName } from "../tables/catalog.js";
import type { KeyPart } from "./key.js";
import type { ScenarioAction } from "./table.js";

/** Where the parts of an edit stand in the scenarios file. */
export interface EditPlaces {
  readonly row: Place;
  readonly key: Place;
  readonly value: Place;
}

/** One change of a case, all its words known; `value` is one value. */
export interface Edit {
  readonly action: ScenarioAction;
  readonly table: TableName;
  readonly key: readonly KeyPart[];
  readonly column: string | null;
  readonly value: string;
  readonly places: EditPlaces;
}

/** One value of a sweep that a scenario has. */
export interface Axis {
  readonly label: string;
  readonly value: string;
  /** Its position among the values of the sweep. */
  readonly index: number;
}
