import type { Language } from "../../domain/text.js";
import { dateWords } from "../../domain/words.js";
import type { DiffReport } from "../../outputs/diff.js";
import { plainPage } from "../html/plain-page.js";
import { Heads, TableSection } from "../html/table-section.js";
import { extraWords, personWords } from "./text.js";
import { afterWords, headlineWords, LABELS, noticeWords, workWords } from "./words.js";

/** changes.html: one page for those concerned, with each change, who is to be told and what the public must know. */
export function diffPage(report: DiffReport, language: Language): string {
  const extra = extraWords(report, language);
  const content = (
    <>
      <p>
        <strong>{headlineWords(report)[language]}</strong>
      </p>
      {report.today !== null && (
        <p>
          {LABELS.today[language]}: {dateWords(report.today)[language]}
        </p>
      )}
      {extra !== null && (
        <p>
          {LABELS.extra[language]}: {extra}
        </p>
      )}
      {report.changes.length > 0 && <Changes report={report} language={language} />}
      {report.people.length > 0 && <People report={report} language={language} />}
      {report.evenings.length > 0 && <Evenings report={report} language={language} />}
    </>
  );
  return plainPage(LABELS.title[language], language, content);
}

interface Props {
  readonly report: DiffReport;
  readonly language: Language;
}

function Changes({ report, language }: Props) {
  const heads = [LABELS.date, LABELS.who, LABELS.from, LABELS.to, LABELS.notice];
  return (
    <TableSection
      id="changes"
      title={LABELS.changes[language]}
      heads={<Heads of={heads} language={language} />}
    >
      {report.changes.map((change) => (
        <tr key={`${change.date} ${change.staff}`}>
          <th scope="row">
            <time dateTime={change.date}>{dateWords(change.date)[language]}</time>
          </th>
          <td>{change.name}</td>
          <td>{workWords(change.before, language)}</td>
          <td>{afterWords(change, language)}</td>
          <td class={change.short ? "alarm" : undefined}>{noticeWords(change, language)}</td>
        </tr>
      ))}
    </TableSection>
  );
}

function People({ report, language }: Props) {
  return (
    <section aria-labelledby="people">
      <h2 id="people">{LABELS.tell[language]}</h2>
      <ul>
        {report.people.map((person) => (
          <li key={person.staff}>
            {person.name}: {personWords(person)[language]}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Evenings({ report, language }: Props) {
  return (
    <section aria-labelledby="evenings">
      <h2 id="evenings">{LABELS.evenings[language]}</h2>
      <ul>
        {report.evenings.map(({ date, office, officeName, kind }) => (
          <li key={`${date} ${office}`}>
            {dateWords(date)[language]}: {officeName} {LABELS[kind][language]}
          </li>
        ))}
      </ul>
    </section>
  );
}
