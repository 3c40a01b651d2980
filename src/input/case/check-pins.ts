import type { Case, Pin } from "../../domain/case.js";
import { groupBy } from "../../domain/collections.js";
import type { Instance } from "../../domain/instance.js";
import { formatTime, type Interval, minutesOutside, overlapOf } from "../../domain/interval.js";
import type { Text } from "../../domain/text.js";
import { type Notice, noticeAt, quoted } from "../notice.js";
import type { ParsedRow } from "../tables/read-table.js";
import { WHOLE_DAY } from "../values/dates.js";
import type { ParsedTables } from "./parsed-case.js";
import { onDates } from "./usual-openings.js";

interface Placed {
  readonly row: ParsedRow<unknown>;
  readonly pin: Pin;
}

/** Warns of pins that cannot be kept: against each other, on closed days, outside opening hours, of people who are away. */
export function checkPins({ pins }: ParsedTables, theCase: Case): Notice[] {
  const placed = (pins?.rows ?? []).flatMap((row) =>
    (row.value ?? []).map((pin): Placed => ({ row, pin })),
  );
  const instance = onDates(
    theCase,
    placed.map(({ pin }) => pin.date),
  );
  if (instance === null) return [];
  const days = groupBy(placed, ({ pin }) => JSON.stringify([pin.staff, pin.date]));
  return [...days.values()].flatMap((own) => [
    ...contradictions(own, instance),
    ...own.flatMap((one) => (one.pin.pin === "must" ? impossible(one, instance) : [])),
  ]);
}

function contradictions(own: readonly Placed[], instance: Instance): Notice[] {
  return own.flatMap((later, i) => {
    const before = own.slice(0, i).find(({ pin }) => contradict(pin, later.pin, instance));
    if (before === undefined || before.row === later.row) return [];
    const { staff, date } = later.pin;
    return [
      told(later, {
        en: `the pin of ${quoted(staff)} on ${date} can't be kept together with line ${before.row.line}`,
        sv: `låsningen av ${quoted(staff)} ${date} går inte att hålla tillsammans med rad ${before.row.line}`,
      }),
    ];
  });
}

/** True when two pins of a person and date cannot both be kept. */
function contradict(a: Pin, b: Pin, instance: Instance): boolean {
  const sameTime = overlapOf(a.time ?? WHOLE_DAY, b.time ?? WHOLE_DAY) > 0;
  const sameOffice = a.office === b.office;
  if (a.pin === "must" && b.pin === "must") {
    const both = a.time !== null && b.time !== null;
    return both && sameTime && !sameOffice && a.office !== null && b.office !== null;
  }
  if (a.pin === b.pin) return false;
  const [must, forbid] = a.pin === "must" ? [a, b] : [b, a];
  const everywhere = forbid.office === null || sameOffice;
  if (!everywhere) return false;
  if (must.time !== null || forbid.time === null) return sameTime;
  // A must without a time can be kept outside the time that is forbidden, as far as the office is open then.
  const offices =
    must.office === null ? instance.theCase.offices.map(({ id }) => id) : [must.office];
  const open = offices.flatMap((office) => openTimes(instance, office, must.date));
  return open.length > 0 && minutesOutside(open, [forbid.time]) === 0;
}

function impossible(one: Placed, instance: Instance): Notice[] {
  const { staff, date, office, time } = one.pin;
  const offices = office === null ? instance.theCase.offices.map(({ id }) => id) : [office];
  const open = offices.map((id) => openTimes(instance, id, date));
  const who = quoted(staff);
  const where = office === null ? null : quoted(office);
  if (open.every((times) => times.length === 0)) {
    const reason = instance.closureReason(offices[0] ?? "", date);
    const why = reason === null ? "" : ` (${reason})`;
    return [
      told(one, {
        en: `the pin can't be kept: ${where ?? "every office"} is closed on ${date}${why}`,
        sv: `låsningen går inte att hålla: ${where ?? "alla kontor"} har stängt ${date}${why}`,
      }),
    ];
  }
  if (time !== null && open.every((times) => minutesOutside([time], times) > 0)) {
    const hours = open.map((times) => times.map(clock).join(", ")).filter((text) => text !== "");
    return [
      told(one, {
        en: `the pin asks for ${clock(time)} and ${where ?? "no office"} is open ${hours.join(" / ")} on ${date}`,
        sv: `låsningen kräver ${clock(time)} och ${where ?? "inget kontor"} har öppet ${hours.join(" / ")} ${date}`,
      }),
    ];
  }
  const free = instance.freeTimes(staff, date);
  const away = time === null ? free.length === 0 : minutesOutside([time], free) > 0;
  return away
    ? [
        told(one, {
          en: `the pin can't be kept: ${who} is not available then by the availability`,
          sv: `låsningen går inte att hålla: ${who} är inte tillgänglig då enligt tillgängligheten`,
        }),
      ]
    : [];
}

function openTimes(instance: Instance, office: string, date: string): readonly Interval[] {
  const evening = instance.eveningWindow(office, date);
  return [...instance.openHours(office, date), ...(evening?.extra ?? [])];
}

function clock({ from, to }: Interval): string {
  return `${formatTime(from)}–${formatTime(to)}`;
}

function told({ row }: Placed, message: Text): Notice {
  return noticeAt(row.place("date"), { code: "contradicting-rows", severity: "warning", message });
}
