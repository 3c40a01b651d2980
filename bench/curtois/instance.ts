/** An instance of the public staff-rostering format (Curtois & Qu 2014, schedulingbenchmarks.org). Day 0 is a Monday. */
export interface CurtoisInstance {
  /** Days, a multiple of seven. */
  readonly horizon: number;
  readonly shifts: readonly CurtoisShift[];
  readonly staff: readonly CurtoisPerson[];
  readonly onRequests: readonly CurtoisRequest[];
  readonly offRequests: readonly CurtoisRequest[];
  readonly cover: readonly CurtoisCover[];
}

export interface CurtoisShift {
  readonly id: string;
  readonly minutes: number;
  /** Shifts that may not be worked on the day after this one. */
  readonly notNext: readonly string[];
}

export interface CurtoisPerson {
  readonly id: string;
  /** The most times that each shift may be worked. */
  readonly maxShifts: ReadonlyMap<string, number>;
  readonly maxMinutes: number;
  readonly minMinutes: number;
  readonly maxConsecutive: number;
  readonly minConsecutive: number;
  readonly minConsecutiveOff: number;
  readonly maxWeekends: number;
  readonly daysOff: readonly number[];
}

export interface CurtoisRequest {
  readonly staff: string;
  readonly day: number;
  readonly shift: string;
  readonly weight: number;
}

export interface CurtoisCover {
  readonly day: number;
  readonly shift: string;
  readonly wanted: number;
  readonly under: number;
  readonly over: number;
}

/**
 * Reads an instance: sections of comma-separated lines, `#` for comments.
 *
 * @throws Error for a file that is not of the format, with the line's number
 */
export function parseInstance(text: string): CurtoisInstance {
  const sections = sectionsOf(text);
  const rows = (name: string) => sections.get(name) ?? [];
  const [horizon] = rows("SECTION_HORIZON");
  if (!horizon) throw new Error("no SECTION_HORIZON");
  const daysOff = new Map(
    rows("SECTION_DAYS_OFF").map((row) => [row.word(0), row.numbersFrom(1)] as const),
  );
  const shifts = rows("SECTION_SHIFTS").map((row) => ({
    id: row.word(0),
    minutes: row.number(1),
    notNext: row.optional(2).split("|").filter(Boolean),
  }));
  const staff = rows("SECTION_STAFF").map((row) => personOf(row, daysOff));
  const instance = {
    horizon: horizon.number(0),
    shifts,
    staff,
    onRequests: rows("SECTION_SHIFT_ON_REQUESTS").map(requestOf),
    offRequests: rows("SECTION_SHIFT_OFF_REQUESTS").map(requestOf),
    cover: rows("SECTION_COVER").map(coverOf),
  };
  checkNames(instance);
  return instance;
}

/** A data line as its fields. */
class Row {
  private readonly fields: readonly string[];

  constructor(
    text: string,
    private readonly line: number,
  ) {
    this.fields = text.split(",").map((field) => field.trim());
  }

  word(index: number): string {
    const field = this.fields[index];
    if (!field) throw new Error(`line ${this.line}: field ${index + 1} is missing`);
    return field;
  }

  optional(index: number): string {
    return this.fields[index] ?? "";
  }

  number(index: number): number {
    return this.whole(this.word(index));
  }

  numbersFrom(index: number): number[] {
    return this.fields
      .slice(index)
      .filter(Boolean)
      .map((field) => this.whole(field));
  }

  whole(field: string): number {
    if (!/^\d+$/.test(field)) throw new Error(`line ${this.line}: ${field} is no whole number`);
    return Number(field);
  }
}

function sectionsOf(text: string): Map<string, Row[]> {
  const sections = new Map<string, Row[]>();
  let rows: Row[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const trimmed = line.trim();
    if (trimmed === "" || trimmed.startsWith("#")) continue;
    if (trimmed.startsWith("SECTION_")) {
      rows = [];
      sections.set(trimmed, rows);
    } else rows.push(new Row(trimmed, index + 1));
  }
  return sections;
}

function personOf(row: Row, daysOff: ReadonlyMap<string, readonly number[]>): CurtoisPerson {
  const limits = row
    .word(1)
    .split("|")
    .map((part) => part.split("=") as [string, string]);
  return {
    id: row.word(0),
    maxShifts: new Map(limits.map(([shift, most]) => [shift, row.whole(most)])),
    maxMinutes: row.number(2),
    minMinutes: row.number(3),
    maxConsecutive: row.number(4),
    minConsecutive: row.number(5),
    minConsecutiveOff: row.number(6),
    maxWeekends: row.number(7),
    daysOff: daysOff.get(row.word(0)) ?? [],
  };
}

function requestOf(row: Row): CurtoisRequest {
  return { staff: row.word(0), day: row.number(1), shift: row.word(2), weight: row.number(3) };
}

function coverOf(row: Row): CurtoisCover {
  const [day, shift] = [row.number(0), row.word(1)];
  return { day, shift, wanted: row.number(2), under: row.number(3), over: row.number(4) };
}

function checkNames({ shifts, staff, onRequests, offRequests, cover }: CurtoisInstance): void {
  const [shiftIds, people] = [shifts, staff].map((list) => new Set(list.map(({ id }) => id)));
  for (const { staff: id, shift } of [...onRequests, ...offRequests]) {
    if (!people!.has(id)) throw new Error(`a request of ${id}, who is nobody`);
    if (!shiftIds!.has(shift)) throw new Error(`a request for ${shift}, which is no shift`);
  }
  for (const { shift } of cover) {
    if (!shiftIds!.has(shift)) throw new Error(`cover of ${shift}, which is no shift`);
  }
}
