import { breakSlots, breaksAreTight, insideOne, staffDuringBreak } from "../domain/breaks.js";
import type { IsoDate } from "../domain/calendar.js";
import type { Instance } from "../domain/instance.js";
import type { Interval } from "../domain/interval.js";
import { minutesOf, overlapOf } from "../domain/interval.js";
import { count, dateWords, timeWords } from "../domain/words.js";
import type { Term } from "./rule.js";
import { atMost, defineRule } from "./rule.js";

/**
 * While somebody has a break, enough people stay at the office.
 *
 * Formula: for each office and time in which somebody has a break, max(0, least − people present who have none) × minutes;
 * least is min_staff_break by day and the evening's min_staff in the evening.
 * Edges: where as many are asked for during breaks as otherwise, opening-cover and evening-cover count without those on
 * a break, and this rule says nothing. Where taking turns is enough whenever the opening has its staff, a time that lacks its staff anyhow counts for
 * opening-cover or evening-cover alone; an office where the meal is taken on the spot has no breaks. A rota that names no
 * breaks is judged with those that suit it best.
 */
export const breakCover = defineRule({
  meta: {
    id: "break-cover",
    title: { en: "Staff during breaks", sv: "Bemanning under raster" },
    statement: {
      en: "While somebody has a break, at least min_staff_break people stay at the office; breaks are taken in turns.",
      sv: "Medan någon har rast är minst minst_personal_rast personer kvar på kontoret; raster tas i tur och ordning.",
    },
    formula: {
      en: "Σ over offices and times with a break: max(0, min_staff_break − people present without a break) × minutes",
      sv: "Σ över kontor och tider med rast: max(0, minst_personal_rast − personer på plats utan rast) × minuter",
    },
    source: {
      en: "offices.csv; Arbetstidslagen (1982:673) 15 §: the employee may leave the workplace during the break (read 2026-11)",
      sv: "offices.csv; arbetstidslagen (1982:673) 15 §: arbetstagaren får lämna arbetsplatsen under rasten (läst 2026-11)",
    },
    severity: "hard",
    alwaysHard: false,
    weights: { "person-minutes": 2 },
  },
  parameters: {},
  *constrain(candidates) {
    const { instance, breaks } = candidates;
    for (const office of instance.theCase.offices) {
      for (const date of instance.dates) {
        if (!breaksAreTight(instance, office.id, date, breaks)) continue;
        const duties = candidates.at(office.id, date);
        const blocks = candidates.blocks(office.id, date);
        for (const slot of breakSlots(instance, office.id, date, breaks)) {
          const away = duties.filter((duty) =>
            duty.breaks?.some((own) => overlapOf(own, slot.time) > 0),
          );
          if (away.length === 0) continue;
          const name = `${office.id} ${date} ${timeWords(slot.time)}`;
          const someBreak = candidates.anyOf(`break ${name}`, away);
          for (const time of cutBy(slot.time, instance, office.id, date, blocks)) {
            const { least, usual } = staffDuringBreak(instance, office.id, date, time);
            if (least === usual) continue;
            const staying = duties.filter(
              (duty) => insideOne(duty.presence, time) && !away.includes(duty),
            );
            yield atMost(
              { office: office.id, date, time },
              [
                ...someBreak.map(([variable]): Term => [variable, least]),
                ...staying.map((duty): Term => [duty.variable, -1]),
              ],
              0,
              { scale: minutesOf(time), unit: "person-minutes" },
            );
          }
        }
      }
    }
  },
  *check(rota) {
    const { instance } = rota;
    for (const office of instance.theCase.offices) {
      for (const date of instance.dates) {
        const breaks = rota.breaksAt(office.id, date);
        if (breaks.length === 0) continue;
        const presences = rota.presencesAt(office.id, date);
        const tight = breaksAreTight(instance, office.id, date, rota.breaks);
        for (const time of piecesOf([...breaks, ...presences], instance, office.id, date)) {
          const during = (own: Interval) => overlapOf(own, time) > 0;
          const away = breaks.filter(during).length;
          const present = presences.filter(during).length;
          const { least, usual } = staffDuringBreak(instance, office.id, date, time);
          const staying = present - away;
          if (away === 0 || staying >= least || least === usual || (!tight && present < usual))
            continue;
          const day = dateWords(date);
          yield {
            date,
            office: office.id,
            time,
            actual: staying,
            limit: least,
            amount: (least - staying) * minutesOf(time),
            unit: "person-minutes",
            message: {
              en: `${office.name} has ${staying === 0 ? "nobody" : count(staying, "person", "people")} left on ${day.en} ${timeWords(time)} while ${count(away, "person has", "people have")} a break; ${least} must stay.`,
              sv: `${office.name} har ${staying === 0 ? "ingen" : count(staying, "person", "personer")} kvar ${day.sv} ${timeWords(time)} medan ${count(away, "person", "personer")} har rast; ${least} ska vara kvar.`,
            },
            advice: {
              en: "Plan one more person over lunch, close over lunch with two rows in hours.csv, let people eat on the spot (breaks: meal in offices.csv), or lower min_staff_break.",
              sv: "Sätt in en person till över lunch, stäng över lunch med två rader i hours.csv, låt personalen äta på plats (raster: måltidsuppehåll i offices.csv) eller sänk minst_personal_rast.",
            },
          };
        }
      }
    }
  },
});

/** The pieces of a slot between the edges of blocks and of the evening. */
function cutBy(
  slot: Interval,
  instance: Instance,
  office: string,
  date: IsoDate,
  blocks: readonly Interval[],
): readonly Interval[] {
  const window = instance.eveningWindow(office, date)?.time;
  const edges = [...blocks, ...(window ? [window] : [])].flatMap(({ from, to }) => [from, to]);
  return between([...edges, slot.from, slot.to]).filter(
    ({ from, to }) => slot.from <= from && to <= slot.to,
  );
}

/** The pieces of the day between all edges of some times and of the office's openings. */
function piecesOf(
  times: readonly Interval[],
  instance: Instance,
  office: string,
  date: IsoDate,
): readonly Interval[] {
  const window = instance.eveningWindow(office, date)?.time;
  const all = [...times, ...instance.openHours(office, date), ...(window ? [window] : [])];
  return between(all.flatMap(({ from, to }) => [from, to]));
}

function between(edges: readonly number[]): Interval[] {
  const sorted = [...new Set(edges)].sort((a, b) => a - b);
  return sorted.slice(1).map((to, index) => ({ from: sorted[index]!, to }));
}
