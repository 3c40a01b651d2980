import type { Row } from "../../../src/program/program.js";

/** A row with the same coefficient for all its variables; in a tier, a unit over its limit costs 10. */
export function row(
  variables: readonly number[],
  coefficient: number,
  limit: number,
  tier: number,
): Row {
  return {
    name: "row",
    variables: Int32Array.from(variables),
    coefficients: Int32Array.from(variables, () => coefficient),
    limit,
    tier,
    weight: tier === 0 ? 0 : 10,
  };
}
