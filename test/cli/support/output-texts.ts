/** The texts of a run, each of which says what it is. */
export function outputTexts(of: string) {
  return {
    "rota.csv": `rota ${of}`,
    "openings.csv": `openings ${of}`,
    "violations.csv": `violations ${of}`,
    "report.json": `report ${of}`,
    "report.html": `report page ${of}`,
    "slots.csv": `slots ${of}`,
    "openings.html": `page ${of}`,
    "rota.xlsx": `workbook ${of}`,
    "ledger.csv": `ledger ${of}`,
  };
}
