import type { Instance } from "./instance.js";

/** Minutes from a person's home to an office, one way; travel.csv is read in both directions. 0 when they are not known. */
export function travelMinutes(instance: Instance, staff: string, office: string): number {
  const home = instance.member(staff)?.home ?? null;
  if (home === null) return 0;
  const { travel } = instance.theCase;
  const there = travel.find(({ from, to }) => from === home && to === office);
  const back = travel.find(({ from, to }) => from === office && to === home);
  return (there ?? back)?.minutes ?? 0;
}
