import type { Text } from "../../domain/text.js";
import { count } from "../../domain/words.js";
import type { GapFigures } from "../../outputs/report.js";
import { dayText } from "./format.js";
import type { Page } from "./model.js";
import { Scroller } from "./scroller.js";

/** The trade calendar: the dates on which each department is at each office, and the longest time without it. */
export function Gaps({ page }: { page: Page }) {
  const { say, report, departments } = page;
  const { gaps } = report.statistics;
  const offices = page.offices.filter(({ id }) => gaps.some(({ office }) => office === id));
  if (offices.length === 0) return null;
  return (
    <>
      <p>{say(HOW)}</p>
      <Scroller label="gaps-h" lazy>
        <table class="gaps">
          <caption id="gaps-h">{say({ en: "Trade calendar", sv: "Ämneskalender" })}</caption>
          <thead>
            <tr>
              <th scope="col">{say({ en: "Office", sv: "Kontor" })}</th>
              {departments.map(({ index, code, name }) => (
                <th key={index} scope="col" data-d={index}>
                  <b>{code}</b> {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {offices.map((office) => (
              <tr key={office.index} data-o={office.index}>
                <th scope="row">{office.name}</th>
                {departments.map(({ index, id }) => {
                  const own = gaps.find((gap) => gap.office === office.id && gap.department === id);
                  return own ? <GapCell key={index} page={page} gap={own} /> : <td key={index} />;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </>
  );
}

const HOW: Text = {
  en: "The dates on which each department is at each office in the day, and the most open weeks in a row without it, with the weeks before the month as far as they are known.",
  sv: "Datumen då varje förvaltning finns på varje kontor under dagen, och flest öppna veckor i rad utan den, med veckorna före månaden så långt de är kända.",
};

function GapCell({ page, gap }: { page: Page; gap: GapFigures }) {
  const { say, language } = page;
  const { dates, longestGapWeeks, agreedWeeks } = gap;
  const isLong = agreedWeeks !== null && longestGapWeeks >= agreedWeeks;
  const asked: Text = {
    en: `; at least every ${count(agreedWeeks ?? 0, "week", "weeks")}`,
    sv: `; minst ${agreedWeeks === 1 ? "varje vecka" : `var ${agreedWeeks}:e vecka`}`,
  };
  return (
    <td>
      {dates.map((date) => dayText(date, language)).join(", ") || "–"}
      <br />
      <small class={isLong ? "alarm" : undefined}>
        {say(gapWords(longestGapWeeks))}
        {agreedWeeks === null ? "" : say(asked)}
      </small>
    </td>
  );
}

/** The longest gap in words. */
export function gapWords(weeks: number): Text {
  if (weeks === 0) return { en: "every week", sv: "varje vecka" };
  return {
    en: `at most ${count(weeks, "week", "weeks")} without`,
    sv: `som mest ${count(weeks, "vecka", "veckor")} utan`,
  };
}
