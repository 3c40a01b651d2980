import { groupBy } from "../../domain/collections.js";
import type { Language, Text } from "../../domain/text.js";
import type { ReportLedgerLine } from "../../outputs/report.js";
import { MEASURE_WORDS } from "../ledger/words.js";
import { hoursText, numberText, signedText } from "./format.js";
import type { Page } from "./model.js";
import { Scroller } from "./scroller.js";

/** The ledger of the loan by department: what each has carried before and after the month, against its share. */
export function LoanLedger({ page }: { page: Page }) {
  const { say, report } = page;
  const lines = report.ledger.filter(({ staff }) => staff === null);
  if (lines.length === 0) return null;
  return (
    <>
      <h3 id="ledger-h">{say({ en: "The ledger of the loan", sv: "Liggare över utlånad tid" })}</h3>
      <p>{say(HOW)}</p>
      <Scroller label="ledger-h" lazy>
        <table class="costs ledger">
          <thead>
            <tr>
              <th scope="col">{say({ en: "Department", sv: "Förvaltning" })}</th>
              <th scope="col">{say({ en: "Measure", sv: "Mått" })}</th>
              {COLUMNS.map((column) => (
                <th key={column.en} scope="col">
                  {say(column)}
                </th>
              ))}
            </tr>
          </thead>
          {[...groupBy(lines, ({ department }) => department)].map(([department, own]) => (
            <tbody key={department}>
              {own.map((line, i) => (
                <Line key={line.measure} page={page} line={line} rows={i === 0 ? own.length : 0} />
              ))}
            </tbody>
          ))}
        </table>
      </Scroller>
    </>
  );
}

const HOW: Text = {
  en: "What each department has lent, against its share: of the hours the one agreed in departments.csv, otherwise what is fair for its people. The balance is carried from month to month in ledger.csv; a minus means that the department still owes so much. Each person's balance is there too.",
  sv: "Vad varje förvaltning har lånat ut jämfört med sin andel. För timmarna gäller andelen i departments.csv, om en sådan är överenskommen, i övrigt det som är rättvist för förvaltningens personal. Saldot förs vidare från månad till månad i ledger.csv, där också varje persons saldo finns; minus betyder att förvaltningen ännu är skyldig så mycket.",
};

const COLUMNS: readonly Text[] = [
  { en: "before", sv: "före" },
  { en: "this month", sv: "denna månad" },
  { en: "after", sv: "efter" },
  { en: "share of the month", sv: "andel av månaden" },
  { en: "balance before", sv: "saldo före" },
  { en: "balance after", sv: "saldo efter" },
];

/** One measure of a department; the first line has the name, for so many `rows`. */
function Line({ page, line, rows }: { page: Page; line: ReportLedgerLine; rows: number }) {
  const { language, say } = page;
  const department = page.department(line.department);
  const { measure, before, actual, after, share, balanceBefore, balance } = line;
  const amount = (value: number) => amountText(measure, value, language);
  return (
    <tr data-d={department?.index}>
      {rows > 0 && (
        <th scope="rowgroup" rowSpan={rows}>
          {department?.name ?? line.department}
        </th>
      )}
      <td>{say(MEASURE_WORDS[measure])}</td>
      {[before, actual, after, share].map((value, i) => (
        <td key={i}>{amount(value)}</td>
      ))}
      {[balanceBefore, balance].map((value, i) => (
        <td key={i}>{signedAmount(measure, value, language)}</td>
      ))}
    </tr>
  );
}

function amountText(
  measure: ReportLedgerLine["measure"],
  value: number,
  language: Language,
): string {
  return inMinutes(measure) ? hoursText(value, language) : numberText(value, language, 1);
}

function signedAmount(
  measure: ReportLedgerLine["measure"],
  value: number,
  language: Language,
): string {
  return signedText(inMinutes(measure) ? value / 60 : value, language, 1);
}

function inMinutes(measure: ReportLedgerLine["measure"]): boolean {
  return measure === "hours" || measure === "travel";
}
