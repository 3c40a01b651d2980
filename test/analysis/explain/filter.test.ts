import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallestCore } from "../../../src/analysis/explain/filter.js";

/** Some sets of items, each of which can't hold together. */
const conflicts = fc.integer({ min: 1, max: 12 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    sets: fc.array(
      fc.uniqueArray(fc.integer({ min: 0, max: count - 1 }), { minLength: 1, maxLength: count }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
);

const holds = (sets: readonly (readonly number[])[], kept: ReadonlySet<number>) =>
  !sets.some((set) => set.every((item) => kept.has(item)));

describe("smallestCore", () => {
  it("finds items that can't hold together, though they can without any one of them", async () => {
    await fc.assert(
      fc.asyncProperty(conflicts, async ({ count, sets }) => {
        const { items, needed } = await smallestCore(count, async (kept) => holds(sets, kept));
        expect(holds(sets, new Set(items))).toBe(false);
        for (const item of items) {
          expect(holds(sets, new Set(items.filter((other) => other !== item)))).toBe(true);
        }
        expect([...needed].sort()).toEqual([...items].sort());
      }),
    );
  });

  it("agrees with trying every subset: nothing inside the core collides", async () => {
    await fc.assert(
      fc.asyncProperty(conflicts, async ({ count, sets }) => {
        const { items } = await smallestCore(count, async (kept) => holds(sets, kept));
        for (let mask = 0; mask < 2 ** items.length - 1; mask++) {
          const subset = new Set(items.filter((_, bit) => (mask >> bit) & 1));
          expect(holds(sets, subset)).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("keeps the items that come first when either of two would do", async () => {
    const { items } = await smallestCore(4, async (kept) => holds([[0], [3]], kept));
    expect(items).toEqual([0]);
  });

  it("keeps what it knows nothing of, and doesn't call it needed", async () => {
    const { items, needed } = await smallestCore(3, async (kept) =>
      kept.has(1) ? holds([[0, 1]], kept) : null,
    );
    expect(items).toEqual([0, 1]);
    expect([...needed]).toEqual([0]);
  });

  it("asks far fewer questions than there are items when few matter", async () => {
    let asked = 0;
    await smallestCore(200, async (kept) => {
      asked++;
      return holds([[7, 120]], kept);
    });
    expect(asked).toBeLessThan(60);
  });
});
