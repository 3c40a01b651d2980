import { dateWords, timeWords } from "../domain/words.js";
import { amountOf, defineRule } from "./rule.js";

/**
 * People work only when their department lends them.
 *
 * Formula: for each person and date, the minutes of presence outside the person's available times.
 * Edges: a dated row replaces the weekday rows of that date; before the first and after the last date of a loan nobody is
 * available; a date without any row is a date off.
 */
export const availability = defineRule({
  meta: {
    id: "availability",
    title: { en: "Available", sv: "Tillgänglig" },
    statement: {
      en: "People work only at times when they are available.",
      sv: "Personalen arbetar bara när den är tillgänglig.",
    },
    formula: {
      en: "Σ over people and dates: minutes present outside the available times",
      sv: "Σ över personer och datum: minuter på plats utanför de tillgängliga tiderna",
    },
    source: {
      en: "availability.csv: what each department lends; granted leave is binding, Semesterlagen (1977:480)",
      sv: "availability.csv: vad varje förvaltning lånar ut; beviljad ledighet gäller, semesterlagen (1977:480)",
    },
    severity: "hard",
    alwaysHard: true,
    weights: { minutes: 1 },
  },
  parameters: {},
  forbidsDuty(duty, { instance }) {
    return amountOf(instance.unavailableMinutes(duty.staff, duty.date, duty.presence), "minutes");
  },
  forbidsDate(staff, date, { instance }) {
    return instance.available(staff, date).length === 0;
  },
  whyNot({ staff, date }, { instance }) {
    if (instance.isAway(staff, date)) return { en: "is away that day", sv: "är borta den dagen" };
    const free = instance.freeTimes(staff, date).map(timeWords).join(", ");
    return free === ""
      ? { en: "is not available that day", sv: "är inte tillgänglig den dagen" }
      : { en: `is available ${free} only`, sv: `är bara tillgänglig ${free}` };
  },
  *check(rota) {
    const { instance } = rota;
    for (const member of instance.theCase.staff) {
      for (const { date, rows, presence } of rota.workDays(member.id)) {
        const amount = instance.unavailableMinutes(member.id, date, presence);
        if (amount === 0) continue;
        const row = rows.find(
          ({ time }) => instance.unavailableMinutes(member.id, date, [time]) > 0,
        );
        const free = instance.freeTimes(member.id, date).map(timeWords);
        const day = dateWords(date);
        yield {
          date,
          staff: member.id,
          ...(row && { office: row.office, time: row.time }),
          actual: amount,
          limit: 0,
          amount,
          unit: "minutes",
          message: {
            en: `${member.name} works ${amount} min outside the available times on ${day.en} (available: ${free.join(", ") || "not that day"}).`,
            sv: `${member.name} arbetar ${amount} min utanför sin tillgängliga tid ${day.sv} (tillgänglig: ${free.join(", ") || "inte den dagen"}).`,
          },
          advice: {
            en: "Give the duty to somebody else, or correct availability.csv if it is out of date.",
            sv: "Ge passet till någon annan, eller rätta availability.csv om den är inaktuell.",
          },
        };
      }
    }
  },
});
