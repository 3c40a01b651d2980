import { describe, expect, it } from "vitest";
import { fingerprints, violationFingerprints } from "../../../src/report/ci/fingerprint.js";
import { NASTY } from "./support/sample-judgement.js";

const violation = NASTY.violation!;
const marks = (...own: Partial<typeof violation>[]) =>
  violationFingerprints(
    "2026-12",
    own.map((changes) => ({ ...violation, ...changes })),
  );

describe("fingerprints of violations", () => {
  it("stay when words, figures, severity and weights change", () => {
    const [before] = marks({});
    const message = { en: "other", sv: "annat" };
    expect(marks({ message, title: message, amount: 7, actual: 0, limit: 9, cost: 1 })).toEqual([
      before,
    ]);
    expect(marks({ severity: "soft", advice: message })).toEqual([before]);
    expect(before).toMatch(/^[0-9a-f]{64}$/);
  });

  it("are never changed between versions, or every baseline would be void", () => {
    expect(marks({})).toEqual(["d7d20e41036502b142720ca4071e289bddbc5dac250b247204331e98c90b4245"]);
  });

  it("differ with every part of the subject, and with the month", () => {
    const others = marks(
      {},
      { rule: "pins" },
      { date: "2026-12-01" },
      { office: "valbo" },
      { department: "bygg" },
      { staff: "anna" },
      { from: "17:00" },
      { to: "19:00" },
      { unit: "minutes" },
    );
    const next = violationFingerprints("2027-01", [violation]);
    expect(new Set([...others, ...next]).size).toBe(10);
  });

  it("number violations of one subject, the worst first, whatever their order", () => {
    const [small, large] = marks({ amount: 1 }, { amount: 5 });
    expect(small).not.toBe(large);
    expect(marks({ amount: 5 }, { amount: 1 })).toEqual([large, small]);
    expect(marks({ amount: 5 })).toEqual([large]);
    expect(new Set(marks({}, {}, {})).size).toBe(3);
  });

  it("of other keys are numbered too", () => {
    const [a, b, again] = fingerprints(["a", "b", "a"]);
    expect(new Set([a, b, again]).size).toBe(3);
    expect(fingerprints(["a"])).toEqual([a]);
  });
});
