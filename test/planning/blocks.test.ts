import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Case } from "../../src/domain/case.js";
import { formatTime, minutesOf, union } from "../../src/domain/interval.js";
import type { Block } from "../../src/planning/blocks.js";
import { BlockPlan, runsOf } from "../../src/planning/blocks.js";
import {
  available,
  demand,
  evening,
  instanceOf,
  office,
  people,
  pin,
  time,
} from "../support/build-case.js";
import { randomInstance } from "../support/random-instance.js";

const first = "2026-12-01";
const words = (blocks: readonly Block[]) =>
  blocks.map(({ kind, time: t }) => `${kind} ${formatTime(t.from)}-${formatTime(t.to)}`);

function blocksOf(tables: Partial<Case>): string[] {
  const instance = instanceOf({ offices: [office("valbo")], ...tables }, first, first);
  const plan = new BlockPlan(instance, (at, date) => instance.eveningWindow(at, date));
  return words(plan.at("valbo", first));
}
const opened = (hours: string) => ({ offices: [office("valbo", { open: time(hours) })] });

describe("the blocks of a date", () => {
  it("are the opening when it is short, halves when it is longer than five hours", () => {
    expect(blocksOf(opened("09:00-14:00"))).toEqual(["day 09:00-14:00"]);
    expect(blocksOf({})).toEqual(["day 09:00-12:30", "day 12:30-16:00"]);
    expect(blocksOf(opened("08:00-18:30"))).toEqual([
      "day 08:00-11:30",
      "day 11:30-15:00",
      "day 15:00-18:30",
    ]);
    expect(blocksOf(opened("09:00-14:01"))).toEqual(["day 09:00-11:30", "day 11:30-14:01"]);
  });

  it("are cut where an evening, a demand, a pin or somebody's time begins and ends", () => {
    const cut = ["day 09:00-11:15", "day 11:15-12:45", "day 12:45-16:00"];
    const at = time("11:15-12:45");
    expect(blocksOf({ demand: [demand("valbo", { time: at })] })).toEqual(cut);
    expect(blocksOf({ pins: [pin("anna", first, { time: at })] })).toEqual(cut);
    expect(blocksOf({ pins: [pin("anna", first, { time: at, office: "valbo" })] })).toEqual(cut);
    expect(
      blocksOf({ ...people("anna"), availability: [available("anna", {}, "11:15-12:45")] }),
    ).toEqual(cut);
    expect(
      blocksOf({
        ...opened("09:00-14:00"),
        evenings: [evening("valbo", { time: time("13:00-15:00") })],
      }),
    ).toEqual(["day 09:00-13:00", "day 13:00-14:00", "evening 14:00-15:00"]);
  });

  it("are not cut by what concerns another date, office or person", () => {
    const at = time("11:15-12:45");
    const others: Partial<Case> = {
      demand: [demand("satra", { time: at }), demand("valbo", { time: at, weekdays: [3] })],
      pins: [
        pin("anna", "2026-12-02", { time: at }),
        pin("anna", first, { time: at, office: "satra" }),
      ],
      availability: [
        available("anna", { weekdays: [3] }, "11:15-12:45"),
        available("gone", {}, "11:15-12:45"),
      ],
      staff: people("anna").staff,
    };
    expect(blocksOf(others)).toEqual(["day 09:00-12:30", "day 12:30-16:00"]);
    const elsewhere = people("anna").staff.map((own) => ({ ...own, offices: ["satra"] }));
    expect(
      blocksOf({ staff: elsewhere, availability: [available("anna", {}, "11:15-12:45")] }),
    ).toEqual(["day 09:00-12:30", "day 12:30-16:00"]);
  });

  it("are none when the office is closed", () => {
    expect(
      blocksOf({
        closures: [{ date: first, office: null, reason: null }],
        evenings: [evening("valbo")],
      }),
    ).toEqual([]);
  });

  it("fill the openings exactly, in order", () => {
    fc.assert(
      fc.property(randomInstance, (instance) => {
        const plan = new BlockPlan(instance, (at, date) => instance.eveningWindow(at, date));
        for (const date of instance.dates) {
          for (const { id } of instance.theCase.offices) {
            const blocks = plan.at(id, date);
            const of = (kind: string) =>
              union(blocks.filter((b) => b.kind === kind).map((b) => b.time));
            expect(of("day")).toEqual(instance.openHours(id, date));
            expect(of("evening")).toEqual(instance.eveningWindow(id, date)?.extra ?? []);
            for (const [index, { time: own }] of blocks.entries()) {
              expect(minutesOf(own)).toBeGreaterThan(0);
              if (index > 0) expect(blocks[index - 1]!.time.to).toBeLessThanOrEqual(own.from);
            }
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("runs of blocks", () => {
  const block = (kind: Block["kind"], hours: string): Block => ({ kind, time: time(hours) });
  const runs = (...blocks: Block[]) => runsOf(blocks).map((run) => words(run.parts));

  it("are every stretch of consecutive blocks, shorter ones first, joined where they touch", () => {
    expect(
      runs(block("day", "09:00-12:00"), block("day", "12:00-14:00"), block("day", "15:00-16:00")),
    ).toEqual([
      ["day 09:00-12:00"],
      ["day 12:00-14:00"],
      ["day 15:00-16:00"],
      ["day 09:00-14:00"],
      ["day 12:00-14:00", "day 15:00-16:00"],
      ["day 09:00-14:00", "day 15:00-16:00"],
    ]);
    expect(runs()).toEqual([]);
  });

  it("serve an evening whole or not at all", () => {
    expect(
      runs(
        block("day", "09:00-16:00"),
        block("evening", "16:00-17:00"),
        block("evening", "17:00-18:00"),
      ),
    ).toEqual([
      ["day 09:00-16:00"],
      ["evening 16:00-18:00"],
      ["day 09:00-16:00", "evening 16:00-18:00"],
    ]);
    expect(
      runs(
        block("evening", "15:00-16:00"),
        block("day", "16:00-17:00"),
        block("evening", "17:00-18:00"),
      ),
    ).toEqual([
      ["day 16:00-17:00"],
      ["evening 15:00-16:00", "day 16:00-17:00", "evening 17:00-18:00"],
    ]);
  });

  it("know the presence across day and evening", () => {
    const [, , both] = runsOf([block("day", "09:00-16:00"), block("evening", "16:00-18:00")]);
    expect(both!.presence).toEqual([time("09:00-18:00")]);
  });
});
