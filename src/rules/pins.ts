import { within } from "../domain/calendar.js";
import type { Pin } from "../domain/case.js";
import type { Interval } from "../domain/interval.js";
import { minutesOutside, overlapOf } from "../domain/interval.js";
import { dateWords, timeWords } from "../domain/words.js";
import { closedReasons } from "./closed-words.js";
import { amountOf, atLeast, defineRule } from "./rule.js";

/**
 * What the coordinator has pinned by hand stands.
 *
 * Formula: 1 for each `must` pin without work that fits it, 1 for each `forbid` pin and date with work that it forbids.
 * A `must` pin with times asks for presence during all of them (at that office, when one is named); without times any
 * work that date will do. A `forbid` pin is broken by a minute of overlap.
 * Edge: a `must` pin that nothing can keep (the person is not available) is reported, not an error.
 */
export const pins = defineRule({
  meta: {
    id: "pins",
    title: { en: "Pins", sv: "Låsningar" },
    statement: {
      en: "Duties that are pinned by hand are kept, and forbidden ones are not planned.",
      sv: "Pass som har låsts för hand ligger kvar, och pass som har förbjudits planeras inte.",
    },
    formula: {
      en: "number of must pins not kept + number of (forbid pin, duty) broken",
      sv: "antal låsningar av slaget måste som inte hålls + antal (låsning av slaget får_inte, arbetspass) som bryts",
    },
    source: { en: "pins.csv: the coordinator's decision", sv: "pins.csv: samordnarens beslut" },
    severity: "hard",
    alwaysHard: true,
    weights: { pins: 9600 },
  },
  parameters: {},
  forbidsDuty(duty, { instance }) {
    const broken = instance.pins.filter(
      (pin) =>
        pin.pin === "forbid" &&
        pin.staff === duty.staff &&
        pin.date === duty.date &&
        (pin.office === null || pin.office === duty.office) &&
        touches(pin, duty.presence),
    );
    return amountOf(broken.length, "pins");
  },
  whyNot: () => ({ en: "is kept away by a pin", sv: "hålls borta av en låsning" }),
  *constrain(candidates) {
    for (const [index, pin] of candidates.instance.pins.entries()) {
      if (pin.pin !== "must" || !within(candidates.instance.period, pin.date)) continue;
      const fitting = candidates
        .of(pin.staff, pin.date)
        .filter(
          (duty) => (pin.office ?? duty.office) === duty.office && fulfils(pin, duty.presence),
        );
      yield atLeast(
        { row: index, staff: pin.staff, date: pin.date },
        fitting.map((duty) => [duty.variable, 1]),
        1,
        { scale: 1, unit: "pins" },
      );
    }
  },
  *check(rota) {
    for (const pin of rota.instance.pins) {
      if (!within(rota.instance.period, pin.date)) continue;
      const rows = rota
        .of(pin.staff, pin.date)
        .filter((row) => (pin.office ?? row.office) === row.office);
      const presence = rows.map((row) => row.time);
      const broken = pin.pin === "must" ? !fulfils(pin, presence) : touches(pin, presence);
      if (!broken) continue;
      const day = dateWords(pin.date);
      const { offices } = rota.instance.theCase;
      const place = offices.find(({ id }) => id === pin.office)?.name ?? pin.office;
      const who = rota.instance.member(pin.staff)?.name ?? pin.staff;
      const places = pin.office === null ? offices.map(({ id }) => id) : [pin.office];
      const closed = places.every((id) => rota.instance.isClosed(id, pin.date));
      const why = closedReasons(rota.instance, places, [pin.date]);
      const where = [place, pin.time && timeWords(pin.time)]
        .map((part) => (part ? ` ${part}` : ""))
        .join("");
      yield {
        date: pin.date,
        staff: pin.staff,
        ...(pin.office !== null && { office: pin.office }),
        ...(pin.time !== null && { time: pin.time }),
        actual: pin.pin === "must" ? 0 : 1,
        limit: pin.pin === "must" ? 1 : 0,
        amount: 1,
        unit: "pins",
        message:
          pin.pin === "must"
            ? {
                en: `${who} is pinned to ${day.en}${where} but not planned so.`,
                sv: `${who} är låst till ${day.sv}${where} men är inte planerad så.`,
              }
            : {
                en: `${who} must not work on ${day.en}${where} but is planned.`,
                sv: `${who} får inte arbeta ${day.sv}${where} men är planerad.`,
              },
        advice:
          pin.pin === "must" && closed
            ? {
                en: `${place ?? "Every office"} is closed on ${day.en}${why.en}: remove the pin, or open the office that day with a row in hours.csv.`,
                sv: `${place ?? "Alla kontor"} är ${place ? "stängt" : "stängda"} ${day.sv}${why.sv}: ta bort låsningen, eller öppna kontoret den dagen med en rad i hours.csv.`,
              }
            : pin.pin === "must"
              ? {
                  en: "Check the person's availability, offices and hours on that date, or remove the pin.",
                  sv: "Kontrollera personens tillgänglighet, kontor och timmar den dagen, eller ta bort låsningen.",
                }
              : {
                  en: "Give the duty to somebody else, or remove the pin.",
                  sv: "Ge passet till någon annan, eller ta bort låsningen.",
                },
      };
    }
  },
});

function fulfils(pin: Pin, presence: readonly Interval[]): boolean {
  const { time } = pin;
  if (time === null) return presence.length > 0;
  return minutesOutside([time], presence) === 0;
}

function touches(pin: Pin, presence: readonly Interval[]): boolean {
  return presence.some((stretch) => pin.time === null || overlapOf(stretch, pin.time) > 0);
}
