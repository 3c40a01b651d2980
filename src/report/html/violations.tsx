import { isIsoDate, isoWeekOf } from "../../domain/calendar.js";
import { groupBy, sum } from "../../domain/collections.js";
import type { Text } from "../../domain/text.js";
import { amountWords } from "../words.js";
import { dayText } from "./format.js";
import { dayAnchor, type Page, type PageViolation } from "./model.js";

/** Groups of more violations than this start closed. */
const LONG = { hard: 40, soft: 11 } as const;

/** What is broken, hard rules first, by rule, each with the way to its day and what would help. */
export function Violations({ page }: { page: Page }) {
  const { say } = page;
  const title: Text = { en: "Broken rules", sv: "Avvikelser från reglerna" };
  const none: Text = {
    en: "Every rule is kept: nothing needs to be put right.",
    sv: "Alla regler hålls: inget behöver åtgärdas.",
  };
  const hard = page.violations.filter(({ severity }) => severity === "hard");
  const soft = page.violations.filter(({ severity }) => severity === "soft");
  return (
    <section id="violations" aria-labelledby="violations-h">
      <h2 id="violations-h">{say(title)}</h2>
      {page.violations.length === 0 && <p class="good">{say(none)}</p>}
      <Groups page={page} violations={hard} title={HARD} />
      <Groups page={page} violations={soft} title={SOFT} />
    </section>
  );
}

const HARD: Text = { en: "Must be put right", sv: "Måste åtgärdas" };
const SOFT: Text = { en: "Wishes that are not fully met", sv: "Önskemål som inte uppfylls helt" };

interface GroupsProps {
  page: Page;
  violations: readonly PageViolation[];
  title: Text;
}

function Groups({ page, violations, title }: GroupsProps) {
  if (violations.length === 0) return null;
  const groups = [...groupBy(violations, ({ rule, unit }) => `${rule} ${unit}`).values()];
  return (
    <>
      <h3>{page.say(title)}</h3>
      {groups.map((group) => (
        <RuleGroup key={group[0]!.index} page={page} group={group} />
      ))}
    </>
  );
}

function RuleGroup({ page, group }: { page: Page; group: readonly PageViolation[] }) {
  const { rule, title, unit, severity } = group[0]!;
  const amount = amountWords(
    sum(group, (violation) => violation.amount),
    unit,
  );
  const places: Text = {
    en: group.length === 1 ? "1 place" : `${group.length} places`,
    sv: group.length === 1 ? "1 ställe" : `${group.length} ställen`,
  };
  const byAdvice = [...groupBy(group, ({ advice }) => advice?.[page.language] ?? "")];
  return (
    <details class={`rule ${severity}`} open={group.length <= LONG[severity]}>
      <summary>
        <strong>{page.say(title)}</strong>{" "}
        <span>
          {page.say(amount)} · {page.say(places)}
        </span>{" "}
        <code>{rule}</code>
      </summary>
      {byAdvice.map(([advice, violations]) => (
        <div key={advice} class="advised">
          <ul>
            {violations.map((violation) => (
              <Violation key={violation.index} page={page} violation={violation} />
            ))}
          </ul>
          {advice && (
            <p class="advice">
              <b>{page.say(HELPS)}</b> {advice}
            </p>
          )}
        </div>
      ))}
    </details>
  );
}

const HELPS: Text = { en: "What would help:", sv: "Det här hjälper:" };

function Violation({ page, violation }: { page: Page; violation: PageViolation }) {
  const { index, message, office, staff, department } = violation;
  const person = page.person(staff);
  const target = targetOf(page, violation);
  const lender = page.department(department) ?? person?.department;
  return (
    <li
      id={`v${index}`}
      data-o={page.office(office)?.index}
      data-p={person?.index}
      data-d={lender?.index}
    >
      {page.say(message)} {target && <a href={`#${target.anchor}`}>{target.label}</a>}
    </li>
  );
}

/** Where on the page a violation is to be seen: its day at its office, else the office's month, else the person's row. */
function targetOf(
  page: Page,
  { date, office, staff }: PageViolation,
): { anchor: string; label: string } | null {
  const person = page.person(staff);
  const day = dateOn(page, date);
  const offices = day && person ? person.rows.get(day)?.map((row) => row.office) : undefined;
  const place = page.office(office ?? offices?.[0] ?? null);
  if (place && day) {
    const label = `${place.name}, ${dayText(day, page.language)}`;
    return { anchor: dayAnchor(place, day), label };
  }
  if (place) return { anchor: `o${place.index}`, label: place.name };
  return person ? { anchor: `p${person.index}`, label: person.label } : null;
}

/** The date of the month that a violation points to: its own, else the first one of its week; null: the whole month. */
function dateOn(page: Page, date: string | null): string | null {
  if (date === null) return null;
  if (isIsoDate(date)) return page.calendarDates.includes(date) ? date : null;
  return page.calendarDates.find((candidate) => isoWeekOf(candidate) === date) ?? null;
}
