import type { Period } from "../../domain/calendar.js";
import { datesOf } from "../../domain/calendar.js";
import type { AvailabilityRow, Case, StaffMember } from "../../domain/case.js";
import { sum } from "../../domain/collections.js";
import { Instance } from "../../domain/instance.js";
import { minutesOf } from "../../domain/interval.js";
import { compareText } from "../../domain/rota.js";

/**
 * The case with a vacancy filled: a person of staff.csv without availability gets some, or a department gets somebody new.
 * Either is available as the colleague of the department who is available most in the period; somebody new has the skills
 * that all the department's people have, and may serve wherever one of them may. Null: nobody to be like.
 */
export function withVacancyFilled(
  theCase: Case,
  vacancy: { readonly staff: string } | { readonly department: string },
  period: Period,
): Case | null {
  const vacant =
    "staff" in vacancy ? (theCase.staff.find(({ id }) => id === vacancy.staff) ?? null) : null;
  const department = "department" in vacancy ? vacancy.department : (vacant?.department ?? "");
  const colleagues = theCase.staff.filter(
    (member) => member.department === department && member.id !== vacant?.id,
  );
  const model = mostAvailable(theCase, colleagues, period);
  if (model === null) return null;
  const filled = vacant ?? newcomer(theCase, department, model, colleagues);
  const others = theCase.staff.filter(({ id }) => id !== filled.id);
  return {
    ...theCase,
    staff: [...others, filled].sort((a, b) => compareText(a.id, b.id)),
    availability: [...theCase.availability, ...likeOf(theCase, model.id, filled.id)],
  };
}

function mostAvailable(
  theCase: Case,
  colleagues: readonly StaffMember[],
  period: Period,
): StaffMember | null {
  const instance = new Instance(theCase, period, new Map());
  const minutes = (id: string) =>
    sum(datesOf(period), (date) =>
      sum(instance.available(id, date), ({ time }) => minutesOf(time)),
    );
  const ranked = colleagues
    .map((member) => ({ member, minutes: minutes(member.id) }))
    .sort((a, b) => b.minutes - a.minutes || compareText(a.member.id, b.member.id));
  const [first] = ranked;
  return first === undefined || first.minutes === 0 ? null : first.member;
}

function newcomer(
  { staff }: Case,
  department: string,
  model: StaffMember,
  colleagues: readonly StaffMember[],
): StaffMember {
  const taken = new Set(staff.map(({ id }) => id));
  let id = `${department}-ny`;
  while (taken.has(id)) id += "-ny";
  const anywhere = colleagues.some(({ offices }) => offices === null);
  const offices = anywhere ? null : [...new Set(colleagues.flatMap((own) => own.offices ?? []))];
  const skills = model.skills.filter((skill) =>
    colleagues.every((own) => own.skills.includes(skill)),
  );
  return { ...model, id, name: id, home: null, offices, skills, first: null, last: null };
}

function likeOf({ availability }: Case, model: string, staff: string): AvailabilityRow[] {
  return availability
    .filter((row) => row.staff === model && row.status !== "unavailable")
    .map((row) => ({ ...row, staff, status: "available" }));
}
