import { allowedOffice } from "./allowed-office.js";
import { availability } from "./availability.js";
import { closures } from "./closures.js";
import { dailyHours } from "./daily-hours.js";
import { dailyRest } from "./daily-rest.js";
import { demandCover } from "./demand-cover.js";
import { demandTarget } from "./demand-target.js";
import { deskCapacity } from "./desk-capacity.js";
import { eveningCount } from "./evening-count.js";
import { eveningCover } from "./evening-cover.js";
import { eveningShare } from "./evening-share.js";
import { eveningSpacing } from "./evening-spacing.js";
import { eveningWeekday } from "./evening-weekday.js";
import { officeChanges } from "./office-changes.js";
import { openingCover } from "./opening-cover.js";
import { openingHandovers } from "./opening-handovers.js";
import { openingSurplus } from "./opening-surplus.js";
import { periodHours } from "./period-hours.js";
import { pins } from "./pins.js";
import { preferences } from "./preferences.js";
import type { Rule } from "./rule.js";
import { shiftCount } from "./shift-count.js";
import { splitDuty } from "./split-duty.js";
import { staffOverlap } from "./staff-overlap.js";
import { weeklyHours } from "./weekly-hours.js";
import { workBreak } from "./work-break.js";
import { workloadShare } from "./workload-share.js";

/** Every rule, in the order in which people read of them. The only place that lists them. */
export const CATALOG: readonly Rule[] = [
  staffOverlap,
  availability,
  allowedOffice,
  closures,
  deskCapacity,
  pins,
  officeChanges,
  splitDuty,
  eveningCount,
  eveningWeekday,
  eveningSpacing,
  eveningCover,
  openingCover,
  demandCover,
  demandTarget,
  dailyHours,
  weeklyHours,
  periodHours,
  dailyRest,
  workBreak,
  shiftCount,
  eveningShare,
  workloadShare,
  preferences,
  openingSurplus,
  openingHandovers,
];
