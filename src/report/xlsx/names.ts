import type { Report } from "../../outputs/report.js";

/** What offices, people and departments are called. */
export interface Names {
  office(id: string): string;
  person(id: string): string;
  department(id: string): string;
}

/** The names of a report; the id itself where there is no name. */
export function namesOf({ statistics }: Report): Names {
  const offices = new Map(statistics.offices.map(({ office, name }) => [office, name]));
  const people = new Map(statistics.people.map(({ staff, name }) => [staff, name]));
  const departments = new Map(
    statistics.departments.map(({ department, name }) => [department, name]),
  );
  return {
    office: (id) => offices.get(id) ?? id,
    person: (id) => people.get(id) ?? id,
    department: (id) => departments.get(id) ?? id,
  };
}
