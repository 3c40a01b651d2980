import type { IsoDate } from "../domain/calendar.js";
import type { Shift } from "../domain/case.js";
import { memo } from "../domain/collections.js";
import type { DutyPart } from "../domain/duty.js";
import type { EveningWindow, Instance } from "../domain/instance.js";
import { appliesOn } from "../domain/instance.js";
import type { Interval } from "../domain/interval.js";
import { contains, minutesOf, union } from "../domain/interval.js";
import { shiftsAt } from "../domain/paid-time.js";
import type { OpeningKind } from "../domain/rota.js";
import { visitsOn } from "../domain/visits.js";

/** The smallest piece of an opening. */
export interface Block {
  readonly kind: OpeningKind;
  readonly time: Interval;
}

/** A run of blocks that one person can take as a duty. */
export interface Run {
  readonly parts: readonly DutyPart[];
  readonly presence: readonly Interval[];
}

/** Pieces longer than this are cut, in two or more equal ones, on the half hour. */
const LONGEST_BLOCK_MINUTES = 300;
const CUT_STEP_MINUTES = 30;

/**
 * The blocks of the openings of each office and date. Openings are cut where anything begins or ends that counts people:
 * evenings, demands, pins, visits and bookings; where somebody's available time does, so that a half-day can be used; and
 * where an announced duty does, so that it can stay. In a case with shifts only the shifts' own times matter instead: nobody can work another part of a day.
 */
export class BlockPlan {
  private readonly memo = new Map<string, readonly Block[]>();
  private readonly edgeMemo = new Map<string, readonly number[]>();

  constructor(
    private readonly instance: Instance,
    private readonly windowOf: (office: string, date: IsoDate) => EveningWindow | null,
  ) {}

  /** The blocks of an office on a date, in order of time. */
  at(office: string, date: IsoDate): readonly Block[] {
    return memo(this.memo, `${date} ${office}`, () => this.cut(office, date));
  }

  /** What one person can take as a duty there on that date: any run of blocks, or in a case with shifts one of them. */
  runs(office: string, date: IsoDate): readonly Run[] {
    const blocks = this.at(office, date);
    return this.instance.theCase.shifts.length === 0
      ? runsOf(blocks)
      : shiftRuns(blocks, shiftsAt(this.instance, office, date));
  }

  /**
   * What a person who is away for a while can take besides: runs that go on after it. None in a case with shifts, and none
   * for who has no such gap.
   */
  runsAround(staff: string, office: string, date: IsoDate): readonly Run[] {
    const free = union(this.instance.freeTimes(staff, date));
    if (free.length < 2 || this.instance.theCase.shifts.length > 0) return [];
    const blocks = this.at(office, date);
    const isFree = ({ time }: Block) => free.some((stretch) => contains(stretch, time));
    const wholeEvening = blocks.every((block) => !isEvening(block) || isFree(block));
    const open = blocks.filter((block) => isFree(block) && (wholeEvening || !isEvening(block)));
    const left = blocks.filter((block) => !open.includes(block));
    return runsOf(open).filter(({ presence }) => {
      const whole = { from: presence[0]!.from, to: presence.at(-1)!.to };
      return left.some(({ time }) => contains(whole, time));
    });
  }

  private cut(office: string, date: IsoDate): readonly Block[] {
    const { theCase } = this.instance;
    const window = this.windowOf(office, date);
    const openings: DutyPart[] = [
      ...this.instance.openHours(office, date).map((time) => ({ kind: "day", time }) as const),
      ...(window?.extra ?? []).map((time) => ({ kind: "evening", time }) as const),
    ];
    const edges = this.edges(office, date, window);
    return openings
      .flatMap(({ kind, time }) =>
        cutAt(time, edges)
          .flatMap((p) => (theCase.shifts.length === 0 ? halves(p) : [p]))
          .map((piece) => ({ kind, time: piece })),
      )
      .sort((a, b) => a.time.from - b.time.from);
  }

  private edges(office: string, date: IsoDate, window: EveningWindow | null): number[] {
    const { theCase } = this.instance;
    const demands = theCase.demand.filter((row) => row.office === office && appliesOn(row, date));
    const pins = this.instance.pins.filter(
      (pin) => pin.date === date && (pin.office ?? office) === office,
    );
    const bookings = theCase.bookings.filter((row) => row.office === office && row.date === date);
    const visits = visitsOn(this.instance, office, date);
    const shifts = shiftsAt(this.instance, office, date);
    const announced = theCase.published.filter((row) => row.date === date && row.office === office);
    const rows = [...demands, ...pins, ...bookings, ...visits, ...shifts, ...announced];
    const times = rows.flatMap((row) => row.time ?? []);
    if (window) times.push(window.time);
    if (theCase.shifts.length > 0) return times.flatMap(({ from, to }) => [from, to]);
    const people = theCase.staff.filter((member) => this.instance.mayWorkAt(member.id, office));
    return [
      ...times.flatMap(({ from, to }) => [from, to]),
      ...people.flatMap((member) => this.availableEdges(member.id, date)),
    ];
  }

  private availableEdges(staff: string, date: IsoDate): readonly number[] {
    return memo(this.edgeMemo, `${date} ${staff}`, () =>
      union(this.instance.available(staff, date).map((part) => part.time)).flatMap((t) => [
        t.from,
        t.to,
      ]),
    );
  }
}

/**
 * Every run of consecutive blocks, as the rows and the presence that it makes; shorter runs come first. Who comes to an
 * evening stays for all of it.
 */
export function runsOf(blocks: readonly Block[]): Run[] {
  const evening = blocks.filter(isEvening).length;
  return blocks
    .flatMap((_, length) =>
      blocks.slice(length).map((__, start) => blocks.slice(start, start + length + 1)),
    )
    .filter(
      (run) => run.every(({ kind }) => kind === "day") || run.filter(isEvening).length === evening,
    )
    .map(runOf);
}

/** The blocks inside each shift as a run, by start; of shifts that come to the same times, one. */
function shiftRuns(blocks: readonly Block[], shifts: readonly Shift[]): Run[] {
  const runs = new Map<string, Run>();
  for (const { time } of shifts) {
    const own = blocks.filter((block) => contains(time, block.time));
    if (own.length > 0) runs.set(own.map((block) => block.time.from).join(), runOf(own));
  }
  return [...runs.values()].sort((a, b) => a.presence[0]!.from - b.presence[0]!.from);
}

const isEvening = ({ kind }: Block) => kind === "evening";

function runOf(blocks: readonly Block[]): Run {
  const parts: { kind: OpeningKind; time: Interval }[] = [];
  for (const { kind, time } of blocks) {
    const last = parts.at(-1);
    if (last?.kind === kind && last.time.to === time.from)
      last.time = { from: last.time.from, to: time.to };
    else parts.push({ kind, time });
  }
  return { parts, presence: union(parts.map((part) => part.time)) };
}

function cutAt(time: Interval, edges: readonly number[]): Interval[] {
  const inside = edges.filter((edge) => time.from < edge && edge < time.to);
  const points = [...new Set([time.from, ...inside, time.to])].sort((a, b) => a - b);
  return points.slice(1).map((to, index) => ({ from: points[index]!, to }));
}

function halves(piece: Interval): Interval[] {
  const length = minutesOf(piece);
  if (length <= LONGEST_BLOCK_MINUTES) return [piece];
  const count = Math.ceil(length / LONGEST_BLOCK_MINUTES);
  const cuts = Array.from({ length: count - 1 }, (_, index) => {
    const exact = piece.from + ((index + 1) * length) / count;
    return Math.round(exact / CUT_STEP_MINUTES) * CUT_STEP_MINUTES;
  });
  return cutAt(piece, cuts);
}
