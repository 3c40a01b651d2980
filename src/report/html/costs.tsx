import { sum } from "../../domain/collections.js";
import type { Text } from "../../domain/text.js";
import { count } from "../../domain/words.js";
import type { DepartmentFigures } from "../../outputs/report.js";
import { hoursText, kronorText, percentText } from "./format.js";
import type { Page } from "./model.js";
import { Scroller } from "./scroller.js";

/** Hours and cost by department, against what is agreed, and the whole against the budget. */
export function Costs({ page }: { page: Page }) {
  const { say } = page;
  const title: Text = {
    en: "Hours and cost by department",
    sv: "Timmar och kostnad per förvaltning",
  };
  const known = page.departments.flatMap(({ index, code, figures }) =>
    figures ? [{ index, code, figures }] : [],
  );
  const total = sum(known, ({ figures }) => figures.paidMinutes);
  const most = Math.max(
    60,
    ...known.map(({ figures }) => Math.max(figures.paidMinutes, figures.maxMinutes ?? 0)),
  );
  return (
    <section id="costs" aria-labelledby="costs-h">
      <h2 id="costs-h">{say(title)}</h2>
      <Budget page={page} />
      <Scroller label="costs-c">
        <table class="costs">
          <caption id="costs-c">{say(CAPTION)}</caption>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column.en} scope="col">
                  {say(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {known.map(({ index, code, figures }) => (
              <tr key={index} data-d={index}>
                <th scope="row">
                  <b>{code}</b> {figures.name}
                </th>
                <DepartmentCells page={page} figures={figures} total={total} most={most} />
              </tr>
            ))}
          </tbody>
          <Total page={page} minutes={total} />
        </table>
      </Scroller>
    </section>
  );
}

const CAPTION: Text = {
  en: "Paid hours and cost of the month, against what the departments have agreed to",
  sv: "Månadens betalda timmar och kostnad, mot det som förvaltningarna har kommit överens om",
};

const COLUMNS: readonly Text[] = [
  { en: "Department", sv: "Förvaltning" },
  { en: "People", sv: "Personer" },
  { en: "Duties", sv: "Pass" },
  { en: "Evenings", sv: "Kvällar" },
  { en: "Hours", sv: "Timmar" },
  { en: "Agreed hours", sv: "Överenskomna timmar" },
  { en: "Share of the hours", sv: "Andel av timmarna" },
  { en: "Agreed share", sv: "Överenskommen andel" },
  { en: "Cost", sv: "Kostnad" },
  { en: "▬ hours, | what is agreed", sv: "▬ timmar, | överenskommet" },
];

interface DepartmentCellsProps {
  page: Page;
  figures: DepartmentFigures;
  total: number;
  most: number;
}

function DepartmentCells({ page, figures, total, most }: DepartmentCellsProps) {
  const { language } = page;
  const { people, duties, evenings, paidMinutes, agreedShare, cost } = figures;
  const share = total === 0 ? 0 : paidMinutes / total;
  return (
    <>
      <td>{people}</td>
      <td>{duties}</td>
      <td>{evenings}</td>
      <td>{hoursText(paidMinutes, language)}</td>
      <td>{page.say(agreedHours(figures))}</td>
      <td>{percentText(share, language)}</td>
      <td>{agreedShare === null ? "–" : percentText(agreedShare, language)}</td>
      <td>{cost === null ? "–" : kronorText(cost, language)}</td>
      <td>
        <HoursBar figures={figures} total={total} most={most} />
      </td>
    </>
  );
}

function agreedHours({ minMinutes, maxMinutes }: DepartmentFigures): Text {
  const text = (language: "en" | "sv", least: string, most: string) => {
    const low = minMinutes === null ? null : hoursText(minMinutes, language);
    const high = maxMinutes === null ? null : hoursText(maxMinutes, language);
    if (low !== null && high !== null) return `${low}–${high}`;
    return low !== null ? `${least} ${low}` : high !== null ? `${most} ${high}` : "–";
  };
  return { en: text("en", "at least", "at most"), sv: text("sv", "minst", "högst") };
}

interface HoursBarProps {
  figures: DepartmentFigures;
  total: number;
  most: number;
}

function HoursBar({ figures, total, most }: HoursBarProps) {
  const at = (minutes: number) => Math.min(158, Math.round((158 * minutes) / most));
  const { minMinutes, maxMinutes, agreedShare, paidMinutes } = figures;
  const agreed = agreedShare === null ? null : agreedShare * total;
  const ticks = [minMinutes, maxMinutes, agreed].filter((tick) => tick !== null);
  return (
    <svg aria-hidden="true" width="160" height="14">
      <rect y="4" width={at(paidMinutes)} height="6" />
      {ticks.length > 0 && <path class="t" d={ticks.map((tick) => `M${at(tick)} 1V13`).join("")} />}
    </svg>
  );
}

function Total({ page, minutes }: { page: Page; minutes: number }) {
  const { language } = page;
  const { staff } = page.report.statistics.cost;
  return (
    <tfoot>
      <tr>
        <th scope="row">{page.say({ en: "All", sv: "Alla" })}</th>
        <td colSpan={3} />
        <td>{hoursText(minutes, language)}</td>
        <td colSpan={3} />
        <td>{staff === null ? "–" : kronorText(staff, language)}</td>
        <td />
      </tr>
    </tfoot>
  );
}

/** The cost against the budget, as a bar and in words. */
function Budget({ page }: { page: Page }) {
  const { language, say } = page;
  const { staff, budget, peopleWithoutCost } = page.report.statistics.cost;
  if (staff === null) return <p>{say(UNKNOWN)}</p>;
  const missing: Text = {
    en: `The hourly cost of ${count(peopleWithoutCost, "person", "people")} at work is not known and not counted.`,
    sv: `För ${count(peopleWithoutCost, "person", "personer")} i arbete är timkostnaden inte känd och därför inte medräknad.`,
  };
  return (
    <>
      <p class={budget !== null && staff > budget ? "alarm" : undefined}>
        <strong>{say(budgetWords(staff, budget))}</strong>
      </p>
      {budget !== null && budget > 0 && (
        <svg
          class="budget"
          role="img"
          aria-label={say(budgetWords(staff, budget))}
          viewBox="0 0 400 18"
        >
          <rect class="whole" width="320" height="10" y="4" />
          <rect width={Math.min(400, Math.round((320 * staff) / budget))} height="10" y="4" />
          <path class="t" d="M320 0V18" />
        </svg>
      )}
      <p>
        {say(contributionWords(page))} {peopleWithoutCost > 0 && say(missing)}
        {budget === null && ` ${NO_BUDGET[language]}`}
      </p>
    </>
  );
}

const UNKNOWN: Text = {
  en: "What the hours cost is not known: give hourly_cost in staff.csv or departments.csv.",
  sv: "Vad timmarna kostar är inte känt: ange timkostnad i staff.csv eller departments.csv.",
};

const NO_BUDGET: Text = {
  en: "No staff budget is given (budget.csv).",
  sv: "Ingen personalbudget är angiven (budget.csv).",
};

/** What the staff costs, against the budget if there is one. */
export function budgetWords(staff: number, budget: number | null): Text {
  if (budget === null) {
    return {
      en: `Staff costs ${kronorText(staff, "en")} this month.`,
      sv: `Personalkostnaden för månaden är ${kronorText(staff, "sv")}.`,
    };
  }
  const [over, rest] = [staff > budget, Math.abs(budget - staff)];
  return {
    en: `Staff costs ${kronorText(staff, "en")} this month. The budget is ${kronorText(budget, "en")}: ${kronorText(rest, "en")} ${over ? "over" : "left"}.`,
    sv: `Personalkostnaden för månaden är ${kronorText(staff, "sv")}. Budgeten är ${kronorText(budget, "sv")}: ${kronorText(rest, "sv")} ${over ? "över budget" : "kvar"}.`,
  };
}

function contributionWords({ report }: Page): Text {
  const { employerContribution } = report.statistics.cost;
  if (employerContribution === 0) {
    return {
      en: "Paid hours times hourly cost, nothing added.",
      sv: "Betalda timmar gånger timkostnad, utan påslag.",
    };
  }
  const part = employerContribution / 10_000;
  return {
    en: `Paid hours times hourly cost, with an employer’s contribution of ${percentText(part, "en", 2)}.`,
    sv: `Betalda timmar gånger timkostnad, med personalomkostnadspålägg på ${percentText(part, "sv", 2)}.`,
  };
}
