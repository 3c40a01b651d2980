import { describe, expect, it } from "vitest";
import { progressWords } from "../../src/cli/progress.js";

const tier = (n: number, incumbent: number, bound: number, gap: number) => ({
  tier: n,
  incumbent,
  bound,
  gap,
});

describe("progressWords", () => {
  it("says what is going on in words, without a number of the program", () => {
    const search = { phase: "search", seconds: 1, tiers: [] } as const;
    expect(progressWords(null, 0, "en")).toBe("0 s · setting up the month");
    expect(progressWords(search, 1, "sv")).toBe("1 s · provar ändringar · inget schema ännu");
  });

  it("says what may still be won: on the hard rules while one is broken, else on the soft ones", () => {
    const phase = "integer-program";
    const broken = [tier(1, 960, 900, 0.0625), tier(2, 540, 0, 1)];
    expect(progressWords({ phase, seconds: 5, tiers: broken }, 5, "en")).toBe(
      "5 s · looking for the best rota · a hard rule is broken · at most 6.3 % better possible",
    );
    const kept = [tier(1, 0, 0, 0), tier(2, 540, 480, 0.1112)];
    expect(progressWords({ phase, seconds: 5, tiers: kept }, 5, "sv")).toBe(
      "5 s · letar efter det bästa schemat · alla hårda regler hålls · högst 11,2 % bättre är möjligt",
    );
    const best = [tier(1, 0, 0, 0), tier(2, 540, 540, 0)];
    expect(progressWords({ phase: "polish", seconds: 9, tiers: best }, 9, "en")).toContain(
      "proved the best",
    );
  });
});
