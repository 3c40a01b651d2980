const OFFICES = ["valbo", "hedesunda", "forsbacka", "bergby", "bomhus", "satra", "andersberg"];

/** 100 rows of a scenarios file for the Gävle case: who is there, evenings, degrees of employment, opening hours, prices. */
export const SCENARIOS: readonly string[] = [...people(), ...evenings(), ...hours(), ...prices()];

function people(): string[] {
  const groups = { kund: 16, soc: 10, arb: 8, bygg: 6 };
  const ids = Object.entries(groups).flatMap(([name, count]) =>
    Array.from({ length: count }, (_, k) => `${name}${String(k + 1).padStart(2, "0")}`),
  );
  return [
    ...ids.map((id) => `${id} away;remove;availability;staff=${id};;`),
    ...ids.slice(0, 20).map((id) => `${id} half;set;staff;staff=${id};fte;0,5`),
  ];
}

function evenings(): string[] {
  return OFFICES.flatMap((office) => [
    `${office} one evening;set;evenings;office=${office};min_evenings;1`,
    `${office} three evenings;set;evenings;office=${office};min_evenings;3`,
  ]);
}

function hours(): string[] {
  return OFFICES.flatMap((office) => [
    `${office} closes at 15;set;offices;office=${office};closes;15:00`,
    `${office} opens at 11;set;offices;office=${office};opens;11:00`,
  ]);
}

function prices(): string[] {
  const departments = ["kundservice", "socialtjanst", "arbetsmarknad", "bygglov"];
  return departments.flatMap((id) =>
    ["0,9", "1,05", "1,1"].map(
      (factor) => `${id} at ${factor};scale;departments;department=${id};hourly_cost;${factor}`,
    ),
  );
}
