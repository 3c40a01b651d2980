import { compareText } from "../domain/rota.js";
import { dateWords } from "../domain/words.js";
import { amountOf, defineRule } from "./rule.js";

/**
 * People serve only at the offices named for them.
 *
 * Formula: for each person and date, the number of different offices that are not the person's.
 * Edge: a person without a list may serve anywhere.
 */
export const allowedOffice = defineRule({
  meta: {
    id: "allowed-office",
    title: { en: "Allowed office", sv: "Tillåtet kontor" },
    statement: {
      en: "People serve only at the offices that staff.csv allows them.",
      sv: "Personalen tjänstgör bara på de kontor som staff.csv tillåter.",
    },
    formula: {
      en: "number of (person, date, office) with the office not in the person's list",
      sv: "antal (person, datum, kontor) där kontoret inte står i personens lista",
    },
    source: {
      en: "staff.csv: the agreement with the lending department",
      sv: "staff.csv: överenskommelsen med den utlånande förvaltningen",
    },
    severity: "hard",
    alwaysHard: true,
    weights: { duties: 480 },
  },
  parameters: {},
  forbidsDuty(duty, { instance }) {
    return amountOf(instance.mayWorkAt(duty.staff, duty.office) ? 0 : 1, "duties");
  },
  forbidsOffice(staff, office, { instance }) {
    return !instance.mayWorkAt(staff, office);
  },
  whyNot: () => ({ en: "does not serve at this office", sv: "tjänstgör inte på det här kontoret" }),
  *check(rota) {
    for (const member of rota.instance.theCase.staff) {
      if (member.offices === null) continue;
      for (const { date, rows } of rota.workDays(member.id)) {
        const offices = new Set(rows.map((row) => row.office));
        for (const office of [...offices].sort(compareText)) {
          if (member.offices.includes(office)) continue;
          const day = dateWords(date);
          const called = (id: string) => rota.instance.office(id)?.name ?? id;
          const [place, allowed] = [called(office), member.offices.map(called).join(", ")];
          yield {
            date,
            office,
            staff: member.id,
            actual: 1,
            limit: 0,
            amount: 1,
            unit: "duties",
            message: {
              en: `${member.name} serves at ${place} on ${day.en} but may serve only at ${allowed}.`,
              sv: `${member.name} tjänstgör på ${place} ${day.sv} men får bara tjänstgöra på ${allowed}.`,
            },
            advice: {
              en: `Add ${office} to the person's offices in staff.csv, or give the duty to somebody else.`,
              sv: `Lägg till ${office} bland personens kontor i staff.csv, eller ge passet till någon annan.`,
            },
          };
        }
      }
    }
  },
});
