import { weekdayOf } from "../../domain/calendar.js";
import type { Language, Text } from "../../domain/text.js";
import { weekdayName } from "../../domain/words.js";
import type { StressPerson, StressReport, StressStrain } from "../../outputs/stress.js";
import { plainPage } from "../html/plain-page.js";
import { Heads, TableSection } from "../html/table-section.js";
import { LABELS, OUTCOMES, outcomeWords, vacancyWords, verdictWords } from "./words.js";

interface Props {
  readonly report: StressReport;
  readonly language: Language;
}

/** stress.html: the risk picture, day by day and person by person, with what stays broken and on whom most hangs. */
export function stressPage(report: StressReport, language: Language): string {
  const lost = report.strains.filter(({ outcome }) => outcome !== "mended");
  const content = (
    <>
      <p>
        <strong>{verdictWords(report)[language]}</strong>
      </p>
      {report.vacancy !== null && <p>{vacancyWords(report.vacancy)[language]}</p>}
      <Picture report={report} language={language} />
      {lost.length > 0 && <Lost strains={lost} language={language} />}
      <People report={report} language={language} />
      {report.skills.length > 0 && <Skills report={report} language={language} />}
    </>
  );
  return plainPage(`${LABELS.title[language]} ${report.period}`, language, content, STYLE);
}

/** Mark and class of a cell: the mark says without colour what the colour says. */
function markOf({ outcome, changes }: StressStrain): readonly [mark: string, level: string] {
  if (outcome === "broken") return ["✕", "x"];
  if (outcome === "open") return ["?", "x"];
  return [String(changes), changes > 2 ? "3" : String(changes)];
}

function Picture({ report, language }: Props) {
  const days = new Map(
    report.strains
      .filter(({ kind }) => kind === "day")
      .map((strain) => [`${strain.when} ${strain.staff[0]}`, strain]),
  );
  return (
    <TableSection
      id="picture"
      title={LABELS.picture[language]}
      note={LEGEND[language]}
      kind="heat"
      heads={
        <>
          <th scope="col">{LABELS.person[language]}</th>
          {report.dates.map((date) => (
            <th key={date} scope="col" class={weekdayOf(date) > 5 ? "free" : undefined}>
              <span>{weekdayName(weekdayOf(date))[language]}</span> {Number(date.slice(8))}
            </th>
          ))}
        </>
      }
    >
      {report.people.map((person) => (
        <tr key={person.staff}>
          <th scope="row">{person.name}</th>
          {report.dates.map((date) => {
            const strain = days.get(`${date} ${person.staff}`);
            if (strain === undefined) return <td key={date} />;
            const [mark, level] = markOf(strain);
            return (
              <td key={date} data-r={level} title={outcomeWords(strain)[language]}>
                {mark}
              </td>
            );
          })}
        </tr>
      ))}
    </TableSection>
  );
}

function Lost({ strains, language }: { strains: readonly StressStrain[]; language: Language }) {
  return (
    <section aria-labelledby="lost">
      <h2 id="lost">{LABELS.lost[language]}</h2>
      <ul>
        {strains.map((strain) => (
          <li key={[strain.kind, strain.when, ...strain.staff].join(" ")}>
            <strong>
              {strain.names.join(" + ")}, {strain.when}:
            </strong>{" "}
            {outcomeWords(strain)[language]}.{" "}
            {strain.stays.map(({ message }) => message[language]).join(" ")}
          </li>
        ))}
      </ul>
    </section>
  );
}

function People({ report, language }: Props) {
  const columns: readonly (readonly [Text, (person: StressPerson) => string | number])[] = [
    [LABELS.days, ({ days }) => days],
    [LABELS.lostDays, ({ lostDays }) => lostDays],
    [LABELS.hardDays, ({ hardDays }) => hardDays],
    [LABELS.week, ({ week }) => OUTCOMES[week][language]],
    [LABELS.month, ({ month }) => OUTCOMES[month][language]],
  ];
  const heads = [LABELS.person, ...columns.map(([label]) => label)];
  return (
    <TableSection
      id="people"
      title={LABELS.people[language]}
      heads={<Heads of={heads} language={language} />}
    >
      {report.people.map((person) => (
        <tr key={person.staff}>
          <th scope="row">{person.name}</th>
          {columns.map(([label, cellOf]) => (
            <td key={label.en}>{cellOf(person)}</td>
          ))}
        </tr>
      ))}
    </TableSection>
  );
}

function Skills({ report, language }: Props) {
  const heads = [LABELS.skill, LABELS.holders, LABELS.margin, LABELS.thin];
  return (
    <TableSection
      id="skills"
      title={LABELS.skills[language]}
      heads={<Heads of={heads} language={language} />}
    >
      {report.skills.map(({ id, holders, margin, thinDates }) => (
        <tr key={id}>
          <th scope="row">{id}</th>
          <td>{holders.length}</td>
          <td class={margin <= 0 ? "alarm" : undefined}>{margin}</td>
          <td>{thinDates.length}</td>
        </tr>
      ))}
    </TableSection>
  );
}

const LEGEND: Text = {
  en: "Each number is the changes that it takes when that person is away that day: 0 needs nothing, 1 one substitute. ✕ cannot be mended, ? is not known. Empty: no duty.",
  sv: "Varje siffra är antalet ändringar som krävs när personen är borta den dagen: 0 kräver ingenting, 1 en ersättare. ✕ går inte att laga, ? är inte känt. Tomt: inget pass.",
};

const STYLE = [
  ".heat th,.heat td{padding:.2rem .3rem;text-align:center;font-size:.875rem}.heat tbody th{text-align:left;position:sticky;left:0;background:var(--paper)}",
  ".heat thead span{display:block;font-weight:400;font-size:.75rem}.heat .free{color:var(--soft)}",
  ".heat td{border:1px solid var(--line);min-width:1.75rem}",
  '[data-r="0"]{background:#e7f2ea;color:#14202b}[data-r="1"]{background:#fdf3cf;color:#14202b}',
  '[data-r="2"]{background:#f6c27a;color:#14202b}[data-r="3"]{background:#e08a4f;color:#14202b}[data-r="x"]{background:#9b1c0c;color:#fff;font-weight:700}',
  "@media print{th,td{font-size:9pt;padding:.1rem .4rem}.heat thead span{font-size:6pt}.heat td,.heat th{font-size:7pt;padding:.1rem}[data-r]{-webkit-print-color-adjust:exact;print-color-adjust:exact}@page{size:A4 landscape;margin:10mm}}",
].join("");
