import { describe, expect, it } from "vitest";
import {
  stressRota as strainsOf,
  stressFurther,
} from "../../../src/analysis/stress/stress-rota.js";
import { thinSkills } from "../../../src/analysis/stress/thin-skills.js";
import { withVacancyFilled } from "../../../src/analysis/stress/vacancy.js";
import { dayChanges } from "../../../src/domain/day-changes.js";
import { awayOn, withNews } from "../../../src/domain/disruptions.js";
import { assignmentsOf } from "../../../src/domain/duty.js";
import { Instance } from "../../../src/domain/instance.js";
import type { Assignment } from "../../../src/domain/rota.js";
import { candidatesOf } from "../../../src/planning/candidates.js";
import { judge, tierTotals } from "../../../src/planning/judge.js";
import { CATALOG } from "../../../src/rules/catalog.js";
import { activate } from "../../../src/rules/settings.js";
import { testContext } from "../../solver/support/context.js";
import {
  available,
  caseOf,
  demand,
  evening,
  member,
  office,
  rota,
  time,
} from "../../support/build-case.js";

const PERIOD = { first: "2026-12-01", last: "2026-12-03" };
const day = (date: string, staff: string, at = "valbo") =>
  `2026-12-${date} ${at} day 09:00-14:00 ${staff}`;

/** Two offices on Tuesday, one on Wednesday and Thursday; who can go where is uneven. */
const theCase = caseOf({
  offices: [
    office("satra", { openDays: [2], open: time("09:00-14:00") }),
    office("valbo", { openDays: [2, 3, 4], open: time("09:00-14:00") }),
  ],
  staff: [
    member("anna", { offices: ["valbo"], skills: ["finska"] }),
    member("bo", { skills: ["finska"] }),
    member("cilla", { offices: ["satra"] }),
    member("dan", { offices: ["valbo"], department: "bygg" }),
  ],
  departments: [],
  availability: [
    available("anna", { weekdays: [2, 3] }),
    available("bo", { weekdays: [2, 3] }),
    available("cilla", { weekdays: [2] }),
    available("dan", { weekdays: [4] }, "00:00-24:00", { department: "bygg" }),
  ],
  demand: [demand("valbo", { weekdays: [2, 3], skill: "finska" })],
});
const announced = rota(
  day("01", "anna"),
  day("01", "bo", "satra"),
  day("02", "anna"),
  day("03", "dan"),
).assignments;
const instance = new Instance(theCase, PERIOD, new Map());
const quiet = { effort: 1, onProgress: () => {} };
const stressRota = (...asked: Parameters<typeof strainsOf>) => [...strainsOf(...asked)];

/** Every rota of an instance, one duty or none for each person and date. */
function* everyRota(of: Instance): Iterable<Assignment[]> {
  const candidates = candidatesOf(of, activate(CATALOG, []));
  const slots = of.dates.flatMap((date) =>
    of.theCase.staff.map(({ id }) => [
      [],
      ...candidates.of(id, date).map((d) => assignmentsOf(d, "planned")),
    ]),
  );
  function* from(index: number): Iterable<Assignment[]> {
    if (index === slots.length) yield [];
    else {
      for (const own of slots[index]!) {
        for (const rest of from(index + 1)) yield [...own, ...rest];
      }
    }
  }
  yield* from(0);
}

/** By brute force: what the hard rules cost at the least, and the fewest changed days of others that do it. */
function bruteForce(staff: readonly string[], dates: readonly string[]) {
  const away = staff.flatMap((id) => dates.map((date) => awayOn(id, { first: date, last: date })));
  const now = new Instance(withNews(theCase, away), PERIOD, new Map());
  const rules = activate(CATALOG, []);
  let best: readonly [number, number] = [Number.POSITIVE_INFINITY, 0];
  for (const assignments of everyRota(now)) {
    const [hard] = tierTotals(judge(now, rules, { assignments }));
    const own = ({ staff: who, date }: { staff: string; date: string }) =>
      staff.includes(who) && dates.includes(date);
    const changes = dayChanges(announced, assignments).filter((change) => !own(change)).length;
    if (hard < best[0] || (hard === best[0] && changes < best[1])) best = [hard, changes];
  }
  return best;
}

describe("a rota tried with absences", () => {
  const strains = stressRota(instance, announced, quiet);

  it("names each person's days, weeks and months with a duty", () => {
    const tried = strains.map(({ kind, staff, when }) => `${kind} ${staff.join("+")} ${when}`);
    expect(tried).toEqual([
      "day anna 2026-12-01",
      "day anna 2026-12-02",
      "week anna 2026-W49",
      "month anna 2026-12",
      "day bo 2026-12-01",
      "week bo 2026-W49",
      "month bo 2026-12",
      "day dan 2026-12-03",
      "week dan 2026-W49",
      "month dan 2026-12",
    ]);
  });

  it("agrees with brute force on every absence", { timeout: 120_000 }, () => {
    const [before] = tierTotals(judge(instance, activate(CATALOG, []), { assignments: announced }));
    for (const { staff, dates, outcome, changes, fewest } of strains) {
      const [hard, fewestChanges] = bruteForce(staff, dates);
      expect({ staff, dates, outcome, changes, fewest }).toEqual({
        staff,
        dates,
        outcome: hard <= before ? "mended" : "broken",
        changes: fewestChanges,
        fewest: true,
      });
    }
    expect(strains.map(({ outcome, changes }) => `${outcome} ${changes}`)).toContain("mended 2");
  });

  it("says what stays broken, and who steps in", () => {
    const gone = strains.find(({ staff }) => staff[0] === "dan")!;
    expect(gone.stays.map(({ rule, date }) => `${rule} ${date}`)).toEqual([
      "opening-cover 2026-12-03",
    ]);
    const moved = strains.find(({ staff, when }) => staff[0] === "anna" && when === "2026-12-01")!;
    expect(moved.standIns).toEqual(["bo", "cilla"]);
  });

  it("tries pairs of a department that serve together", () => {
    const two = rota(
      day("01", "anna"),
      day("01", "bo"),
      day("01", "cilla", "satra"),
      day("02", "anna"),
      day("03", "dan"),
    ).assignments;
    const pairs = stressRota(instance, two, quiet).filter(({ kind }) => kind === "pair");
    expect(pairs.map(({ staff, when, outcome }) => [staff, when, outcome])).toEqual([
      [["anna", "bo"], "2026-12-01", "broken"],
    ]);
  });

  it("does not blame an absence for the pins of who is away", () => {
    const pins = [
      { staff: "bo", date: "2026-12-01", office: "satra", time: null, pin: "must" as const },
    ];
    const pinned = new Instance({ ...theCase, pins }, PERIOD, new Map());
    const [strain] = stressRota(pinned, announced, quiet).filter(({ staff }) => staff[0] === "bo");
    expect(strain).toMatchObject({ outcome: "mended", changes: 1, standIns: ["cilla"] });
  });

  it("knows evenings that nobody can take over", () => {
    const late = new Instance(
      {
        ...theCase,
        evenings: [
          evening("valbo", {
            minEvenings: 1,
            minStaff: 2,
            weekdays: [2],
            time: time("14:00-16:00"),
          }),
        ],
      },
      PERIOD,
      new Map(),
    );
    const rows = rota(
      day("01", "anna"),
      "2026-12-01 valbo evening 14:00-16:00 anna",
      "2026-12-01 valbo evening 14:00-16:00 bo",
      day("01", "cilla", "satra"),
      day("02", "anna"),
      day("03", "dan"),
    ).assignments;
    const [strain] = stressRota(late, rows, quiet).filter(({ staff }) => staff[0] === "bo");
    expect(strain?.outcome).toBe("broken");
    expect(strain?.stays.map(({ rule }) => rule)).toContain("evening-count");
  });
});

describe("the thinnest skills", () => {
  it("counts who is available against who is needed", () => {
    expect(thinSkills(instance)).toEqual([
      { kind: "skill", id: "finska", holders: ["anna", "bo"], margin: 1, thinDates: [] },
    ]);
    const two = {
      ...theCase,
      demand: [demand("valbo", { weekdays: [2], skill: "finska", min: 2 })],
    };
    expect(thinSkills(new Instance(two, PERIOD, new Map()))).toMatchObject([
      { margin: 0, thinDates: ["2026-12-01"] },
    ]);
  });
});

describe("a vacancy filled", () => {
  it("gives a department somebody like its most available colleague, and mends what was broken", () => {
    const filled = withVacancyFilled(theCase, { department: "bygg" }, PERIOD)!;
    expect(filled.staff.map(({ id }) => id)).toEqual(["anna", "bo", "bygg-ny", "cilla", "dan"]);
    const strains = stressRota(new Instance(filled, PERIOD, new Map()), announced, quiet);
    expect(strains.every(({ outcome }) => outcome === "mended")).toBe(true);
  });

  it("gives a person without availability the hours of a colleague", () => {
    const eva = member("eva", { department: "bygg" });
    const vacant = { ...theCase, staff: [...theCase.staff, eva] };
    const filled = withVacancyFilled(vacant, { staff: "eva" }, PERIOD)!;
    expect(new Instance(filled, PERIOD, new Map()).available("eva", "2026-12-03")).toHaveLength(1);
  });

  it("is not possible without a colleague to be like", () => {
    expect(withVacancyFilled(theCase, { department: "none" }, PERIOD)).toBeNull();
  });
});

describe("stressFurther", { timeout: 120_000 }, () => {
  it("has the solvers answer what the search left open, and says the same as the whole search", async () => {
    const whole = stressRota(instance, announced, quiet);
    const brief = stressRota(instance, announced, { ...quiet, effort: 0.0001 });
    expect(brief.filter(({ outcome }) => outcome === "open").length).toBeGreaterThan(0);
    const answered = await stressFurther(instance, announced, brief, { effort: 1 }, testContext());
    const told = ({ outcome, changes, staff, dates }: (typeof whole)[number], index: number) =>
      brief[index]!.outcome === "open" ? { outcome, changes, staff, dates } : { staff, dates };
    expect(answered.map(told)).toEqual(whole.map(told));
  });

  it("leaves what is answered as it is, and starts no solver for it", async () => {
    const whole = stressRota(instance, announced, quiet);
    const startThread = () => {
      throw new Error("a solver was started");
    };
    const context = testContext({ startThread });
    expect(await stressFurther(instance, announced, whole, { effort: 1 }, context)).toEqual(whole);
  });
});

describe("a rota that lacks somebody already", () => {
  it("is tried without mending that first, so that little work finds what an absence takes", () => {
    // Each of five offices has one of the two that it needs, on every date; valbo has the one that it needs.
    const lacking = ["a", "b", "c", "d", "e"];
    const hours = { open: time("09:00-14:00"), openDays: [2, 3, 4] as const };
    const staff = ["v", "w", ...lacking.map((id) => `${id}1`)].map((id) => member(id));
    const poor = caseOf({
      offices: [
        office("valbo", hours),
        ...lacking.map((id) => office(id, { ...hours, minStaff: 2 })),
      ],
      staff,
      availability: staff.map(({ id }) => available(id)),
    });
    const rows = rota(
      ...["01", "02", "03"].flatMap((date) => [
        day(date, "v"),
        ...lacking.map((id) => day(date, `${id}1`, id)),
      ]),
    ).assignments;
    const own = new Instance(poor, PERIOD, new Map());
    const strains = stressRota(own, rows, { ...quiet, effort: 0.01 });
    const ofV = strains.filter(({ kind, staff: who }) => kind === "day" && who[0] === "v");
    expect(ofV.map(({ outcome, changes, standIns }) => [outcome, changes, standIns])).toEqual([
      ["mended", 1, ["w"]],
      ["mended", 1, ["w"]],
      ["mended", 1, ["w"]],
    ]);
  });
});

describe("what is known of an absence", () => {
  it("settles those of the same person that hold it, without asking the solvers", async () => {
    const own = stressRota(instance, announced, quiet);
    const strains = own.map((strain) =>
      strain.outcome === "broken" && strain.kind !== "day" && strain.kind !== "pair"
        ? { ...strain, outcome: "open" as const }
        : strain,
    );
    expect(strains).not.toEqual(own);
    const context = { ...testContext(), startThread: () => expect.unreachable() };
    const answered = await stressFurther(instance, announced, strains, { effort: 1 }, context);
    expect(answered.map(({ outcome }) => outcome)).toEqual(own.map(({ outcome }) => outcome));
  });
});
